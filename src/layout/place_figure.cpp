// SPDX-License-Identifier: MIT
#include "layout/place_figure.h"

#include <algorithm>

#include "display/scaled_shape.h"

namespace handbill::layout {
namespace {

using document::Fit;
using document::VerticalAlign;

/// What of the box is seen: of contained or stretched art its own box, of covering art the space.
Rect seen_box(const Rect& placed, const FigureSpace& space) {
  return space.fit == Fit::Cover ? space.box : placed;
}

Path seen_path(const Rect& seen, const FigureSpace& space) {
  return Path::rounded_rect(seen, space.radius);
}

/// The box of a shape's ink, but for the points of joins sharper than a right angle; nothing: an
/// empty path.
std::optional<Rect> ink_box(const display::Shape& shape) {
  const auto bounds = shape.path.bounds();
  if (!bounds || !shape.stroke) return bounds;
  constexpr double kRightAngleMiter = 1.4142135623730951;
  return bounds->outset(shape.stroke->width / 2 * kRightAngleMiter);
}

}  // namespace

Size natural_size(const display::Art& art) { return art.size; }

Size natural_size(const display::Picture& picture) {
  return {Length::pt(picture.width), Length::pt(picture.height)};
}

Rect figure_box(Size natural, const FigureSpace& space) {
  const Rect& box = space.box;
  if (space.fit == Fit::Stretch || natural.width <= Length() || natural.height <= Length()) {
    return box;
  }
  const double across = box.width / natural.width;
  const double down = box.height / natural.height;
  const double scale = space.fit == Fit::Cover ? std::max(across, down) : std::min(across, down);
  const Length width = natural.width * scale;
  const Length height = natural.height * scale;
  Length top = box.top + (box.height - height) / 2;
  if (space.fit == Fit::Contain && space.vertical == VerticalAlign::Top) top = box.top;
  if (space.fit == Fit::Contain && space.vertical == VerticalAlign::Bottom) {
    top = box.bottom() - height;
  }
  return {box.left + (box.width - width) / 2, top, width, height};
}

std::vector<display::Item> place_art(const display::Art& art, const FigureSpace& space,
                                     double opacity) {
  std::vector<display::Item> items;
  if (art.size.width <= Length() || art.size.height <= Length()) return items;
  const Rect placed = figure_box(art.size, space);
  const Matrix map = Matrix::scale(placed.width / art.size.width, placed.height / art.size.height)
                         .then(Matrix::translate(placed.origin()));
  const Rect seen = seen_box(placed, space);
  items.reserve(art.shapes.size());
  for (const display::Shape& each : art.shapes) {
    display::Shape shape = display::scaled(each, map, opacity);
    const auto ink = ink_box(shape);
    if (!ink || !seen.outset(kTolerance).intersects(*ink)) continue;
    display::Item item{std::move(shape)};
    if (space.radius > Length() || !seen.contains(*ink)) item.clip = seen_path(seen, space);
    items.push_back(std::move(item));
  }
  return items;
}

display::PlacedPicture place_picture(display::PictureId id, const display::Picture& picture,
                                     const FigureSpace& space) {
  return place_picture(id, natural_size(picture), space);
}

display::PlacedPicture place_picture(display::PictureId id, Size natural,
                                     const FigureSpace& space) {
  const Rect placed = figure_box(natural, space);
  return {id, placed, seen_path(seen_box(placed, space), space)};
}

}  // namespace handbill::layout
