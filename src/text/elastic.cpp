// SPDX-License-Identifier: MIT
#include "text/elastic.h"

#include "text/scripts.h"
#include "text/shape_run.h"

namespace handbill::text {
std::array<double, 3> Give::letter_gap(std::uint32_t script) const {
  if (is_ideographic(script)) return ideograph_space;
  if (is_spaced_by_clusters(script)) return cluster_space;
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
