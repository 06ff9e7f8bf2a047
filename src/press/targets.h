// SPDX-License-Identifier: MIT
// Registration targets and the colour bar, in the band where crop marks stand.
#pragma once

#include <vector>

#include "display/page_list.h"
#include "press/mark_places.h"

namespace handbill::press {

/// The band of marks around a page.
struct MarkBand {
  Length offset;  ///< from the trim to its inner edge
  Length length;  ///< from there to its outer edge
  Length width;   ///< of lines
};

/// A circle with a cross in registration colour in the middle of each edge, aside of marks that
/// stand there.
void add_registration_targets(display::Page& page, const MarkPlaces& places, const MarkBand& band);

/// Squares of each ink solid, of the process inks in pairs, of half tints and of grey made of three
/// inks beside half black, above the page in the gaps between marks, over its whole width and
/// again from the first when there is room. Squares are 5 to 2 mm.
void add_color_bar(display::Page& page, const std::vector<color::Color>& spots,
                   const MarkPlaces& places, const MarkBand& band);

}  // namespace handbill::press
