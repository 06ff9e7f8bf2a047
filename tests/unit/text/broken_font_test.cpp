// SPDX-License-Identifier: MIT
// Fonts that pass every look at their file and go wrong when text is set in them.
#include <catch2/catch.hpp>

#include "support/broken_font.h"
#include "unit/text/text_helpers.h"

namespace handbill::text {
namespace {

using namespace test;
using handbill::test::squares_multiplying;
using handbill::test::squares_with_glyphs;

struct Set {
  font::FontBook fonts{{}};
  diag::Diagnostics diags;
  ShapedParagraph shaped;
  std::size_t lines = 0;

  Set(const std::string& bytes, std::string text, int times = 1) {
    const auto id =
        fonts.open_bytes(bytes, {.family = "Odd", .file = "odd.ttf", .package = {}}, diags);
    REQUIRE(id);
    Paragraph paragraph;
    paragraph.style.edit().text.edit().fonts = {*id};
    paragraph.style.edit().text.edit().size = 10_pt;
    for (int i = 0; i < times; ++i) {
      paragraph.inlines.push_back(Run{.text = text, .style = paragraph.style->text});
    }
    shaped = shape(paragraph, fonts, diags);
    const Measure measure{40_pt};
    const auto breaks = break_lines(shaped, paragraph, measure, fonts);
    lines = set_lines(shaped, paragraph, breaks, measure, fonts).size();
  }

  std::string messages() const {
    std::string all;
    for (const diag::Diagnostic& each : diags.list()) {
      all += std::string(info(each.id).name) + ": " + each.message + "\n";
    }
    return all;
  }
};

std::size_t glyph_of(char32_t c) {
  Squares squares;
  return squares.fonts.face(squares.font).glyph_for(c);
}

}  // namespace

TEST_CASE(
    "a font whose rules never come to an end is named, and its letters are set without them") {
  const std::size_t a = glyph_of(U'a');
  const Set set(squares_multiplying(a, 200), "ab a\u00ada", 3);
  CHECK(set.messages() ==
        "font-broken: font file `odd.ttf` can't be used: its rules make far more glyphs of this "
        "text than it has letters\n");
  REQUIRE(set.shaped.runs.size() >= 1);
  CHECK(set.shaped.runs[0].glyphs.size() == 5);
  CHECK(set.shaped.runs[0].glyphs[0].id == a);
  CHECK(set.shaped.runs[0].glyphs[0].advance == 10_pt);
  CHECK(set.shaped.runs[0].glyphs[4].cluster == 6);
  CHECK(set.lines > 1);
  // As many glyphs as 32 for each of two bytes and one more.
  const Set below(squares_multiplying(a, 9), "ab");
  CHECK(below.messages().empty());
  CHECK(below.shaped.runs[0].glyphs.size() == 82);
  const Set above(squares_multiplying(a, 10), "ab");
  CHECK(above.messages() == set.messages());
  CHECK(above.shaped.runs[0].glyphs.size() == 2);
}

TEST_CASE(
    "a font whose character map leads beyond its glyphs is named, and no glyph of it is used") {
  const std::size_t a = glyph_of(U'a');
  const Set below(squares_with_glyphs(a), "Aa");
  CHECK(below.messages() ==
        "font-broken: font file `odd.ttf` can't be used: it leads to glyphs that it does not have; "
        "it has " +
            std::to_string(a) + "\n");
  for (const ShapedRun& run : below.shaped.runs) {
    for (const ShapedGlyph& glyph : run.glyphs) CHECK(glyph.id < a);
  }
  CHECK(below.shaped.runs.front().glyphs.front().id != 0);
  // The last glyph is one of the font's.
  CHECK(Set(squares_with_glyphs(a + 1), "Aa").messages().empty());
}

TEST_CASE("a broken font from right to left keeps the order of its letters") {
  const std::size_t he = glyph_of(U'\u05d4');
  const Set set(squares_with_glyphs(he), "\u05d0\u05d4\u05d1");
  REQUIRE(set.shaped.runs.size() == 1);
  std::vector<std::uint32_t> clusters;
  for (const ShapedGlyph& each : set.shaped.runs[0].glyphs) clusters.push_back(each.cluster);
  CHECK(clusters == std::vector<std::uint32_t>{4, 2, 0});
  CHECK(set.messages().starts_with("font-broken: font file `odd.ttf` can't be used"));
}

}  // namespace handbill::text
