// SPDX-License-Identifier: MIT
// Rows of dots typed to lead from words to what stands at the end of the line.
#pragma once

#include <optional>

#include "text/style.h"

namespace handbill::document {

/// A row of four dots or more between spaces, with words on both sides.
struct TypedDots {
  std::size_t index = 0;  ///< of their run in Paragraph::inlines
  std::size_t begin = 0;  ///< bytes of its text, the spaces around included
  std::size_t end = 0;
};

/// The first at or after an inline. Dots of styles whose signs stay as typed are none.
std::optional<TypedDots> find_dots(const text::Paragraph& paragraph, std::size_t from);

/// Sets what follows the dots flush at the end of the line.
void set_flush_after(const TypedDots& dots, text::Paragraph& paragraph);

}  // namespace handbill::document
