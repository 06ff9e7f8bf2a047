// SPDX-License-Identifier: MIT
// Cuts a font down to the glyphs a document uses.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>

#include "font/font_book.h"

namespace handbill::font {

struct Subset {
  /// TrueType: a font file for FontFile2. CFF: the bare CFF table for FontFile3 /CIDFontType0C.
  std::string bytes;
  Outlines outlines = Outlines::TrueType;
  /// Old glyph to compact new glyph; 0 maps to 0.
  std::map<GlyphId, GlyphId> new_glyph;
};

/// `glyphs` in any order, duplicates taken. Layout, kerning, names and character maps are dropped:
/// the PDF names glyphs by number. Same glyphs, same bytes. Nothing: HarfBuzz refused the font.
std::optional<Subset> subset(const Face& face, std::span<const GlyphId> glyphs);

}  // namespace handbill::font
