// SPDX-License-Identifier: MIT
// Font fallback: which of a style's fonts sets which part of a text.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "font/font_book.h"
#include "text/style.h"

namespace handbill::text {

struct FontPiece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  font::FontId font{};
};

class FontPicker {
 public:
  explicit FontPicker(const font::FontBook& fonts);
  ~FontPicker();
  /// What is asked for a piece of one script.
  struct Job {
    std::string_view text;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t script = 0;
    const CharacterStyle& style;
  };
  /// Cuts [begin, end) of `text` at grapheme clusters, each set in the first font that has all of
  /// it; in the first font of all when none has. Neighbours of one font are joined. Asked are the
  /// style's own font, its font for the script, its other fonts, those for other scripts. Between
  /// letters of the script's font spaces and punctuation stay in it, so that words are shaped
  /// whole and quotes are as wide as the writing has them; digits keep the style's own font.
  std::vector<FontPiece> pick(const Job& job);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// False for characters that leave no mark: controls, joiners, variation selectors, ...
bool needs_glyph(char32_t c);

}  // namespace handbill::text
