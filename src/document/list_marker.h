// SPDX-License-Identifier: MIT
// Bullets and numbers of list items.
#pragma once

#include "document/styles.h"

namespace handbill::document {

struct ListMarker {
  enum class Kind { Bullet, Number } kind = Kind::Bullet;
  int number = 1;
  int level = 1;
  Length start{};     ///< where the list around it indents to
  diag::Span span{};  ///< of the list item
};

/// As the item's style has it, or "•" and "{n}.".
text::Marker set_marker(const ListMarker& marker, const MergedStyle& style, Styles& styles);

/// The style's own, or room for the marker level by level.
Length list_indent(const MergedStyle& style, int level);

}  // namespace handbill::document
