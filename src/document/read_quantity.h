// SPDX-License-Identifier: MIT
// A number with its sign, its currency and its unit, told by their shape alone.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "text/date_words.h"

namespace handbill::document {

/// "$25", "< 2.5 mg/kg", "8:00 am", "2026-01-05", a telephone number.
struct Quantity {
  /// Bare: digits and the marks between them.
  enum class Kind { None, Bare, Signed, Date, Phone } kind = Kind::None;
  std::size_t end = 0;
  bool is_set_off = false;             ///< its unit stands behind a space
  std::optional<std::size_t> joint{};  ///< the space before the extension of a telephone number
};

/// `words` are those of the text's language.
Quantity read_quantity(std::u32string_view text, std::size_t begin, const text::DateWords& words);

/// The first digit of a number, or the sign, bracket or word before it.
bool may_begin_quantity(std::u32string_view text, std::size_t index, const text::DateWords& words);

}  // namespace handbill::document
