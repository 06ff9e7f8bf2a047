// SPDX-License-Identifier: MIT
#include "display/scale_item.h"

#include <variant>

#include "base/overload.h"
#include "display/scaled_shape.h"

namespace handbill::display {
namespace {

Point scaled(Point point, double factor) { return {point.x * factor, point.y * factor}; }

void scale(GlyphRun& run, double factor) {
  run.origin = scaled(run.origin, factor);
  run.size = run.size * factor;
  run.hang_left = run.hang_left * factor;
  run.hang_right = run.hang_right * factor;
  for (Glyph& glyph : run.glyphs) {
    glyph.x = glyph.x * factor;
    glyph.y = glyph.y * factor;
    glyph.advance = glyph.advance * factor;
  }
}

}  // namespace

void scale_item(Item& item, double factor) {
  const Matrix map = Matrix::scale(factor, factor);
  std::visit(Overload{[&](GlyphRun& run) { scale(run, factor); },
                      [&](Shape& shape) { shape = scaled(shape, map, 1); },
                      [&](PlacedPicture& picture) {
                        const Point corner = scaled(picture.box.origin(), factor);
                        picture.box = {corner.x, corner.y, picture.box.width * factor,
                                       picture.box.height * factor};
                        picture.clip = picture.clip.transformed(map);
                      }},
             item.content);
  if (item.clip) item.clip = item.clip->transformed(map);
}

}  // namespace handbill::display
