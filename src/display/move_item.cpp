// SPDX-License-Identifier: MIT
#include "display/move_item.h"

#include <memory>
#include <variant>

#include "base/overload.h"
#include "display/gradient.h"

namespace handbill::display {

void move_item(Item& item, Point by) {
  const Matrix map = Matrix::translate(by);
  std::visit(Overload{[&](GlyphRun& run) { run.origin = run.origin + by; },
                      [&](Shape& shape) {
                        shape.path = shape.path.transformed(map);
                        if (shape.gradient) {
                          shape.gradient =
                              std::make_shared<const Gradient>(transformed(*shape.gradient, map));
                        }
                      },
                      [&](PlacedPicture& picture) {
                        picture.box = picture.box.moved(by);
                        picture.clip = picture.clip.transformed(map);
                      }},
             item.content);
  if (item.clip) item.clip = item.clip->transformed(map);
}

}  // namespace handbill::display
