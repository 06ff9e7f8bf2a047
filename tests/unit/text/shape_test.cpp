// SPDX-License-Identifier: MIT
#include "text/shape.h"

#include <catch2/catch.hpp>

#include "unit/text/text_helpers.h"

namespace handbill::text {
namespace {

using namespace test;

std::vector<std::uint32_t> clusters(const ShapedRun& run) {
  std::vector<std::uint32_t> result;
  for (const ShapedGlyph& glyph : run.glyphs) result.push_back(glyph.cluster);
  return result;
}

Length total(const ShapedRun& run) {
  Length sum;
  for (const ShapedGlyph& glyph : run.glyphs) sum += glyph.advance;
  return sum;
}

}  // namespace

TEST_CASE("A ligature is one glyph for two letters, unless letters are spaced") {
  Squares squares;
  Paragraph paragraph = squares.paragraph("fix");
  auto shaped = shape(paragraph, squares.fonts, squares.diags);
  REQUIRE(shaped.runs.size() == 1);
  CHECK(clusters(shaped.runs[0]) == std::vector<std::uint32_t>{0, 2});
  std::get<Run>(paragraph.inlines[0]).style.edit().tracking = 0.1;
  shaped = shape(paragraph, squares.fonts, squares.diags);
  CHECK(clusters(shaped.runs[0]) == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(total(shaped.runs[0]).pt() == Approx(3 * 5.5));
}

TEST_CASE("Letters of signs are not joined in ligatures unless the style asks for them") {
  Squares squares;
  struct Case {
    Length size;
    std::vector<Feature> features;
    std::size_t glyphs = 0;
  };
  const std::vector<Case> cases = {
      {47_pt, {}, 2}, {48_pt, {}, 2}, {48.1_pt, {}, 3}, {84_pt, {{"liga", 1}}, 2}};
  for (const Case& each : cases) {
    INFO(each.size.pt());
    Paragraph paragraph = squares.paragraph("fix", each.size);
    CHECK(std::get<Run>(paragraph.inlines[0]).style->ligatures_up_to == 48_pt);
    std::get<Run>(paragraph.inlines[0]).style.edit().features = each.features;
    const auto shaped = shape(paragraph, squares.fonts, squares.diags);
    CHECK(shaped.runs[0].glyphs.size() == each.glyphs);
  }
}

TEST_CASE("Kerning narrows a pair and makes a break between it unsafe") {
  Squares squares;
  const auto shaped = shape(squares.paragraph("AVA", 10_pt), squares.fonts, squares.diags);
  REQUIRE(shaped.runs[0].glyphs.size() == 3);
  CHECK(shaped.runs[0].glyphs[0].advance.pt() == Approx(9));
  CHECK(shaped.runs[0].glyphs[1].unsafe_to_break);
  CHECK_FALSE(shaped.runs[0].glyphs[2].unsafe_to_break);
}

TEST_CASE("Features of a style are used") {
  Squares squares;
  Paragraph paragraph = squares.paragraph("a");
  std::get<Run>(paragraph.inlines[0]).style.edit().features = {{"smcp", 1}};
  const auto shaped = shape(paragraph, squares.fonts, squares.diags);
  CHECK(shaped.runs[0].glyphs[0].id == squares.fonts.face(squares.font).glyph_for('A'));
}

TEST_CASE("A combining mark sits on its letter and shares its cluster") {
  Squares squares;
  const auto shaped = shape(squares.paragraph("ae\u0301x"), squares.fonts, squares.diags);
  CHECK(clusters(shaped.runs[0]) == std::vector<std::uint32_t>{0, 1, 1, 4});
  CHECK(total(shaped.runs[0]).pt() == Approx(15));
  CHECK(shaped.runs[0].glyphs[2].x_offset.pt() == Approx(-2.5));
  CHECK(squares.diags.list().empty());
}

TEST_CASE("Soft hyphens, joiners and line separators leave no glyph") {
  Squares squares;
  const auto shaped =
      shape(squares.paragraph("a\u00adb\u200dc\u2028d\ufe0f"), squares.fonts, squares.diags);
  REQUIRE(shaped.runs.size() == 2);  // nothing is shaped across a line end
  CHECK(clusters(shaped.runs[0]) == std::vector<std::uint32_t>{0, 3, 7});
  CHECK(clusters(shaped.runs[1]) == std::vector<std::uint32_t>{11});
  CHECK(total(shaped.runs[0]).pt() == Approx(15));
  CHECK(squares.diags.list().empty());
}

TEST_CASE("A character that no font has is reported once, by name") {
  Squares squares;
  shape(squares.paragraph("a\u2603 \u2603"), squares.fonts, squares.diags);
  REQUIRE(squares.diags.list().size() == 1);
  CHECK(squares.diags.list()[0].id == diag::DiagnosticId::GlyphMissing);
  CHECK(squares.diags.list()[0].message == "no font here has `\u2603` (SNOWMAN, U+2603)");
}

TEST_CASE("The place of a missing character is that character, when the span allows") {
  Squares squares;
  Paragraph paragraph = squares.paragraph("ab\u2603c");
  std::get<Run>(paragraph.inlines[0]).span = {diag::FileId{0}, 100, 106};
  shape(paragraph, squares.fonts, squares.diags);
  std::get<Run>(paragraph.inlines[0]).span = {diag::FileId{0}, 100, 120};
  shape(paragraph, squares.fonts, squares.diags);
  REQUIRE(squares.diags.list().size() == 2);
  CHECK(squares.diags.list()[0].span == diag::Span{diag::FileId{0}, 102, 105});
  CHECK(squares.diags.list()[1].span == diag::Span{diag::FileId{0}, 100, 120});
}

TEST_CASE("Direction and script cut runs, and the language sets the base direction") {
  Squares squares;
  Paragraph paragraph = squares.paragraph("ab \u05d0\u05d1 cd");
  auto shaped = shape(paragraph, squares.fonts, squares.diags);
  CHECK_FALSE(shaped.right_to_left);
  REQUIRE(shaped.runs.size() == 3);
  CHECK(shaped.runs[1].bidi_level == 1);
  CHECK(clusters(shaped.runs[1]) == std::vector<std::uint32_t>{5, 3});
  paragraph.style.edit().text.edit().language = "he";
  shaped = shape(paragraph, squares.fonts, squares.diags);
  CHECK(shaped.right_to_left);
  shaped = shape(squares.paragraph("\u05d0 ab"), squares.fonts, squares.diags);
  CHECK(shaped.right_to_left);
}

TEST_CASE("A field is a run of its own with its width") {
  Squares squares;
  Paragraph paragraph = squares.paragraph("Name ");
  paragraph.inlines.push_back(Field{.width = 40_pt, .style = squares.style()});
  const auto shaped = shape(paragraph, squares.fonts, squares.diags);
  REQUIRE(shaped.runs.size() == 2);
  CHECK(shaped.runs[1].is_field);
  CHECK(shaped.text == "Name \uFFFC");
  CHECK(natural_width(shaped, paragraph).pt() == Approx(65));
}

TEST_CASE("Breaks carry their kind and end with the text") {
  Squares squares;
  const auto shaped = shape(squares.paragraph("ab c\u00add\u2028e"), squares.fonts, squares.diags);
  using Kind = BreakPoint::Kind;
  const std::vector<std::pair<std::uint32_t, Kind>> expected{
      {3, Kind::Allowed}, {6, Kind::SoftHyphen}, {10, Kind::Forced}, {11, Kind::Forced}};
  std::vector<std::pair<std::uint32_t, Kind>> actual;
  for (const BreakPoint& each : shaped.breaks) actual.push_back({each.offset, each.kind});
  CHECK(actual == expected);
}

TEST_CASE("Endless marks, soft hyphens and line separators take no endless time") {
  for (const std::string unit : {"\u0301", "\u00ad", "\u2028", "\u200d", "f\u00adi\u00ad"}) {
    INFO(unit);
    Squares squares;
    std::string text;
    while (text.size() < 20'000) text += unit;
    const auto lines = squares.lines(squares.paragraph(text), 30_pt);
    CHECK_FALSE(lines.empty());
    if (unit == "\u2028") CHECK(lines.size() == text.size() / 3);
  }
}

TEST_CASE("A Shaper gives what a single call gives, paragraph after paragraph") {
  Squares squares;
  Shaper shaper(squares.fonts);
  for (const std::string text : {"ab cd", "\u05d0 x", "", "fi\u00ad AV"}) {
    const Paragraph paragraph = squares.paragraph(text);
    CHECK(dump(shaper.shape(paragraph, squares.diags), squares.fonts) ==
          dump(shape(paragraph, squares.fonts, squares.diags), squares.fonts));
  }
}

}  // namespace handbill::text
