// SPDX-License-Identifier: MIT
// Type against what lies under it.
#pragma once

#include <set>

#include "check/page_view.h"
#include "color/color.h"
#include "diag/diagnostic.h"

namespace handbill::check {

/// How much lighter the one is than the other, from 1 to 21 (WCAG 2.2, "contrast ratio").
double contrast_ratio(const color::Rgb& one, const color::Rgb& other);

/// What type of this size needs at least (WCAG 2.2, 1.4.3): 3 from 18 pt on, or from 14 pt bold;
/// else 4.5.
double least_contrast(Length size, int weight);

/// Warns of type with less contrast, once for each frame, colour and kind of size, at its worst
/// place: where a gradient is nearest to it, and of pictures in the square millimetre where the
/// fifth percentile is least.
/// Frames in `told` ran into others: what they stand on there is not meant, and is not told twice.
void check_contrast(const PageView& view, const std::set<display::FrameId>& told,
                    diag::Diagnostics& diags);

}  // namespace handbill::check
