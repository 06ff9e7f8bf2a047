// SPDX-License-Identifier: MIT
// What those who look for one kind of thing on a page ask of its items.
#pragma once

#include <type_traits>
#include <variant>

#include "base/overload.h"
#include "display/page_list.h"

namespace handbill::display {

/// `Part` is as const as `Whole`.
template <class Part, class Whole>
using AsConstAs = std::conditional_t<std::is_const_v<Whole>, const Part, Part>;

/// The glyphs of text, of a const item or of one that may be changed; null: it is none.
template <class AnItem>
auto text_of(AnItem& item) {
  using Text = AsConstAs<GlyphRun, AnItem>;
  return std::visit(
      Overload{[](Text& text) -> Text* { return &text; },
               [](const OneOf<Shape, PlacedPicture> auto&) -> Text* { return nullptr; }},
      item.content);
}

/// What is drawn as a path: filled, stroked or both; null: it is no such thing.
template <class AnItem>
auto shape_of(AnItem& item) {
  using Drawn = AsConstAs<Shape, AnItem>;
  return std::visit(
      Overload{[](Drawn& shape) -> Drawn* { return &shape; },
               [](const OneOf<GlyphRun, PlacedPicture> auto&) -> Drawn* { return nullptr; }},
      item.content);
}

/// A picture made of pixels; null: it is none.
template <class AnItem>
auto picture_of(AnItem& item) {
  using Placed = AsConstAs<PlacedPicture, AnItem>;
  return std::visit(Overload{[](Placed& placed) -> Placed* { return &placed; },
                             [](const OneOf<GlyphRun, Shape> auto&) -> Placed* { return nullptr; }},
                    item.content);
}

}  // namespace handbill::display
