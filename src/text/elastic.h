// SPDX-License-Identifier: MIT
// How much the parts of a line can give.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "text/characters.h"
#include "text/shape.h"

namespace handbill::text {

/// A width in points, and by how much it may grow and shrink.
struct Elastic {
  double natural = 0;
  double stretch = 0;
  double shrink = 0;

  Elastic& operator+=(const Elastic& other) {
    natural += other.natural;
    stretch += other.stretch;
    shrink += other.shrink;
    return *this;
  }
  Elastic& operator-=(const Elastic& other) {
    natural -= other.natural;
    stretch -= other.stretch;
    shrink -= other.shrink;
    return *this;
  }
  friend Elastic operator+(Elastic a, const Elastic& b) { return a += b; }
  friend Elastic operator-(Elastic a, const Elastic& b) { return a -= b; }
  friend Elastic operator*(const Elastic& a, double by) {
    return {a.natural * by, a.stretch * by, a.shrink * by};
  }
};

/// What a paragraph lets its lines do. The width its style likes best glyphs have anyway.
struct Elasticity {
  std::array<double, 3> word_space = {1, 1, 1};
  std::array<double, 3> letter_space = {0, 0, 0};
  std::array<double, 3> glyph_width = {1, 1, 1};
  std::array<double, 3> ideograph_space = {0, 0, 0};
  std::array<double, 3> cluster_space = {0, 0, 0};

  static Elasticity of(const ShapedParagraph& shaped, const Paragraph& paragraph);
  /// Between two letters of a script, in em; nothing where letters join.
  std::array<double, 3> letter_gap(std::uint32_t script) const;
  /// A third of `part`: width, stretch and shrink of one unit.
  static Elastic of(const std::array<double, 3>& part, double unit) {
    return {part[1] * unit, (part[2] - part[1]) * unit, (part[1] - part[0]) * unit};
  }
};

/// The same for the glyphs of one run.
struct RunElasticity {
  RunElasticity(const Elasticity& give, const CharacterStyle& style, std::uint32_t script);

  /// A word space `own` wide in the font.
  Elastic space(double own) const { return Elasticity::of(give.word_space, own); }
  Elastic glyph(double advance) const { return Elasticity::of(give.glyph_width, advance); }
  /// Of glyphs in visual order, part of a text whose line ends at `end`. Space is put behind each
  /// letter that no white space follows.
  Elastic glyphs(std::span<const ShapedGlyph> glyphs, std::string_view text,
                 std::uint32_t end) const;

  const Elasticity& give;
  double tracking = 0;
  Elastic gap{};  ///< between two letters; nothing in scripts whose letters join
};

/// White space; a cluster at `end` is the hyphen of the line.
inline bool is_white(const ShapedGlyph& glyph, std::string_view text, std::uint32_t end) {
  return glyph.cluster < end && is_white_at(text, glyph.cluster);
}

/// True where space may come between two letters that follow each other.
inline bool is_gap(const ShapedGlyph& letter, const ShapedGlyph& next) {
  return letter.cluster != next.cluster && !next.is_tight;
}

}  // namespace handbill::text
