// SPDX-License-Identifier: MIT
// Straight lines and boxes.
#pragma once

#include <optional>

#include "base/geometry.h"

namespace handbill {

/// Parts of the way along a segment, 0 its start and 1 its end.
struct WayInside {
  double enter = 0;
  double leave = 1;
};

/// Between which parts of its way a segment lies in a box, edges included: cut off at each of its
/// four edges in turn. Nothing: it does not come into it.
std::optional<WayInside> way_inside(Point from, Point to, const Rect& box);

}  // namespace handbill
