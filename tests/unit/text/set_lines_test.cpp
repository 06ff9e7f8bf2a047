// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "unit/text/text_helpers.h"

namespace handbill::text {
namespace {

using namespace test;

/// "0:ab 10:c": text and left end of each glyph run.
std::string places(const Line& line) {
  std::string result;
  for (const display::GlyphRun& run : glyph_runs(line)) {
    if (!result.empty()) result += ' ';
    result += std::to_string(static_cast<int>(run.origin.x.pt() + 0.5)) + ":" + run.text;
  }
  return result;
}

/// The part of a run's text each glyph stands for.
std::vector<std::string> glyph_texts(const display::GlyphRun& run) {
  std::vector<std::string> result;
  for (const display::Glyph& glyph : run.glyphs) {
    result.push_back(run.text.substr(glyph.text_begin, glyph.text_end - glyph.text_begin));
  }
  return result;
}

}  // namespace

TEST_CASE("Lines align by the base direction") {
  struct Case {
    Align align;
    std::string text;
    double left;
  };
  for (const auto& [align, text, left] : {
           Case{Align::Start, "abc", 3},
           Case{Align::End, "abc", 3 + 33},
           Case{Align::Center, "abc", 3 + 16.5},
           Case{Align::Justify, "abc", 3},
           Case{Align::Left, "abc", 3},
           Case{Align::Right, "abc", 3 + 33},
           Case{Align::Start, "\u05d0\u05d1\u05d2", 7 + 33},
           Case{Align::End, "\u05d0\u05d1\u05d2", 7},
           Case{Align::Center, "\u05d0\u05d1\u05d2", 7 + 16.5},
           Case{Align::Left, "\u05d0\u05d1\u05d2", 7},
           Case{Align::Right, "\u05d0\u05d1\u05d2", 7 + 33},
       }) {
    INFO(text << " " << static_cast<int>(align));
    Squares squares;
    Paragraph paragraph = squares.paragraph(text);
    paragraph.style.edit().align = align;
    paragraph.style.edit().indent_start = 3_pt;
    paragraph.style.edit().indent_end = 7_pt;
    const auto lines = squares.lines(paragraph, 58_pt);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].left.pt() == Approx(left));
    CHECK(lines[0].width.pt() == Approx(15));
  }
}

TEST_CASE("Text of the other direction is turned round on each line") {
  Squares squares;
  // "ab אב cd efefe" in a line of 8 characters and one of 5.
  const auto lines = squares.lines(squares.paragraph("ab \u05d0\u05d1 cd efefe"), 45_pt);
  REQUIRE(texts(lines) == std::vector<std::string>{"ab \u05d0\u05d1 cd", "efefe"});
  CHECK(places(lines[0]) == "0:ab  15:\u05d0\u05d1 25: cd ");
  const display::GlyphRun hebrew = glyph_runs(lines[0])[1];
  CHECK(hebrew.right_to_left);
  CHECK(glyph_texts(hebrew) == std::vector<std::string>{"\u05d1", "\u05d0"});
}

TEST_CASE("A right-to-left paragraph starts at the right") {
  Squares squares;
  // Logical: alef, space, "ab", space, bet.
  const auto lines = squares.lines(squares.paragraph("\u05d0 ab \u05d1"), 60_pt);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].left.pt() == Approx(30));
  CHECK(places(lines[0]) == "50:\u05d0  40:ab 30: \u05d1");
}

TEST_CASE("The space at a line end stays in the text and takes no room") {
  Squares squares;
  const auto lines = squares.lines(squares.paragraph("aaa bbb"), 20_pt);
  REQUIRE(lines.size() == 2);
  const display::GlyphRun first = glyph_runs(lines[0]).at(0);
  CHECK(first.text == "aaa ");
  REQUIRE(first.glyphs.size() == 4);
  CHECK(first.glyphs[3].x.pt() == Approx(15));
  CHECK(first.glyphs[3].advance == 0_pt);
  CHECK(lines[0].width.pt() == Approx(15));
  CHECK(glyph_runs(lines[1]).at(0).text == "bbb");
}

TEST_CASE("A hyphen at a line end stands for no text, and the word stays whole") {
  Squares squares;
  const auto lines = squares.lines(squares.paragraph("aaa\u00adbbb"), 20_pt);
  REQUIRE(lines.size() == 2);
  const display::GlyphRun first = glyph_runs(lines[0]).at(0);
  CHECK(first.text == "aaa");
  CHECK(glyph_texts(first) == std::vector<std::string>{"a", "a", "a", ""});
  CHECK(first.glyphs[3].id == squares.fonts.face(squares.font).glyph_for(0x2010));
  CHECK(lines[0].width.pt() == Approx(20));
}

