// SPDX-License-Identifier: MIT
// Paragraphs in the font of squares: at 5 pt each character takes 5 pt.
#pragma once

#include <string>
#include <vector>

#include "support/squares.h"
#include "text/break_lines.h"
#include "text/shape.h"

namespace handbill::text::test {

using namespace handbill::literals;

struct Squares {
  font::FontBook fonts{{}};
  font::FontId font = handbill::test::open_squares(fonts);
  diag::Diagnostics diags;

  CharacterStyle style(Length size = 5_pt) const {
    CharacterStyle result;
    result.fonts = {font};
    result.size = size;
    return result;
  }

  Paragraph paragraph(std::string text, Length size = 5_pt) const {
    Paragraph result;
    result.style.edit().name = "body";
    result.style.edit().text = style(size);
    // Letters of other fonts are half as wide.
    result.style.edit().rag_zone = size * 4;
    result.style.edit().hyphen_zone = size * 3;
    // Only spaces of justified lines give, so that sums stay easy.
    result.style.edit().rag_give = 0;
    result.style.edit().letter_space = {0, 0, 0};
    result.style.edit().glyph_width = {1, 1, 1};
    result.inlines.push_back(Run{.text = std::move(text), .style = style(size)});
    return result;
  }

  /// The lines of a paragraph, shaped, broken and set.
  std::vector<Line> lines(const Paragraph& paragraph, Measure measure) {
    const ShapedParagraph shaped = shape(paragraph, fonts, diags);
    const auto breaks = break_lines(shaped, paragraph, measure, fonts);
    return set_lines(shaped, paragraph, breaks, measure, fonts);
  }
  std::vector<Line> lines(const Paragraph& paragraph, Length width) {
    return lines(paragraph, Measure{width});
  }
};

inline std::vector<std::string> texts(const std::vector<Line>& lines) {
  std::vector<std::string> result;
  for (const Line& line : lines) result.push_back(line.text);
  return result;
}

/// The glyph runs of a line, in reading order.
inline std::vector<display::GlyphRun> glyph_runs(const Line& line) {
  std::vector<display::GlyphRun> result;
  for (const display::Item& item : line.items) {
    if (const auto* run = std::get_if<display::GlyphRun>(&item.content)) result.push_back(*run);
  }
  return result;
}

}  // namespace handbill::text::test
