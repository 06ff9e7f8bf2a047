// SPDX-License-Identifier: MIT
// Pictures and art in a box.
#pragma once

#include <vector>

#include "display/page_list.h"
#include "document/document.h"

namespace handbill::layout {

struct FigureSpace {
  Rect box;
  document::Fit fit = document::Fit::Contain;
  /// Where contained art stands when it is less tall than the box; across it is centred.
  document::VerticalAlign vertical = document::VerticalAlign::Top;
  Length radius{};  ///< of the corners it is seen through
};

/// Width and height of art or a picture before it is scaled.
Size natural_size(const display::Art& art);
Size natural_size(const display::Picture& picture);

/// The box a figure of `natural` size takes.
Rect figure_box(Size natural, const FigureSpace& space);

/// The shapes of `art`, scaled with their strokes. What would lie outside the space, or outside the
/// art's own view box, is clipped.
std::vector<display::Item> place_art(const display::Art& art, const FigureSpace& space,
                                     double opacity);

display::PlacedPicture place_picture(display::PictureId id, const display::Picture& picture,
                                     const FigureSpace& space);
display::PlacedPicture place_picture(display::PictureId id, Size natural, const FigureSpace& space);

}  // namespace handbill::layout