TEST_CASE("A ligature is taken apart where a line ends inside it") {
  Squares squares;
  Paragraph paragraph = squares.paragraph("aaaf\u00adixx");
  const auto whole = squares.lines(paragraph, 60_pt);
  REQUIRE(whole.size() == 1);
  CHECK(glyph_texts(glyph_runs(whole[0]).at(0)) ==
        std::vector<std::string>{"a", "a", "a", "fi", "x", "x"});
  const auto broken = squares.lines(paragraph, 25_pt);
  REQUIRE(texts(broken) == std::vector<std::string>{"aaaf-", "ixx"});
  CHECK(glyph_texts(glyph_runs(broken[0]).at(0)) ==
        std::vector<std::string>{"a", "a", "a", "f", ""});
  CHECK(glyph_texts(glyph_runs(broken[1]).at(0)) == std::vector<std::string>{"i", "x", "x"});
  CHECK(broken[0].width.pt() == Approx(25));
  CHECK(broken[1].width.pt() == Approx(15));
}

TEST_CASE("Kerning across a line end is undone") {
  Squares squares;
  const auto lines = squares.lines(squares.paragraph("aA\u200bVa", 10_pt), 25_pt);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].width.pt() == Approx(20));
  CHECK(lines[1].width.pt() == Approx(20));
  // On one line the pair is 1 pt closer; and what fits only without kerning does not fit.
  CHECK(squares.lines(squares.paragraph("aA\u200bVa", 10_pt), 39.1_pt).size() == 1);
  CHECK(squares.lines(squares.paragraph("aA\u200bVa", 10_pt), 38.9_pt).size() == 2);
  CHECK(squares.lines(squares.paragraph("aA\u200bV", 10_pt), 19.5_pt)[0].overrun.pt() ==
        Approx(0.5));
}

TEST_CASE("Tracking stands between letters, not after the last of a line") {
  Squares squares;
  Paragraph paragraph = squares.paragraph("aaa bbb", 10_pt);
  std::get<Run>(paragraph.inlines[0]).style.edit().tracking = 0.1;
  const auto lines = squares.lines(paragraph, 32_pt);
  REQUIRE(texts(lines) == std::vector<std::string>{"aaa", "bbb"});
  CHECK(lines[0].width.pt() == Approx(32));
  CHECK(lines[0].overrun == 0_pt);
}

TEST_CASE("Each glyph has its part of the text, marks with their letter") {
  Squares squares;
  const auto lines = squares.lines(squares.paragraph("e\u0301fi x"), 60_pt);
  CHECK(glyph_texts(glyph_runs(lines[0]).at(0)) ==
        std::vector<std::string>{"e\u0301", "e\u0301", "fi", " ", "x"});
}

TEST_CASE("A field is a hairline a little below the baseline") {
  Squares squares;
  Paragraph paragraph = squares.paragraph("ab ", 10_pt);
  paragraph.inlines.push_back(Field{.width = 40_pt, .style = squares.style(10_pt)});
  const auto lines = squares.lines(paragraph, 100_pt);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].width.pt() == Approx(70));
  REQUIRE(lines[0].items.size() == 2);
  const auto& shape = std::get<display::Shape>(lines[0].items[1].content);
  REQUIRE(shape.stroke);
  CHECK(shape.stroke->width == 0.5_pt);
  CHECK(shape.stroke->color == color::Color::black());
  REQUIRE(shape.path.bounds());
  CHECK(shape.path.bounds()->left.pt() == Approx(30));
  CHECK(shape.path.bounds()->width.pt() == Approx(40));
  CHECK(shape.path.bounds()->top.pt() == Approx(1.2));
}

TEST_CASE("Ascent and descent are those of the largest run, shifts counted") {
  Squares squares;
  Paragraph paragraph = squares.paragraph("ab", 10_pt);
  Run raised{.text = "c", .style = squares.style(10_pt)};
  raised.style.edit().baseline_shift = 3_pt;
  paragraph.inlines.push_back(raised);
  const auto lines = squares.lines(paragraph, 100_pt);
  CHECK(lines[0].ascent.pt() == Approx(11));
  CHECK(lines[0].descent.pt() == Approx(2));
  CHECK(glyph_runs(lines[0])[1].origin.y == -3_pt);
  const auto empty = squares.lines(squares.paragraph("", 10_pt), 100_pt);
  CHECK(empty[0].ascent.pt() == Approx(8));
  CHECK(empty[0].descent.pt() == Approx(2));
}

