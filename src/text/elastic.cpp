// SPDX-License-Identifier: MIT
#include "text/elastic.h"

#include <algorithm>

#include "text/balance.h"
#include "text/scripts.h"
#include "text/shape_run.h"

namespace handbill::text {
namespace {

bool is_mostly_ideographic(const ShapedParagraph& shaped) {
  std::size_t bytes = 0;
  for (const ShapedRun& run : shaped.runs) {
    if (is_ideographic(run.script)) bytes += run.end - run.begin;
  }
  return 2 * bytes > shaped.text.size();
}

/// Word spaces are seen sooner than widths of letters.
constexpr double kSpacesToLetters = 0.5;

/// As far to both sides of `wished` as a part of how far the nearer limit is from what stands
/// between the two.
std::array<double, 3> around(double wished, const std::array<double, 3>& limits, double part) {
  const double reach = std::min(limits[1] - limits[0], limits[2] - limits[1]) * part;
  return {wished - reach, wished, wished + reach};
}

}  // namespace

Elasticity Elasticity::of(const ShapedParagraph& shaped, const Paragraph& paragraph) {
  const ParagraphStyle& style = paragraph.style;
  if (style.align == Align::Justify) {
    return {style.word_space, style.letter_space, style.glyph_width, style.ideograph_space,
            style.cluster_space};
  }
  // Large type is looked at letter by letter, lines that are balanced have no rag, and ideographs
  // stand in their squares. Space between letters is for lines that must fill their measure.
  const bool keeps_widths = most_balanced_lines(paragraph) > 0 || is_mostly_ideographic(shaped);
  const double part = keeps_widths ? 0 : style.rag_give;
  return {.word_space = around(1, style.word_space, part * kSpacesToLetters),
          .glyph_width = around(style.glyph_width[1], style.glyph_width, part)};
}

std::array<double, 3> Elasticity::letter_gap(std::uint32_t script) const {
  if (is_ideographic(script)) return ideograph_space;
  if (is_spaced_by_clusters(script)) return cluster_space;
  return takes_letter_space(script) ? letter_space : std::array<double, 3>{};
}

RunElasticity::RunElasticity(const Elasticity& whole, const CharacterStyle& style,
                             std::uint32_t script)
    : give(whole), tracking((style.size * style.tracking).pt()) {
  gap = Elasticity::of(give.letter_gap(script), style.size.pt());
}

Elastic RunElasticity::glyphs(std::span<const ShapedGlyph> glyphs, std::string_view text,
                              std::uint32_t end) const {
  Elastic sum;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const double advance = glyphs[i].advance.pt();
    if (!is_white(glyphs[i], text, end)) {
      sum += glyph(advance);
      const bool is_last = i + 1 == glyphs.size();
      if (is_last || (!is_white(glyphs[i + 1], text, end) && is_gap(glyphs[i], glyphs[i + 1]))) {
        sum += gap;
      }
    } else if (is_word_space(text, glyphs[i].cluster)) {
      sum += space(advance - tracking);
      sum.natural += tracking;
    } else {
      sum.natural += advance;
    }
  }
  return sum;
}

}  // namespace handbill::text
