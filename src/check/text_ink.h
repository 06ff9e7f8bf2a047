// SPDX-License-Identifier: MIT
// Where the ink of text lies, glyph by glyph.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "check/ground.h"
#include "display/page_list.h"

namespace handbill::check {

/// Letters that touch are no fault: those set flush with an edge stand over it by their side
/// bearings and by what margins hang out. This much is far below what a trimmer is off by.
inline constexpr Length kTouch = Length::pt(0.5);

/// A box round the run that no glyph leaves, without looking at outlines.
Rect rough_box(const display::GlyphRun& run);

/// The box of the run's ink; nothing: spaces only.
std::optional<Rect> ink_box(const display::GlyphRun& run, const font::FontBook& fonts);

/// The ink of one glyph where it stands.
struct GlyphInk {
  const display::GlyphRun* run = nullptr;
  const display::Glyph* glyph = nullptr;
  Rect box{};

  /// Without what may touch something: kTouch at each side, of small glyphs a quarter.
  Rect core() const;
};
std::vector<GlyphInk> glyph_inks(const display::GlyphRun& run, const font::FontBook& fonts);

/// Outlines of glyphs, made when they are first asked for.
class GlyphOutlines {
 public:
  explicit GlyphOutlines(const font::FontBook& fonts) : fonts_(fonts) {}

  /// The part of the piece in the glyph's core; nothing: none of the glyph's ink lies on it.
  std::optional<Piece> part_below(const GlyphInk& ink, const Piece& piece);
  /// True when ink of the one lies on ink in the core of the other.
  bool meet(const GlyphInk& one, const GlyphInk& other);

 private:
  /// True when the outline of the one runs over ink of the other.
  bool outline_meets(const GlyphInk& one, const GlyphInk& other);
  const std::vector<Piece>& outline(const GlyphInk& ink);

  const font::FontBook& fonts_;
  std::map<std::pair<font::FontId, font::GlyphId>, std::vector<Piece>> outlines_;  ///< in em
};

}  // namespace handbill::check
