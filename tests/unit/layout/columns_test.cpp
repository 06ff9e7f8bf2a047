// SPDX-License-Identifier: MIT
// Where columns end: balance, forced breaks, hyphens; and the baseline grid.
#include <catch2/catch.hpp>

#include "placed.h"

namespace handbill::test {
namespace {

using document::VerticalAlign;
using text::BreakBefore;
using text::GridSnap;

/// The baselines of each column of each frame: "aaa@8 bbb@20 | ccc@8".
std::string columns_of(const document::Document& document, const Squares& squares) {
  std::string result;
  for (const DumpLine& each : dump_lines(fragments(document, squares))) {
    const std::string& line = each.words;
    if (each.is("frame")) result += "\n";
    if (each.is("column")) result += "| ";
    if (each.is("line")) {
      const std::size_t baseline = line.find(' ', 5) + 1;
      const std::size_t words = line.find('"') + 1;
      result += line.substr(words, line.size() - words - 1) + "@" +
                line.substr(baseline, line.find(' ', baseline) - baseline) + " ";
    }
  }
  return result;
}

/// Columns of 35 pt.
document::Frame columns(std::string name, double height, document::FrameContent content) {
  return two_columns(std::move(name), 80, height, std::move(content));
}

}  // namespace

TEST_CASE("balanced columns share the lines") {
  const Squares squares;
  const auto words = paragraph(squares_style(squares), "aaa bbb ccc ddd");
  auto document = one_side({columns("body", 90, text({words}))});
  CHECK(columns_of(document, squares) == "\n| aaa@8 bbb@20 ccc@32 ddd@44 ");
  document.sides[0].frames[0].balance = true;
  CHECK(columns_of(document, squares) == "\n| aaa@8 bbb@20 | ccc@8 ddd@20 ");
}

TEST_CASE("balanced columns differ by a line at most, the first being higher") {
  const Squares squares;
  const auto words = paragraph(squares_style(squares), "aaa bbb ccc ddd eee fff ggg hhh iii jjj");
  auto document = one_side({columns("body", 90, text({words}))});
  document::Frame& body = document.sides[0].frames[0];
  body.columns = 3;
  body.box.width->length = Length::pt(125);
  body.balance = true;
  CHECK(columns_of(document, squares) ==
        "\n| aaa@8 bbb@20 ccc@32 ddd@44 | eee@8 fff@20 ggg@32 | hhh@8 iii@20 "
        "jjj@32 ");
}

TEST_CASE("balance obeys what keeps lines together") {
  const Squares squares;
  text::ParagraphStyle heading = squares_style(squares);
  heading.keep_with_next = true;
  auto document =
      one_side({columns("body", 90,
                        text({paragraph(squares_style(squares), "aaa"), paragraph(heading, "HHH"),
                              paragraph(squares_style(squares), "bbb")}))});
  document.sides[0].frames[0].balance = true;
  CHECK(columns_of(document, squares) == "\n| aaa@8 | HHH@8 bbb@20 ");
}

TEST_CASE("only the frame in which the text ends is balanced") {
  const Squares squares;
  auto document = one_side(
      {columns("one", 22, document::StoryContent{}), columns("two", 90, document::StoryContent{})});
  document.sides[0].frames[0].balance = document.sides[0].frames[1].balance = true;
  document.stories.push_back(
      {"body", {paragraph(squares_style(squares), "aaa bbb ccc ddd eee fff")}, {}});
  CHECK(columns_of(document, squares) == "\n| aaa@8 bbb@20 | ccc@8 ddd@20 \n| eee@8 | fff@8 ");
}

TEST_CASE("a paragraph may start a column, or a frame") {
  const Squares squares;
  const text::ParagraphStyle plain = squares_style(squares);
  text::ParagraphStyle breaking = plain;
  auto document = one_side(
      {columns("one", 60, document::StoryContent{}), columns("two", 60, document::StoryContent{})});
  const auto set = [&](BreakBefore where, std::vector<std::string> words) {
    breaking.break_before = where;
    std::vector<text::Paragraph> paragraphs;
    for (const std::string& each : words) {
      paragraphs.push_back(paragraph(each < "a" ? breaking : plain, each));
    }
    document.stories = {{"body", std::move(paragraphs), {}}};
    return columns_of(document, squares);
  };
  CHECK(set(BreakBefore::Column, {"aaa", "BBB", "ccc"}) == "\n| aaa@8 | BBB@8 ccc@20 \n");
  CHECK(set(BreakBefore::Frame, {"aaa", "BBB", "ccc"}) == "\n| aaa@8 \n| BBB@8 ccc@20 ");
  // What stands at the top already does not move on.
  CHECK(set(BreakBefore::Column, {"AAA", "BBB"}) == "\n| AAA@8 | BBB@8 \n");
  CHECK(set(BreakBefore::Frame, {"AAA", "bbb"}) == "\n| AAA@8 bbb@20 \n");
  // Where nothing follows there is nothing to move on to.
  CHECK(set(BreakBefore::Frame, {"aaa", "BBB", "CCC", "DDD"}) ==
        "\n| aaa@8 \n| BBB@8 | CCC@8 DDD@20 ");
}

TEST_CASE("a frame as tall as its content ends where the next frame is asked for") {
  const Squares squares;
  text::ParagraphStyle breaking = squares_style(squares);
  breaking.break_before = BreakBefore::Frame;
  auto document = one_side({frame("one", growing_box(0, 0, 35), document::StoryContent{}),
                            frame("two", growing_box(50, 0, 35), document::StoryContent{})});
  document.stories = {
      {"body", {paragraph(squares_style(squares), "aaa bbb"), paragraph(breaking, "ccc")}, {}}};
  CHECK(fragments(document, squares) ==
        "side \"front\"\n"
        "  frame \"one\" 0 0 35 22\n"
        "    column 0 0 35 22\n"
        "      line 0 8 30 \"aaa\"\n"
        "      line 0 20 30 \"bbb\"\n"
        "  frame \"two\" 50 0 35 10\n"
        "    column 0 0 35 10\n"
        "      line 0 8 30 \"ccc\"\n");
}

TEST_CASE("a column ends one line sooner when that spares a hyphen at its foot") {
  const Squares squares;
  text::ParagraphStyle style = squares_style(squares);
  const auto words = [&] { return text({paragraph(style, "aaa bb\u00adbbb")}); };
  // Without a column to follow, the hyphen stays.
  CHECK(columns_of(one_side({frame("body", box(0, 0, 35, 60), words())}), squares) ==
        "\n| aaa@8 bb-@20 bbb@32 ");
  CHECK(columns_of(one_side({columns("body", 22, words())}), squares) ==
        "\n| aaa@8 | bb-@8 bbb@20 ");
  // Two orphans weigh more.
  style.orphans = 2;
  CHECK(columns_of(one_side({columns("body", 22, words())}), squares) ==
        "\n| aaa@8 bb-@20 | bbb@8 ");
}

TEST_CASE("lines move down to the baseline grid of the side") {
  const Squares squares;
  text::ParagraphStyle style = squares_style(squares);
  style.space_after = Length::pt(5);
  const auto set = [&](GridSnap grid) {
    style.grid = grid;
    auto document = one_side({frame("body", box(0, 7, 35, 90),
                                    text({paragraph(style, "aaa bbb"), paragraph(style, "ccc")}))});
    // From the top of the frame: 5, 20, 35, 50.
    document.sheet.baseline = {Length::pt(15), Length::pt(12)};
    return columns_of(document, squares);
  };
  CHECK(set(GridSnap::None) == "\n| aaa@8 bbb@20 ccc@37 ");
  CHECK(set(GridSnap::First) == "\n| aaa@20 bbb@32 ccc@50 ");
  CHECK(set(GridSnap::All) == "\n| aaa@20 bbb@35 ccc@65 ");
}

TEST_CASE("what stands on a grid line already stays") {
  const Squares squares;
  text::ParagraphStyle style = squares_style(squares);
  style.grid = GridSnap::All;
  auto document =
      one_side({frame("body", box(0, 0.1, 35, 60), text({paragraph(style, "aaa bbb ccc ddd")}))});
  document.sheet.baseline = {Length::pt(12), Length::pt(8.1) - Length::pt(120)};
  CHECK(columns_of(document, squares) == "\n| aaa@8 bbb@20 ccc@32 ddd@44 ");
}

TEST_CASE("text on the grid moves down by whole steps in its frame") {
  const Squares squares;
  text::ParagraphStyle style = squares_style(squares);
  style.grid = GridSnap::All;
  auto document = one_side({frame("body", box(0, 0, 35, 60), text({paragraph(style, "aaa bbb")}))});
  document.sheet.baseline = {Length::pt(12), Length::pt(8)};
  document::Frame& body = document.sides[0].frames[0];
  body.vertical_align = VerticalAlign::Bottom;
  // The descent would reach the foot at 46 and 58.
  CHECK(columns_of(document, squares) == "\n| aaa@44 bbb@56 ");
  body.vertical_align = VerticalAlign::Middle;
  CHECK(columns_of(document, squares) == "\n| aaa@20 bbb@32 ");
}

TEST_CASE("a frame as tall as its content is tall enough for lines on the grid") {
  const Squares squares;
  text::ParagraphStyle style = squares_style(squares);
  style.grid = GridSnap::All;
  document::Box from_bottom = growing_box(50, 0, 35);
  from_bottom.top.reset();
  from_bottom.bottom = inwards(10);
  auto document =
      one_side({frame("down", growing_box(0, 5, 35), text({paragraph(style, "aaa bbb")})),
                frame("up", from_bottom, text({paragraph(style, "aaa bbb")}))});
  document.sheet.baseline = {Length::pt(15), Length()};
  // Lines at 15 and 30 of the side; at 75 and 90 the descent would not fit above 90.
  CHECK(fragments(document, squares) ==
        "side \"front\"\n"
        "  frame \"down\" 0 5 35 27\n"
        "    column 0 0 35 27\n"
        "      line 0 10 30 \"aaa\"\n"
        "      line 0 25 30 \"bbb\"\n"
        "  frame \"up\" 50 52 35 38\n"
        "    column 0 0 35 38\n"
        "      line 0 8 30 \"aaa\"\n"
        "      line 0 23 30 \"bbb\"\n");
}

}  // namespace handbill::test
