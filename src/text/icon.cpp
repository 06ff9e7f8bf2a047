// SPDX-License-Identifier: MIT
#include "text/icon.h"

#include <utility>

#include "display/scaled_shape.h"

namespace handbill::text {

std::vector<display::Item> icon_items(const Icon& icon, Point start, Length width,
                                      std::optional<display::StructId> structure) {
  std::vector<display::Item> items;
  const double scale = width / icon.art->size.width;
  const Rect box{start.x, start.y - icon.art->size.height * scale, width,
                 icon.art->size.height * scale};
  const Matrix map = Matrix::scale(scale, scale).then(Matrix::translate(box.origin()));
  for (const display::Shape& each : icon.art->shapes) {
    display::Shape shape = display::scaled(each, map, 1);
    const auto bounds = shape.path.bounds();
    if (!bounds) continue;
    display::Item item{std::move(shape), icon.span, structure};
    if (!box.contains(*bounds)) item.clip = Path::rect(box);
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace handbill::text
