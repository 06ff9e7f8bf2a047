// SPDX-License-Identifier: MIT
// Gradients of ink as gradients of light.
#pragma once

#include <vector>

#include "color/preview.h"
#include "display/page_list.h"
#include "svg/screen_color.h"

namespace handbill::svg {

struct ScreenStop {
  double offset = 0;  ///< 0 to 1, never falling
  ScreenColor color{};
};

/// Ink mixes otherwise than light, so there are stops between the stops: close enough that what a
/// screen mixes between two of them looks like the ink.
std::vector<ScreenStop> screen_stops(const display::Gradient& gradient,
                                     const color::Preview& preview);

}  // namespace handbill::svg
