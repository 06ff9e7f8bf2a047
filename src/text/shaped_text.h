// SPDX-License-Identifier: MIT
// What shaping makes of a text, whatever the size, tracking, width and colour it is set in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "font/font_book.h"
#include "text/font_notes.h"

namespace handbill::text {

/// A glyph as its font has it, in font units.
struct UnitGlyph {
  font::GlyphId id = 0;
  std::int32_t advance = 0;
  std::int32_t x_offset = 0;
  std::int32_t y_offset = 0;     ///< y up
  std::uint32_t cluster = 0;     ///< byte offset in the text of the paragraph
  bool unsafe_to_break = false;  ///< breaking before it changes the shapes on either side

  bool operator==(const UnitGlyph&) const = default;
};

/// One font, one style, one direction, one script; glyphs in visual order.
struct UnitRun {
  std::uint32_t begin = 0;  ///< bytes of ShapedText::text
  std::uint32_t end = 0;
  std::size_t inline_index = 0;  ///< which of Paragraph::inlines
  font::FontId font{};
  std::uint8_t bidi_level = 0;
  std::uint32_t script = 0;  ///< ISO 15924 tag as HarfBuzz packs it
  std::vector<UnitGlyph> glyphs;
  bool is_field = false;         ///< a Field: no glyphs
  bool has_soft_hyphen = false;  ///< a line may end in a hyphen in it
};

/// A place where a line may end, after byte `offset` of the text.
struct BreakPoint {
  std::uint32_t offset = 0;
  /// SoftHyphen: a line that ends there gets a hyphen; the text need not have U+00AD there.
  enum class Kind : std::uint8_t { Allowed, Forced, SoftHyphen } kind = Kind::Allowed;
  bool splits_word = false;  ///< no rule allows it: the word is wider than its column
};

/// Something to tell of a font; of text that stands at [begin, end) of ShapedText::text.
struct FontFinding {
  enum class Kind : std::uint8_t {
    Trouble,     ///< `font` makes `trouble`
    Substitute,  ///< `font` sets what `own` should have
    Missing      ///< not even `font`, which sets it, has it
  };
  Kind kind = Kind::Trouble;
  FontTrouble trouble = FontTrouble::None;
  std::size_t inline_index = 0;
  std::uint32_t inline_begin = 0;  ///< of that inline
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  font::FontId own{};
  font::FontId font{};
  char32_t first = 0;        ///< that is missing, to name it by
  std::uint32_t script = 0;  ///< that no font here writes; 0: one does
};

struct ShapedText {
  /// All inlines' text, one after the other; a Field is U+FFFC.
  std::string text;
  std::vector<UnitRun> runs;          ///< in logical order
  std::vector<BreakPoint> breaks;     ///< ascending; the last is the end of the text, Forced
  bool right_to_left = false;         ///< base direction
  std::vector<FontFinding> findings;  ///< in the order they are met
};

}  // namespace handbill::text
