// SPDX-License-Identifier: MIT
#include "text/icon.h"

#include <memory>
#include <utility>

#include "base/overload.h"
#include "display/scaled_shape.h"

namespace handbill::text {
namespace {

std::shared_ptr<const display::Art> recolored(const display::Art& art, const color::Color& from,
                                              const color::Color& to) {
  auto result = std::make_shared<display::Art>(art);
  for (display::Shape& each : result->shapes) {
    if (each.fill == from) each.fill = to;
    if (each.stroke && each.stroke->color == from) each.stroke->color = to;
  }
  return result;
}

}  // namespace

void set_style(Inline& piece, const SharedStyle& style) {
  std::visit(Overload{[&](OneOf<Run, Field> auto& one) { one.style = style; },
                      [&](Icon& icon) {
                        const color::Color& own = icon.style->color;
                        if (!(own == style->color)) {
                          icon.art = recolored(*icon.art, own, style->color);
                        }
                        icon.style = style;
                      }},
             piece);
}

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
