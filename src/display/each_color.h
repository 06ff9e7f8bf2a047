// SPDX-License-Identifier: MIT
// All colours of what is drawn, of pictures none.
#pragma once

#include <memory>
#include <variant>

#include "base/overload.h"
#include "display/page_list.h"

namespace handbill::display {

/// Calls `use(const color::Color&)` for each.
template <class Use>
void each_color(const Item& item, Use use) {
  std::visit(Overload{[&](const GlyphRun& run) { use(run.color); },
                      [&](const Shape& shape) {
                        if (shape.fill && !shape.gradient) use(*shape.fill);
                        if (shape.stroke) use(shape.stroke->color);
                        if (!shape.gradient) return;
                        for (const Gradient::Stop& stop : shape.gradient->stops) use(stop.color);
                      },
                      [](const PlacedPicture&) {}},
             item.content);
}

/// Puts `map(color)` in the place of each.
template <class Map>
void map_colors(Item& item, Map map) {
  std::visit(Overload{[&](GlyphRun& run) { run.color = map(run.color); },
                      [&](Shape& shape) {
                        if (shape.fill) shape.fill = map(*shape.fill);
                        if (shape.stroke) shape.stroke->color = map(shape.stroke->color);
                        if (!shape.gradient) return;
                        Gradient gradient = *shape.gradient;
                        for (Gradient::Stop& stop : gradient.stops) stop.color = map(stop.color);
                        shape.gradient = std::make_shared<const Gradient>(std::move(gradient));
                      },
                      [](PlacedPicture&) {}},
             item.content);
}

}  // namespace handbill::display
