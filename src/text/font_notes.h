// SPDX-License-Identifier: MIT
// What shaping finds about the fonts of a document: kept until all is shaped, so that each font and
// each script is told of once, with its letters, and not letter by letter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "font/font_book.h"

namespace handbill::text {

/// True when the face has letters of a script (ISO 15924 tag): its sample in ICU, "L" of Latin.
bool writes(const font::Face& face, std::uint32_t script);

/// True for a character that readers take for text, set in a run of `script`: letters and marks of
/// a script the face writes; between them digits, punctuation, signs of currency and of Latin-1.
/// Other symbols are seldom in fonts of letters, and look alike in all.
bool should_have(const font::Face& face, char32_t c, std::uint32_t script);

/// What shaping finds wrong with a font: HarfBuzz gives up, or is led to glyphs it does not have.
enum class FontTrouble { None, TooMuchWork, UnknownGlyph };

class FontNotes {
 public:
  /// The font is not told of as lacking signs, too.
  void note_trouble(font::FontId font, FontTrouble trouble, diag::Span at);
  bool has_trouble(font::FontId font) const;
  /// `own` should have `sign` and lacks it; `used` sets it.
  void note_substitute(font::FontId own, font::FontId used, std::string_view sign, diag::Span at);
  /// No font at hand has letters of `script`, such as `sign`.
  void note_missing(std::uint32_t script, std::string_view sign, diag::Span at);

  /// Reports font-broken, once for each font.
  void tell_troubles(const font::FontBook& fonts, diag::Diagnostics& diags) const;
  /// Reports font-substituted, once for each own font.
  void tell_substitutes(const font::FontBook& fonts, diag::Diagnostics& diags) const;
  /// Reports glyph-missing, once for each script.
  void tell_missing(diag::Diagnostics& diags) const;

 private:
  /// Signs in the order they are met, each once.
  struct Signs {
    std::vector<std::string> all{};
    diag::Span first{};

    void add(std::string_view sign, diag::Span at);
    std::string list() const;
  };
  struct Substitute {
    font::FontId own{};
    std::vector<font::FontId> used{};
    Signs signs{};
  };
  struct Missing {
    std::uint32_t script = 0;
    Signs signs{};
  };

  struct Trouble {
    font::FontId font{};
    FontTrouble trouble{};
    diag::Span first{};
  };

  std::vector<Trouble> troubles_;
  std::vector<Substitute> substitutes_;
  std::vector<Missing> missing_;
};

}  // namespace handbill::text
