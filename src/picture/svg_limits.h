// SPDX-License-Identifier: MIT
// What art may take. The reader keeps to it, and what it answers is held against it.
#pragma once

#include <cmath>
#include <cstddef>

#include "base/geometry.h"

namespace handbill::picture {

inline constexpr std::size_t kMaxArtSteps = 200'000;
inline constexpr std::size_t kMaxStops = 100'000;
inline constexpr std::size_t kMaxDashes = 32;
// Far beyond any sheet, and near enough that sums with it stay exact to a hundredth of a point.
inline constexpr double kFarthest = 1e6;

inline bool is_near(Point p) {
  // Written so that a NaN is not near.
  return std::abs(p.x.pt()) <= kFarthest && std::abs(p.y.pt()) <= kFarthest;
}

}  // namespace handbill::picture
