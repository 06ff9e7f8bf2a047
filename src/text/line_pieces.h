// SPDX-License-Identifier: MIT
// A line while it is being set: its pieces of runs, before they become items.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/break_lines.h"
#include "text/cut_glyphs.h"
#include "text/shape.h"

namespace handbill::text {

/// What one run has on one line.
struct LinePiece {
  const ShapedRun* run = nullptr;
  const CharacterStyle* style = nullptr;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::vector<ShapedGlyph> glyphs;  ///< visual order
  Length x{};                       ///< from the left end of the line
  Length width{};
  double glyph_width = 1;  ///< display::GlyphRun::glyph_width
  Length hang_left{};      ///< display::GlyphRun::hang_left
  Length hang_right{};
  /// The last piece of a line that ended in white space says so in its text, with a space glyph
  /// that takes no room: words must not run together when text is copied.
  bool ends_in_space = false;
  std::string rest{};            ///< display::GlyphRun::rest
  std::uint32_t parted_off = 0;  ///< display::GlyphRun::parted_off

  bool right_to_left() const { return (run->bidi_level & 1U) != 0; }
};

/// Turns pieces, which have their places, into the items and links of `line`.
void emit_pieces(const std::vector<LinePiece>& pieces, const ShapedParagraph& shaped,
                 const Paragraph& paragraph, const font::FontBook& fonts, const PartPlaces& places,
                 Line& line);

/// The visible text of [begin, end): soft hyphens and line ends left out.
void append_visible_text(std::string& out, std::string_view text);

}  // namespace handbill::text
