// SPDX-License-Identifier: MIT
// What gradients look like after a map, and between their stops.
#pragma once

#include "display/page_list.h"

namespace handbill::display {

/// The gradient as seen through `map`. A linear one keeps its bands parallel to where the map takes
/// them. Circles stay circles: under an uneven map their radii grow by one even scale.
Gradient transformed(const Gradient& gradient, const Matrix& map);

/// True when circles stay round under `map`.
bool keeps_circles(const Matrix& map);

/// The colour `amount` (0 to 1) of the way from `a` to `b`: tints of one ink mix as tints, all else
/// as process ink.
color::Color mixed(const color::Color& a, const color::Color& b, double amount);

/// At an offset between 0 and 1; beyond its stops a gradient goes on as it ends.
color::Color color_at(const Gradient& gradient, double offset);

}  // namespace handbill::display
