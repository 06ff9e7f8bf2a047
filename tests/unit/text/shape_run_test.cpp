// SPDX-License-Identifier: MIT
#include "text/shape_run.h"

#include <catch2/catch.hpp>

#include "unit/text/text_helpers.h"

namespace handbill::text {
namespace {

using namespace test;

constexpr std::string_view kText = "AVA fix";

std::vector<UnitGlyph> glyphs_of(const Squares& squares, const CharacterStyle& style) {
  RunShaper shaper;
  std::vector<UnitGlyph> glyphs;
  const auto end = static_cast<std::uint32_t>(kText.size());
  const font::Face& face = squares.fonts.face(squares.font);
  shaper.shape({.text = kText, .begin = 0, .end = end, .style = style, .face = face}, glyphs);
  return glyphs;
}

}  // namespace

TEST_CASE("Glyphs come in font units, the same at every size and tracking") {
  Squares squares;
  const auto glyphs = glyphs_of(squares, squares.style(5_pt));
  REQUIRE(glyphs.size() == 6);
  const double em = squares.fonts.face(squares.font).units_per_em();
  CHECK(glyphs[0].advance == em * 0.9);  // kerned to the V
  CHECK(glyphs[3].advance == em);
  CHECK(glyphs_of(squares, squares.style(47.3_pt)) == glyphs);
  CharacterStyle spaced = squares.style(5_pt);
  spaced.tracking = 0.1;
  const auto apart = glyphs_of(squares, spaced);
  CHECK(apart.size() == 7);  // no ligature
  spaced.tracking = -0.3;
  CHECK(glyphs_of(squares, spaced) == apart);
}

TEST_CASE("Glyphs are scaled last, each by the same factor, and tracked after each cluster") {
  Squares squares;
  CharacterStyle style = squares.style(47.3_pt);
  style.tracking = 0.1;
  const auto glyphs = glyphs_of(squares, style);
  const font::Face& face = squares.fonts.face(squares.font);
  std::vector<ShapedGlyph> scaled(1);
  append_scaled(glyphs, {style, face, 0, 1.25}, scaled);
  REQUIRE(scaled.size() == glyphs.size() + 1);
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const double units = 47.3 * 1.25 / face.units_per_em();
    CHECK(scaled[i + 1].advance == Length::pt(glyphs[i].advance * units) + 47.3_pt * 0.1);
    CHECK(scaled[i + 1].id == glyphs[i].id);
    CHECK(scaled[i + 1].cluster == glyphs[i].cluster);
  }
}

}  // namespace handbill::text
