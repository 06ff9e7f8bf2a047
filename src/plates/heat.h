// SPDX-License-Identifier: MIT
// Ink as something to look at: a colour for how much there is, and plates in grey.
#pragma once

#include "color/color.h"
#include "plates/ink_map.h"

namespace handbill::plates {

/// From white over blues that get deeper up to `limit`, and from there on orange to red: told apart
/// in any light and by most colour-blind eyes. Both in percent.
color::Rgb heat_color(double percent, double limit);

/// A pixel a cell, RGB. The map must have cells.
display::Picture heat_picture(const InkMap& map, double limit);

}  // namespace handbill::plates
