// SPDX-License-Identifier: MIT
// Font fallback: which of a style's fonts sets which part of a text.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "font/font_book.h"

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
  /// Cuts [begin, end) of `text` at grapheme clusters, each set in the first font that has all of
  /// it; in the first font of all when none has. Neighbours of one font are joined.
  std::vector<FontPiece> pick(std::string_view text, std::uint32_t begin, std::uint32_t end,
                              const std::vector<font::FontId>& candidates);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// False for characters that leave no mark: controls, joiners, variation selectors, ...
bool needs_glyph(char32_t c);

}  // namespace handbill::text
