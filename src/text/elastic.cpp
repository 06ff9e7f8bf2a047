// SPDX-License-Identifier: MIT
#include "text/elastic.h"

#include "text/characters.h"
#include "text/scripts.h"
#include "text/shape_run.h"

namespace handbill::text {
namespace {

/// A cluster at `end` is the hyphen of the line.
bool is_white(const ShapedGlyph& glyph, std::string_view text, std::uint32_t end) {
  return glyph.cluster < end && is_white_at(text, glyph.cluster);
}

}  // namespace

std::array<double, 3> Give::letter_gap(std::uint32_t script) const {
  if (is_ideographic(script)) return ideograph_space;
  return takes_letter_space(script) ? letter_space : std::array<double, 3>{};
}

RunGive::RunGive(const Give& whole, const CharacterStyle& style, std::uint32_t script)
    : give(whole), tracking((style.size * style.tracking).pt()) {
  gap = Give::of(give.letter_gap(script), style.size.pt());
}

Elastic RunGive::glyphs(std::span<const ShapedGlyph> glyphs, std::string_view text,
                        std::uint32_t end) const {
  Elastic sum;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const double advance = glyphs[i].advance.pt();
    if (!is_white(glyphs[i], text, end)) {
      sum += glyph(advance);
      const bool is_last = i + 1 == glyphs.size();
      if (is_last || is_letter_gap(glyphs[i], glyphs[i + 1], text, end)) sum += gap;
    } else if (is_word_space(text, glyphs[i].cluster)) {
      sum += space(advance - tracking);
      sum.natural += tracking;
    } else {
      sum.natural += advance;
    }
  }
  return sum;
}

bool is_letter_gap(const ShapedGlyph& glyph, const ShapedGlyph& next, std::string_view text,
                   std::uint32_t end) {
  return glyph.cluster != next.cluster && !next.is_tight && !is_white(glyph, text, end) &&
         !is_white(next, text, end);
}

}  // namespace handbill::text
