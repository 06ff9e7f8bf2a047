// SPDX-License-Identifier: MIT
#include "text/optical_margins.h"

#include <algorithm>

#include "text/characters.h"
#include "text/line_widths.h"
#include "text/shape_run.h"

namespace handbill::text {
namespace {

/// Larger type stands as near the edge as this does, so that a heading's stems stand above those of
/// the text.
constexpr Length kTextSize = Length::pt(10);

}  // namespace

OpticalMargins::OpticalMargins(const ShapedParagraph& shaped, const Paragraph& paragraph,
                               const font::FontBook& fonts)
    : shaped_(shaped), paragraph_(paragraph), fonts_(fonts) {
  const ParagraphStyle& style = paragraph.style;
  if (style.optical_margins == 0 || shaped.right_to_left) return;
  const Align align = along_lines(style.align, shaped.right_to_left);
  at_start_ = align == Align::Start || align == Align::Justify;
  at_end_ = align == Align::End || align == Align::Justify;
}

double OpticalMargins::hyphen(const ShapedRun& run) const {
  if (!at_end_ || run.is_field) return 0;
  const font::Face& face = fonts_.face(run.font);
  const ShapedGlyph glyph{.id = face.glyph_for(visible_hyphen(face)),
                          .advance = run.hyphen_advance,
                          .cluster = run.end};
  return end(run, glyph, run.end);
}

double OpticalMargins::protrusion(const ShapedRun& run, const ShapedGlyph& glyph, Side side,
                                  std::uint32_t line_end) const {
  // Ideographs stand in squares, joined letters on a line of their own: their edges are straight.
  if (run.is_field || !takes_letter_space(run.script)) return 0;
  const CharacterStyle& style = style_of(paragraph_, run);
  const double amount = paragraph_.style->optical_margins;
  if (!style.protrusions.empty()) {
    const bool is_hyphen = side == Side::Right && glyph.cluster >= line_end;
    std::size_t at = glyph.cluster;
    const char32_t c = is_hyphen ? U'-' : next_code_point(shaped_.text, at);
    const auto set = std::ranges::find(style.protrusions, c, &Protrusion::character);
    if (set != style.protrusions.end()) {
      return (side == Side::Left ? set->left : set->right) * glyph.advance.pt() * amount;
    }
  }
  const font::Whites whites = fonts_.face(run.font).whites(glyph.id);
  const font::Whites::Side& white = side == Side::Left ? whites.left : whites.right;
  const Length size = style.size * run.scale;
  const double larger = std::max(0.0, (size - kTextSize).pt());
  return (white.optical * size.pt() + std::max(white.bearing, 0.0) * larger) * amount;
}

}  // namespace handbill::text
