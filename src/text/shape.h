// SPDX-License-Identifier: MIT
// Stage 4, shape: a styled paragraph becomes runs of glyphs in logical order, with every place a
// line may end. Its words are shaped in font units, and scaled last.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "font/font_book.h"
#include "text/shaped_text.h"
#include "text/style.h"

namespace handbill::text {

class FontNotes;
class ShapeBook;
struct Hyphenation;

struct ShapedGlyph {
  font::GlyphId id = 0;
  Length advance{};
  Length x_offset{};
  Length y_offset{};             ///< y down
  std::uint32_t cluster = 0;     ///< byte offset in ShapedParagraph::text
  bool unsafe_to_break = false;  ///< breaking before it changes the shapes on either side
  bool is_tight = false;         ///< justified lines put no space between the one before and it
  /// White inside the advance that goes when the glyph begins or ends a line: of full-width
  /// punctuation, and between ideographs and Latin letters.
  Length trim_start{};
  Length trim_end{};
};

/// One font, one style, one direction, one script; glyphs in visual order.
struct ShapedRun {
  std::uint32_t begin = 0;  ///< bytes of ShapedParagraph::text
  std::uint32_t end = 0;
  std::size_t inline_index = 0;  ///< which of Paragraph::inlines
  font::FontId font{};
  double scale = 1;  ///< of the style's size: fallbacks may be set larger or smaller
  std::uint8_t bidi_level = 0;
  std::uint32_t script = 0;  ///< ISO 15924 tag as HarfBuzz packs it
  std::vector<ShapedGlyph> glyphs;
  bool is_field = false;  ///< a Field: no glyphs, `field_width` wide
  Length field_width{};
  /// Of the hyphen a line gets when it ends at a soft hyphen in this run; 0 when it has none.
  Length hyphen_advance{};
};

struct ShapedParagraph {
  /// All inlines' text, one after the other; a Field is U+FFFC.
  std::string text;
  std::vector<ShapedRun> runs;          ///< in logical order
  std::vector<BreakPoint> breaks;       ///< ascending; the last is the end of the text, Forced
  bool right_to_left = false;           ///< base direction
  std::vector<ShapedParagraph> marker;  ///< none, or the paragraph's marker
};

/// Shapes paragraph after paragraph: what it remembers is only put into the sizes asked for. For
/// one thread.
class Shaper {
 public:
  /// `hyphenation` may be null; it must outlive this. What is shaped is remembered here alone.
  explicit Shaper(const font::FontBook& fonts, const Hyphenation* hyphenation = nullptr);
  /// What is shaped is remembered in `book`, which is of the same fonts and outlives this.
  Shaper(const font::FontBook& fonts, const Hyphenation* hyphenation, ShapeBook& book);
  ~Shaper();
  /// Reports glyph-missing, once a character and paragraph, but for scripts that no font has. The
  /// base direction is right to left when the paragraph's language is, or else when its first
  /// strong character is.
  ShapedParagraph shape(const Paragraph& paragraph, diag::Diagnostics& diags);
  /// Adds the places where words may be parted. Apart from shape(), because a paragraph that fits
  /// on one line needs none.
  void hyphenate(const Paragraph& paragraph, ShapedParagraph& shaped);
  /// What is told once of all that was shaped: scripts that no font has, and letters that another
  /// font than the style's own sets.
  const FontNotes& font_notes() const;

 private:
  struct Impl;
  Shaper(const font::FontBook& fonts, const Hyphenation* hyphenation, ShapeBook* book);
  std::unique_ptr<Impl> impl_;
};

/// One paragraph with a Shaper of its own. Scripts that no font has are reported, other fonts are
/// not.
ShapedParagraph shape(const Paragraph& paragraph, const font::FontBook& fonts,
                      diag::Diagnostics& diags);

/// The text dump of this stage: one run a line with its font, script, direction, glyphs and
/// clusters.
std::string dump(const ShapedParagraph& shaped, const font::FontBook& fonts);

}  // namespace handbill::text
