// SPDX-License-Identifier: MIT
// Squares fill their em, so those of two fonts touch; those of the variable font at weight 100 are
// 0.2 em wide and high at the start of an advance of 0.5 em.
#include "text/part_slants.h"

#include <catch2/catch.hpp>

#include "unit/text/text_helpers.h"

namespace handbill::text {
namespace {

using namespace test;

/// The font of squares, told to be slanted, or the narrow one.
font::FontId open(Squares& squares, font::CatalogFace described) {
  described.family = "Squares";
  const auto id = squares.fonts.open_bytes(handbill::test::squares_bytes(described.file), described,
                                           squares.diags);
  return id.value();
}

font::CatalogFace face(const std::string& file, font::Slant slant, int weight = 400) {
  return {.family = {}, .weight = weight, .slant = slant, .file = file, .package = {}};
}

/// What is added after the last letter of the first of two runs, in points at a size of 10.
double added(Squares& squares, font::FontId first, font::FontId second,
             const std::string& text = "a", Length shift = {}) {
  Paragraph paragraph = squares.paragraph(text, 10_pt);
  Run next{.text = "b", .style = squares.style(10_pt)};
  std::get<Run>(paragraph.inlines[0]).style.edit().fonts = {first};
  next.style.edit().fonts = {second};
  next.style.edit().baseline_shift = shift;
  paragraph.inlines.emplace_back(std::move(next));
  const auto shaped = shape(paragraph, squares.fonts, squares.diags);
  REQUIRE(shaped.runs.size() == 2);
  const ShapedGlyph& last = shaped.runs[0].glyphs.back();
  const double own = squares.fonts.face(first).advance(last.id) * 10;
  CHECK(last.advance.pt() - own == Approx(last.trim_end.pt()).margin(1e-9));
  return last.trim_end.pt();
}

}  // namespace

TEST_CASE("Slanted and upright letters that touch are set apart") {
  Squares squares;
  const auto slanted = open(squares, face("squares.otf", font::Slant::Italic));
  const auto narrow = open(squares, face("squares-variable.ttf", font::Slant::Upright, 100));
  CHECK(added(squares, slanted, squares.font) == Approx(0.6));
  CHECK(added(squares, squares.font, slanted) == Approx(0.6));
  CHECK(added(squares, slanted, narrow) == Approx(0.6));
  // 0.3 em of white are enough; so is a space.
  CHECK(added(squares, narrow, slanted) == 0);
  CHECK(added(squares, slanted, squares.font, "a ") == 0);
  // Letters of one slant know each other, and letters one above the other do not touch.
  const auto other = open(squares, face("squares.otf", font::Slant::Upright, 700));
  CHECK(added(squares, other, squares.font) == 0);
  CHECK(added(squares, slanted, squares.font, "a", 11_pt) == 0);
  CHECK(added(squares, slanted, squares.font, "a", 8_pt) == Approx(0.6));
}

TEST_CASE("What parts slanted from upright letters takes no room at the end of a line") {
  Squares squares;
  const auto slanted = open(squares, face("squares.otf", font::Slant::Italic));
  Paragraph paragraph = squares.paragraph("aaa", 10_pt);
  std::get<Run>(paragraph.inlines[0]).style.edit().fonts = {slanted};
  paragraph.inlines.emplace_back(Run{.text = "\u200Bbb", .style = squares.style(10_pt)});
  const auto lines = squares.lines(paragraph, 30_pt);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].width.pt() == Approx(30));
}

}  // namespace handbill::text
