// SPDX-License-Identifier: MIT
// Glyphs as FreeType rasters them: unhinted, in 256 greys, at quarters of a pixel.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "font/font_book.h"

namespace handbill::png {

/// Where in its pixel a glyph's origin lies, in steps of kPhases: 0 is the upper left corner.
inline constexpr int kPhases = 4;
struct Phase {
  int x = 0;
  int y = 0;
  auto operator<=>(const Phase&) const = default;
};

/// A glyph as large as it is wanted.
struct SizedGlyph {
  font::FontId font{};
  font::GlyphId glyph = 0;
  double pixels_per_em = 0;
  double glyph_width = 1;  ///< display::GlyphRun::glyph_width
};

struct GlyphMask {
  int left = 0;  ///< pixels from the origin's pixel to the first column
  int top = 0;   ///< and to the first row, y down
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> coverage;  ///< rows without padding
  bool is_vast = false;  ///< many em large: none is made, as the pixels of a few fill the memory
};

/// Each mask is made once. For one page, by one thread.
class GlyphMasks {
 public:
  explicit GlyphMasks(const font::FontBook& fonts);
  ~GlyphMasks();

  /// Empty when the glyph has no outline, is vast or FreeType refuses it. Stays valid.
  const GlyphMask& mask(const SizedGlyph& glyph, Phase phase);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace handbill::png
