// SPDX-License-Identifier: MIT
#include "display/painted_box.h"

#include <algorithm>

namespace handbill::display {
namespace {

using Box = std::optional<Rect>;

Box united(const Box& a, const Box& b) { return a && b ? a->united(*b) : a ? a : b; }

Box intersection(const Box& a, const Box& b) {
  if (!a || !b || !a->intersects(*b)) return std::nullopt;
  return Rect::from_edges(std::max(a->left, b->left), std::max(a->top, b->top),
                          std::min(a->right(), b->right()), std::min(a->bottom(), b->bottom()));
}

Box box_of(const GlyphRun& run, const font::FontBook& fonts) {
  Box box;
  for (const Glyph& glyph : run.glyphs) {
    const auto ink = fonts.face(run.font).ink_box(glyph.id);
    if (!ink) continue;
    const double high = run.size.pt(), wide = high * run.glyph_width;
    const Rect placed = {ink->left * wide, ink->top * high, ink->width * wide, ink->height * high};
    box = united(box, placed.moved(run.origin + Point{glyph.x, glyph.y}));
  }
  return box;
}

Box box_of(const Shape& shape, const font::FontBook&) {
  const Box box = shape.path.bounds();
  if (!box || !shape.stroke) return box;
  // The corners of square caps; of a sharp join as far as its limit lets it go.
  constexpr double kCorner = 1.4142135623730951;
  const bool is_sharp = shape.stroke->join == Join::Miter;
  const double reach = is_sharp ? std::max(shape.stroke->miter_limit, kCorner) : kCorner;
  return box->outset(shape.stroke->width / 2 * reach);
}

Box box_of(const PlacedPicture& placed, const font::FontBook&) {
  return placed.clip.empty() ? placed.box : intersection(placed.box, placed.clip.bounds());
}

}  // namespace

std::optional<Rect> painted_box(const Item& item, const font::FontBook& fonts) {
  // For finishing machines only.
  if (item.step != ProcessingStep::None) return std::nullopt;
  const Box box =
      std::visit([&](const auto& content) { return box_of(content, fonts); }, item.content);
  return item.clip ? intersection(box, item.clip->bounds()) : box;
}

Rect shown_area(const Page& page) {
  return page.placed.empty() ? Rect{{}, {}, page.trim.width, page.trim.height} : page.media;
}

}  // namespace handbill::display
