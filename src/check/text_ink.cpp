// SPDX-License-Identifier: MIT
#include "check/text_ink.h"

#include <algorithm>

#include "base/cut_segment.h"
#include "base/flatten.h"

namespace handbill::check {
namespace {

/// The part of the piece inside the box.
std::optional<Piece> cut(const Piece& piece, const Rect& box) {
  const Point from = piece.from, to = piece.to;
  const auto way = way_inside(from, to, box);
  if (!way) return std::nullopt;
  const auto at = [&](double part) {
    return Point{from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part};
  };
  return Piece{at(way->enter), at(way->leave)};
}

/// From the page to the em of the glyph, and back.
struct EmMap {
  Point origin;
  double across = 1, down = 1;

  explicit EmMap(const GlyphInk& ink)
      : origin(ink.run->origin + Point{ink.glyph->x, ink.glyph->y}),
        across(ink.run->size.pt() * ink.run->glyph_width),
        down(ink.run->size.pt()) {}
  Point to_em(Point at) const { return {(at.x - origin.x) / across, (at.y - origin.y) / down}; }
  Point to_page(Point at) const { return {origin.x + at.x * across, origin.y + at.y * down}; }
};

/// Which side of the line through `from` and `to` a point lies on.
double side(Point from, Point to, Point at) {
  return ((to.x - from.x).pt() * (at.y - from.y).pt()) -
         ((to.y - from.y).pt() * (at.x - from.x).pt());
}

bool cross(const Piece& a, const Piece& b) {
  const auto apart = [](double one, double other) { return (one < 0) != (other < 0); };
  return apart(side(a.from, a.to, b.from), side(a.from, a.to, b.to)) &&
         apart(side(b.from, b.to, a.from), side(b.from, b.to, a.to));
}

bool is_inside(const std::vector<Piece>& outline, Point at) {
  int winding = 0;
  for (const auto& [from, to] : outline) {
    if ((from.y <= at.y) == (to.y <= at.y)) continue;
    const double part = (at.y - from.y) / (to.y - from.y);
    if (from.x + (to.x - from.x) * part > at.x) continue;
    winding += to.y > from.y ? 1 : -1;
  }
  return winding != 0;
}

}  // namespace

Rect rough_box(const display::GlyphRun& run) {
  Rect box{run.origin.x, run.origin.y, {}, {}};
  for (const display::Glyph& glyph : run.glyphs) {
    const Point at = run.origin + Point{glyph.x, glyph.y};
    box = box.united({at.x, at.y, glyph.advance, {}});
  }
  return box.outset(run.size * 1.5);
}

std::vector<GlyphInk> glyph_inks(const display::GlyphRun& run, const font::FontBook& fonts) {
  const font::Face& face = fonts.face(run.font);
  const double size = run.size.pt(), across = size * run.glyph_width;
  std::vector<GlyphInk> inks;
  for (const display::Glyph& glyph : run.glyphs) {
    const auto em = face.ink_box(glyph.id);
    if (!em) continue;
    const Rect scaled{em->left * across, em->top * size, em->width * across, em->height * size};
    inks.push_back({&run, &glyph, scaled.moved(run.origin + Point{glyph.x, glyph.y})});
  }
  return inks;
}

std::optional<Rect> ink_box(const display::GlyphRun& run, const font::FontBook& fonts) {
  std::optional<Rect> box;
  for (const GlyphInk& each : glyph_inks(run, fonts)) {
    box = box ? box->united(each.box) : each.box;
  }
  return box;
}

Rect GlyphInk::core() const {
  const Length across = std::min(kTouch, box.width / 4), down = std::min(kTouch, box.height / 4);
  return box.inset({down, across, down, across});
}

const std::vector<Piece>& GlyphOutlines::outline(const GlyphInk& ink) {
  constexpr int kCurveParts = 6;
  const auto made = outlines_.try_emplace({ink.run->font, ink.glyph->id});
  std::vector<Piece>& pieces = made.first->second;
  if (made.second) {
    flatten(fonts_.face(ink.run->font).outline(ink.glyph->id), kCurveParts,
            [&](Point from, Point to) {
              pieces.push_back({from, to});
            });
  }
  return pieces;
}

std::optional<Piece> GlyphOutlines::part_below(const GlyphInk& ink, const Piece& piece) {
  const auto inside = cut(piece, ink.core());
  if (!inside) return std::nullopt;
  const EmMap map(ink);
  const Piece in_em{map.to_em(inside->from), map.to_em(inside->to)};
  const std::vector<Piece>& outline = this->outline(ink);
  const bool met =
      is_inside(outline, in_em.from) ||
      std::ranges::any_of(outline, [&](const Piece& each) { return cross(each, in_em); });
  return met ? inside : std::nullopt;
}

bool GlyphOutlines::outline_meets(const GlyphInk& one, const GlyphInk& other) {
  const EmMap map(one);
  return std::ranges::any_of(outline(one), [&](const Piece& each) {
    return part_below(other, {map.to_page(each.from), map.to_page(each.to)}).has_value();
  });
}

bool GlyphOutlines::meet(const GlyphInk& one, const GlyphInk& other) {
  if (!check::meet(one.box, other.box)) return false;
  return outline_meets(one, other) || outline_meets(other, one);
}

}  // namespace handbill::check
