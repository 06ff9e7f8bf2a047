// SPDX-License-Identifier: MIT
// What stands flush at the end of the last line. In the font of squares each character is 5 wide.
#include <catch2/catch.hpp>

#include "unit/text/text_helpers.h"

namespace handbill::text {
namespace {

using namespace test;

/// "Body {flush end} end", the least gap being two characters.
Paragraph flushed(const Squares& squares, const std::string& body, const std::string& end) {
  Paragraph paragraph = squares.paragraph(body.empty() ? "" : body + "\u2028");
  if (body.empty()) paragraph.inlines.clear();
  paragraph.flush_end = paragraph.inlines.size();
  paragraph.inlines.push_back(Run{.text = end, .style = squares.style()});
  paragraph.style.edit().flush_gap = 10_pt;
  return paragraph;
}

/// Each line as "left text" of its glyph runs.
std::vector<std::string> places(const std::vector<Line>& lines) {
  std::vector<std::string> result;
  for (const Line& line : lines) {
    std::string& text = result.emplace_back();
    for (const display::GlyphRun& run : glyph_runs(line)) {
      if (!text.empty()) text += "|";
      text += std::to_string(std::lround(run.origin.x.pt())) + " " + run.text;
    }
  }
  return result;
}

}  // namespace

TEST_CASE("the end of a paragraph stands flush where its last line leaves room") {
  struct Case {
    std::string body, end;
    double width;
    std::vector<std::string> places;
  };
  const std::vector<Case> cases = {
      // 4 characters, 2 of gap, 3: exactly 45.
      {"aaaa", "bbb", 45, {"0 aaaa |30 bbb"}},
      {"aaaa", "bbb", 44.9, {"0 aaaa ", "30 bbb"}},
      {"aaaa", "bbb", 60, {"0 aaaa |45 bbb"}},
      {"aaaa aa aaa", "bbb", 50, {"0 aaaa aa ", "0 aaa |35 bbb"}},
      {"aa aa aaaaaa", "bbb", 60, {"0 aa aa aaaaaa ", "45 bbb"}},
      // A word moves up so that there is room, even where it stands better below.
      {"aaaaaaaaaaaaaaaa. So aaaa", "bbb", 100, {"0 aaaaaaaaaaaaaaaa. ", "0 So aaaa |85 bbb"}},
      {"aaaaaaaaaaaaaaaa. So aaaa",
       "bbbbbbbbbbbb",
       100,
       {"0 aaaaaaaaaaaaaaaa. So ", "0 aaaa |40 bbbbbbbbbbbb"}},
      // Too long for one line: lines of its own, each flush.
      {"aa", "bbbb bbbb bbbb", 45, {"0 aa ", "0 bbbb bbbb ", "25 bbbb"}},
      {"aa", "b\u2028bb", 45, {"0 aa ", "40 b ", "35 bb"}},
      {"", "bbb", 45, {"30 bbb"}},
  };
  for (const Case& each : cases) {
    CAPTURE(each.body, each.end, each.width);
    Squares squares;
    Paragraph paragraph = flushed(squares, each.body, each.end);
    CHECK(places(squares.lines(paragraph, Length::pt(each.width))) == each.places);
  }
}

TEST_CASE("a line with something at its end keeps to its indents and to its side") {
  Squares squares;
  Paragraph paragraph = flushed(squares, "aaaa", "bbb");
  paragraph.style.edit().indent_start = 10_pt;
  paragraph.style.edit().indent_end = 15_pt;
  CHECK(places(squares.lines(paragraph, 70_pt)) == std::vector<std::string>{"10 aaaa |40 bbb"});
  const auto lines = squares.lines(paragraph, 90_pt);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].left.pt() == Approx(10));
  CHECK(lines[0].width.pt() == Approx(65));
  CHECK(lines[0].text == "aaaa bbb");
  CHECK(fits(lines[0].overrun, 0_pt));
}

TEST_CASE("from right to left the end of a line is at the left") {
  Squares squares;
  Paragraph paragraph = flushed(squares, "\u05d0\u05d0\u05d0\u05d0", "\u05d1\u05d1");
  paragraph.style.edit().indent_start = 10_pt;
  paragraph.style.edit().indent_end = 5_pt;
  CHECK(places(squares.lines(paragraph, 55_pt)) ==
        std::vector<std::string>{"25 \u05d0\u05d0\u05d0\u05d0 |5 \u05d1\u05d1"});
  CHECK(places(squares.lines(paragraph, 54_pt)) ==
        std::vector<std::string>{"24 \u05d0\u05d0\u05d0\u05d0 ", "5 \u05d1\u05d1"});
}

