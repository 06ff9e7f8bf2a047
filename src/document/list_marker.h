// SPDX-License-Identifier: MIT
// Bullets and numbers of list items.
#pragma once

#include "document/styles.h"

namespace handbill::document {

struct ListMarker {
  enum class Kind { Bullet, Number, Box, TickedBox } kind = Kind::Bullet;
  int number = 1;
  char form = '1';    ///< of a number: what "{n}" counts in, one of 1aAiI
  Length start{};     ///< where the list around it indents to
  diag::Span span{};  ///< of the list item
};

/// As the item's style has it, or "•" and "{n}."; "{n:a}" counts a, b, c, "{n:i}" i, ii, iii, and
/// with capitals A, B, C, I, II, III. Items to tick get a box, as do styles whose marker is "☐" or
/// "☑".
text::Marker set_marker(const ListMarker& marker, const MergedStyle& style, Styles& styles);

/// Room for the marker: the style's own indent, or 1.5 em. It is counted from where the list around
/// it indents to.
Length list_indent(const MergedStyle& style);

/// 1 as "a", 27 as "aa".
std::string in_letters(int number);
/// 4 as "iv". Numbers that have no Roman form (below 1, above 3999) stay figures.
std::string in_roman(int number);

}  // namespace handbill::document
