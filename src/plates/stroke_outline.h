// SPDX-License-Identifier: MIT
// The area that a stroke paints.
#pragma once

#include <vector>

#include "display/page_list.h"
#include "plates/polyline.h"

namespace handbill::plates {

/// Closed contours to be filled by the nonzero rule: width, caps, joins, miter limit and dashes
/// applied (PDF 1.7, 8.4.3). Curves and round ends are within `tolerance`. A width of 0 or less
/// paints nothing.
std::vector<Polyline> stroke_outline(const Path& path, const display::Stroke& stroke,
                                     Length tolerance);

}  // namespace handbill::plates