TEST_CASE("justified text spreads neither its last line nor what stands at the end") {
  Squares squares;
  Paragraph paragraph = flushed(squares, "aa aa aa aa", "b b b");
  paragraph.style.edit().align = Align::Justify;
  const auto lines = squares.lines(paragraph, 45_pt);
  REQUIRE(texts(lines) == std::vector<std::string>{"aa aa aa", "aa b b b"});
  CHECK(lines[0].width.pt() == Approx(45));
  CHECK(places(lines)[1] == "0 aa |20 b b b");
  // A last line that is too long shrinks to leave the room it must.
  Paragraph tight = flushed(squares, "aa aa aa", "b");
  tight.style.edit().align = Align::Justify;
  const auto shrunk = squares.lines(tight, 54.5_pt);
  REQUIRE(shrunk.size() == 1);
  CHECK(glyph_runs(shrunk[0]).back().origin.x.pt() == Approx(49.5));
  CHECK(shrunk[0].width.pt() == Approx(54.5));
}

TEST_CASE("text that is to stay on its line does, and tells by how much it is too long") {
  Squares squares;
  Paragraph paragraph = squares.paragraph("aa aa\u2028aa aa aa");
  paragraph.style.edit().one_line = true;
  const auto lines = squares.lines(paragraph, 30_pt);
  REQUIRE(texts(lines) == std::vector<std::string>{"aa aa", "aa aa aa"});
  CHECK(lines[0].overrun == 0_pt);
  CHECK(lines[1].overrun.pt() == Approx(10));
  const ShapedParagraph shaped = shape(paragraph, squares.fonts, squares.diags);
  CHECK(minimum_width(shaped, paragraph).pt() == Approx(40));
  Paragraph ended = flushed(squares, "aa aa", "bb");
  ended.style.edit().one_line = true;
  const auto tight = squares.lines(ended, 35_pt);
  REQUIRE(tight.size() == 1);
  CHECK(tight[0].overrun.pt() == Approx(10));
  CHECK(places(squares.lines(ended, 45_pt)) == std::vector<std::string>{"0 aa aa |35 bb"});
}

TEST_CASE("a paragraph that is to stand on one line needs room for its end") {
  Squares squares;
  const auto widths = [&](const Paragraph& paragraph) {
    const ShapedParagraph shaped = shape(paragraph, squares.fonts, squares.diags);
    return std::pair(natural_width(shaped, paragraph).pt(), minimum_width(shaped, paragraph).pt());
  };
  CHECK(widths(flushed(squares, "aa aa", "bbb")) == std::pair(50.0, 15.0));
  CHECK(widths(flushed(squares, "aaaaaaaaaaaa\u2028aa", "bbb")) == std::pair(60.0, 60.0));
  CHECK(widths(flushed(squares, "aa", "bb\u2028bbb")) == std::pair(15.0, 15.0));
  CHECK(widths(flushed(squares, "", "bbb")) == std::pair(15.0, 15.0));
}

namespace {

/// The left edges of the drawings of a line, which are squares of 5.
std::vector<long> drawn(const Line& line) {
  std::vector<long> lefts;
  for (const display::Item& item : line.items) {
    const auto* shape = std::get_if<display::Shape>(&item.content);
    if (shape == nullptr) continue;
    for (const PathStep& step : shape->path.steps()) {
      if (step.kind == PathStep::Kind::Move) lefts.push_back(std::lround(step.end.x.pt()));
    }
  }
  return lefts;
}

}  // namespace

TEST_CASE("leaders fill the white before what stands flush, counted from the end of the line") {
  const auto dots = [](const std::string& body, const std::string& end, double width,
                       const std::string& leader) {
    Squares fresh;
    Paragraph paragraph = flushed(fresh, body, end);
    paragraph.leader = leader;
    return drawn(fresh.lines(paragraph, Length::pt(width)).back());
  };
  using Lefts = std::vector<long>;
  // Between 15 and 45, a quarter em of 5 from both: the squares stand at multiples of 5 from 60.
  CHECK(dots("aaa", "bbb", 60, ".") == Lefts{20, 25, 30, 35});
  CHECK(dots("aa", "bbb", 60, ".") == Lefts{15, 20, 25, 30, 35});
  CHECK(dots("aaa", "bbb", 60, ". ") == Lefts{20, 30});
  CHECK(dots("aaaaaa", "bbb", 60, ". ").size() == 0);
  CHECK(dots("aaa", "bbb", 60, "").empty());
  CHECK(dots("aaa", "bbb", 60, " ").empty());
  CHECK(dots("", "bbb", 60, ".").empty());
  // On a line of its own it leads from the start.
  CHECK(dots("aaaaaaaaaaa", "bbb", 60, ".") == Lefts{5, 10, 15, 20, 25, 30, 35});
}

}  // namespace handbill::text
