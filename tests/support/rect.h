// SPDX-License-Identifier: MIT
// Rectangles, in points.
#pragma once

#include "base/geometry.h"

namespace handbill::test {

inline Rect rect(double left, double top, double width, double height) {
  return {Length::pt(left), Length::pt(top), Length::pt(width), Length::pt(height)};
}

}  // namespace handbill::test
