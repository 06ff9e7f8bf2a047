// SPDX-License-Identifier: MIT
// Boxes to tick: drawn, so that they are as tall as capitals in every font.
#pragma once

#include "text/break_lines.h"

namespace handbill::text {

/// The box of a marker as a line of its own, from the left. `marker.sign` must not be Text.
Line check_box(const Marker& marker, const font::FontBook& fonts);

}  // namespace handbill::text
