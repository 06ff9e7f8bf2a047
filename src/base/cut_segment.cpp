// SPDX-License-Identifier: MIT
#include "base/cut_segment.h"

#include <algorithm>
#include <utility>

namespace handbill {

std::optional<WayInside> way_inside(Point from, Point to, const Rect& box) {
  WayInside way;
  const auto cut = [&](Length start, Length end, Length low, Length high) {
    const double step = (end - start).pt();
    if (step == 0) return start >= low && start <= high;
    double first = (low - start).pt() / step, second = (high - start).pt() / step;
    if (first > second) std::swap(first, second);
    way.enter = std::max(way.enter, first);
    way.leave = std::min(way.leave, second);
    return way.enter <= way.leave;
  };
  if (!cut(from.x, to.x, box.left, box.right()) || !cut(from.y, to.y, box.top, box.bottom())) {
    return std::nullopt;
  }
  return way;
}

}  // namespace handbill
