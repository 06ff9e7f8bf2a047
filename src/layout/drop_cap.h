// SPDX-License-Identifier: MIT
// Drop caps: the initial is taken off its paragraph and set beside the first lines of the rest.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "display/page_list.h"
#include "text/style.h"

namespace handbill::layout {

struct Context;

/// A paragraph in two.
struct PartedParagraph {
  std::string quote;  ///< marks before the first letter, which hang in the margin
  std::string initial;
  diag::Span span{};                   ///< of the run they come from
  std::optional<text::PartId> part{};  ///< that they belong to
  text::Paragraph rest;
};

/// Nothing: the paragraph does not begin with letters.
std::optional<PartedParagraph> part_initial(const text::Paragraph& paragraph);

/// An initial, its first baseline that of the line it starts at: y = 0.
struct Initial {
  std::vector<display::Item> items;  ///< the left edge of its ink is x = 0
  std::string text;
  Length width;  ///< of its ink
  Length depth;  ///< down to its own baseline
};

/// Nothing: its font does not say how tall its capitals are.
std::optional<Initial> set_initial(const PartedParagraph& parted, const text::ParagraphStyle& style,
                                   Context context);

}  // namespace handbill::layout
