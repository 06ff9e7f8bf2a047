// SPDX-License-Identifier: MIT
#include "text/leaders.h"

#include <cmath>
#include <vector>

#include "text/break_lines.h"
#include "text/itemize.h"

namespace handbill::text {
namespace {

/// Between the leader and what stands on either side of it, in em.
constexpr double kLeaderGap = 0.25;
/// Narrower ones are no leaders.
constexpr Length kLeastWidth = Length::pt(0.25);

/// One of the signs that are repeated.
struct Unit {
  Path path;
  Length width;
};

Unit unit_of(const Paragraph& paragraph, const font::FontBook& fonts, RunShaper& shaper) {
  const CharacterStyle& style = paragraph.style->text;
  const font::Face& face = fonts.face(style.fonts.front());
  std::vector<UnitGlyph> units;
  const auto size = static_cast<std::uint32_t>(paragraph.leader.size());
  shaper.shape({.text = paragraph.leader, .begin = 0, .end = size, .style = style, .face = face},
               units);
  std::vector<ShapedGlyph> glyphs;
  append_scaled(units, {style, face}, glyphs);
  Unit unit;
  for (const ShapedGlyph& each : glyphs) {
    const Point at{unit.width + each.x_offset, each.y_offset - style.baseline_shift};
    const Matrix map = Matrix::scale(style.size.pt(), style.size.pt()).then(Matrix::translate(at));
    unit.path.append(face.outline(each.id).transformed(map));
    unit.width += each.advance;
  }
  return unit;
}

}  // namespace

std::optional<display::Item> leader(const Paragraph& paragraph, const LeaderRoom& room,
                                    const font::FontBook& fonts, RunShaper& shaper) {
  const CharacterStyle& style = paragraph.style->text;
  if (paragraph.leader.empty() || style.fonts.empty()) return std::nullopt;
  const Unit unit = unit_of(paragraph, fonts, shaper);
  if (unit.path.empty() || unit.width < kLeastWidth) return std::nullopt;
  const Length gap = style.size * kLeaderGap;
  const auto slots = [&](Length to) { return (room.edge - to) / unit.width; };
  // Counted from the edge to the left, the first is 1.
  const auto first = static_cast<int>(std::ceil(slots(room.right - gap) - 1e-6)) + 1;
  const auto last = static_cast<int>(std::floor(slots(room.left + gap) + 1e-6));
  display::Shape shape;
  for (int i = last; i >= first; --i) {
    const Point at{room.edge - unit.width * static_cast<double>(i), {}};
    shape.path.append(unit.path.transformed(Matrix::translate(at)));
  }
  if (shape.path.empty()) return std::nullopt;
  shape.fill = style.color;
  shape.overprint = style.overprint;
  return display::Item{std::move(shape), paragraph.span, {}};
}

}  // namespace handbill::text