TEST_CASE("A link has one box a line, over all its runs") {
  Squares squares;
  Paragraph paragraph = squares.paragraph("see ", 10_pt);
  paragraph.parts.push_back({Part::Kind::Link, "https://example.org"});
  paragraph.inlines.push_back(
      Run{.text = "ab \u05d0 cd", .style = squares.style(10_pt), .part = PartId{0}});
  const auto one = squares.lines(paragraph, 200_pt);
  REQUIRE(one[0].links.size() == 1);
  CHECK(one[0].links[0].target == "https://example.org");
  CHECK(one[0].links[0].box.left.pt() == Approx(40));
  CHECK(one[0].links[0].box.width.pt() == Approx(70));
  CHECK(one[0].links[0].box.top.pt() == Approx(-8));
  CHECK(one[0].links[0].box.height.pt() == Approx(10));
  const auto two = squares.lines(paragraph, 70_pt);
  REQUIRE(two.size() == 2);
  CHECK(two[0].links[0].box.width.pt() == Approx(20));
}

TEST_CASE("An underline lies where the font wants it") {
  Squares squares;
  Paragraph paragraph = squares.paragraph("ab", 10_pt);
  std::get<Run>(paragraph.inlines[0]).style.edit().underline = true;
  const auto lines = squares.lines(paragraph, 100_pt);
  REQUIRE(lines[0].items.size() == 2);
  const auto bounds = std::get<display::Shape>(lines[0].items[0].content).path.bounds();
  REQUIRE(bounds);
  CHECK(bounds->top.pt() == Approx(1.5));
  CHECK(bounds->height.pt() == Approx(0.5));
  CHECK(bounds->width.pt() == Approx(20));
}

TEST_CASE("A marker hangs in the indent of the first line") {
  struct Case {
    Marker::Hang hang;
    std::string text;
    double left;
  };
  for (const auto& [hang, text, left] : {
           Case{Marker::Hang::FlushStart, "aaa bbb", 4},
           Case{Marker::Hang::FlushEnd, "aaa bbb", 20 - 3 - 5},
           Case{Marker::Hang::FlushStart, "\u05d0 \u05d1\u05d1\u05d1", 40 - 4 - 5},
           Case{Marker::Hang::FlushEnd, "\u05d0 \u05d1\u05d1\u05d1", 40 - 20 + 3},
       }) {
    INFO(text << " " << static_cast<int>(hang));
    Squares squares;
    Paragraph paragraph = squares.paragraph(text);
    paragraph.style.edit().indent_start = 20_pt;
    paragraph.marker = Marker{
        .run = {.text = "*", .style = squares.style()}, .gap = 3_pt, .hang = hang, .start = 4_pt};
    const auto lines = squares.lines(paragraph, 40_pt);
    REQUIRE(lines.size() == 2);
    REQUIRE(glyph_runs(lines[0]).size() == 2);
    CHECK(glyph_runs(lines[0])[0].text == "*");
    CHECK(glyph_runs(lines[0])[0].origin.x.pt() == Approx(left));
    CHECK(glyph_runs(lines[1]).size() == 1);
  }
}

TEST_CASE("A character the first font lacks is set in the next, whole clusters at a time") {
  Squares squares;
  // A second font that has what the first lacks: the same squares, less some.
  const font::FontId whole = squares.font;
  diag::Diagnostics diags;
  font::CatalogFace face{.family = "DejaVu Sans", .file = "DejaVuSans.ttf", .package = {}};
  font::FontBook machine(font::machine_font_folders());
  const auto dejavu = machine.open(face, diag::MemoryFiles({}), {}, diags);
  if (!dejavu) {
    WARN("DejaVu Sans is not installed");
    return;
  }
  const font::FontId squares_here = handbill::test::open_squares(machine);
  Paragraph paragraph = squares.paragraph("a \u2603 e\u0302 b");
  auto& style = std::get<Run>(paragraph.inlines[0]).style;
  style.edit().fonts = {squares_here, *dejavu};
  paragraph.style.edit().text = style;
  const ShapedParagraph shaped = shape(paragraph, machine, diags);
  CHECK(diags.list().empty());
  std::vector<std::string> by_font;
  for (const ShapedRun& run : shaped.runs) {
    by_font.push_back((run.font == squares_here ? "S:" : "D:") +
                      shaped.text.substr(run.begin, run.end - run.begin));
  }
  CHECK(by_font == std::vector<std::string>{"S:a ", "D:\u2603", "S: ", "D:e\u0302", "S: b"});
  CHECK(whole == squares.font);
}

}  // namespace handbill::text
