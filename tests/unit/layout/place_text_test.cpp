// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "placed.h"
#include "support/find_text.h"

namespace handbill::test {
namespace {

using document::VerticalAlign;

enum class FillBlanks { No, Yes };

/// Only the lines of text in a fragment dump: "0 8 30 \"aaa\"".
std::string lines_of(const document::Document& document, const Squares& squares) {
  std::string result;
  for (const DumpLine& each : dump_lines(fragments(document, squares))) {
    if (each.is("line")) result += each.rest() + "\n";
    if (each.is("column")) result += "column\n";
    if (each.is_message()) result += each.words + "\n";
  }
  return result;
}

document::Document two_columns(double height, std::vector<text::Paragraph> paragraphs) {
  return one_side({test::two_columns("body", 80, height, text(std::move(paragraphs)))});
}

}  // namespace

TEST_CASE("capitals of the first line touch the top of the frame, lines follow by the leading") {
  const Squares squares;
  const auto document =
      one_side({frame("body", box(20, 10, 50, 40), words(squares, "aaa bbb ccc"))});
  CHECK(fragments(document, squares) ==
        "side \"front\"\n"
        "  frame \"body\" 20 10 50 40\n"
        "    column 0 0 50 40\n"
        "      line 0 8 30 \"aaa\"\n"
        "      line 0 20 30 \"bbb\"\n"
        "      line 0 32 30 \"ccc\"\n");
}

TEST_CASE("text stands inside the insets") {
  const Squares squares;
  auto document = one_side({frame("body", box(20, 10, 50, 40), words(squares, "aaa bbb"))});
  document.sides[0].frames[0].inset = {Length::pt(1), Length::pt(2), Length::pt(3), Length::pt(4)};
  CHECK(fragments(document, squares) ==
        "side \"front\"\n"
        "  frame \"body\" 20 10 50 40\n"
        "    column 4 1 44 36\n"
        "      line 0 8 30 \"aaa\"\n"
        "      line 0 20 30 \"bbb\"\n");
}

TEST_CASE("text fills one column after the other") {
  const Squares squares;
  const auto document = two_columns(22, {paragraph(squares_style(squares), "aaa bbb ccc ddd")});
  CHECK(fragments(document, squares) ==
        "side \"front\"\n"
        "  frame \"body\" 0 0 80 22\n"
        "    column 0 0 35 22\n"
        "      line 0 8 30 \"aaa\"\n"
        "      line 0 20 30 \"bbb\"\n"
        "    column 45 0 35 22\n"
        "      line 0 8 30 \"ccc\"\n"
        "      line 0 20 30 \"ddd\"\n");
}

TEST_CASE("space between paragraphs is the sum of after and before, none at the top of a column") {
  const Squares squares;
  text::ParagraphStyle style = squares_style(squares);
  style.space_before = Length::pt(3);
  style.space_after = Length::pt(2);
  const auto document =
      two_columns(30, {paragraph(style, "aaa"), paragraph(style, "bbb"), paragraph(style, "ccc")});
  CHECK(lines_of(document, squares) ==
        "column\n0 8 30 \"aaa\"\n0 25 30 \"bbb\"\ncolumn\n0 8 30 \"ccc\"\n");
}

TEST_CASE("a heading moves on with the paragraph it belongs to") {
  const Squares squares;
  text::ParagraphStyle heading = squares_style(squares);
  heading.keep_with_next = true;
  const auto document =
      two_columns(34, {paragraph(squares_style(squares), "aaa bbb"), paragraph(heading, "HHH"),
                       paragraph(squares_style(squares), "ccc ddd")});
  CHECK(lines_of(document, squares) ==
        "column\n0 8 30 \"aaa\"\n0 20 30 \"bbb\"\n"
        "column\n0 8 30 \"HHH\"\n0 20 30 \"ccc\"\n0 32 30 \"ddd\"\n");
}

TEST_CASE("orphans, widows and paragraphs kept together decide where a column ends") {
  const Squares squares;
  text::ParagraphStyle style = squares_style(squares);
  SECTION("two lines are carried over, not one") {
    style.widows = 2;
    CHECK(lines_of(two_columns(34, {paragraph(style, "aaa bbb ccc ddd")}), squares) ==
          "column\n0 8 30 \"aaa\"\n0 20 30 \"bbb\"\ncolumn\n0 8 30 \"ccc\"\n0 20 30 \"ddd\"\n");
  }
  SECTION("one line alone does not stay behind") {
    style.orphans = 2;
    CHECK(lines_of(two_columns(34, {paragraph(style, "aaa bbb"), paragraph(style, "ccc ddd")}),
                   squares) ==
          "column\n0 8 30 \"aaa\"\n0 20 30 \"bbb\"\ncolumn\n0 8 30 \"ccc\"\n0 20 30 \"ddd\"\n");
  }
  SECTION("a paragraph kept together moves on whole") {
    text::ParagraphStyle together = style;
    together.keep_together = true;
    CHECK(lines_of(two_columns(34, {paragraph(style, "aaa"), paragraph(together, "bbb ccc ddd")}),
                   squares) ==
          "column\n0 8 30 \"aaa\"\ncolumn\n0 8 30 \"bbb\"\n0 20 30 \"ccc\"\n0 32 30 \"ddd\"\n");
  }
  SECTION("what no rule lets end anywhere ends where the column is full") {
    style.keep_together = true;
    CHECK(lines_of(two_columns(22, {paragraph(style, "aaa bbb ccc ddd")}), squares) ==
          "column\n0 8 30 \"aaa\"\n0 20 30 \"bbb\"\ncolumn\n0 8 30 \"ccc\"\n0 20 30 \"ddd\"\n");
  }
}

TEST_CASE("rules across the measure stand off the capitals and the baseline") {
  const Squares squares;
  text::ParagraphStyle style = squares_style(squares);
  style.rule_above = text::Rule{.width = Length::pt(2), .offset = Length::pt(3)};
  style.rule_below = text::Rule{.width = Length::pt(1), .offset = Length::pt(4)};
  const auto document = one_side(
      {frame("body", box(0, 0, 50, 40), document::TextContent{{paragraph(style, "aaa bbb")}})});
  // The rule above is 2 thick with its top at 0; the baseline is 2 + 3 + 8 below.
  CHECK(fragments(document, squares) ==
        "side \"front\"\n"
        "  frame \"body\" 0 0 50 40\n"
        "    column 0 0 50 40\n"
        "      shape 0 1 50 0\n"
        "      shape 0 29.5 50 0\n"
        "      line 0 13 30 \"aaa\"\n"
        "      line 0 25 30 \"bbb\"\n");
}

TEST_CASE("text moves down as its frame's vertical alignment asks") {
  const Squares squares;
  auto document = one_side({frame("body", box(0, 0, 50, 40), words(squares, "aaa bbb"))});
  document::Frame& body = document.sides[0].frames[0];
  SECTION("middle goes by capitals and the last baseline: 20 high in 40") {
    body.vertical_align = VerticalAlign::Middle;
    CHECK(lines_of(document, squares) == "column\n0 18 30 \"aaa\"\n0 30 30 \"bbb\"\n");
  }
  SECTION("bottom goes by the descent") {
    body.vertical_align = VerticalAlign::Bottom;
    CHECK(lines_of(document, squares) == "column\n0 26 30 \"aaa\"\n0 38 30 \"bbb\"\n");
  }
  SECTION("middle never pushes the descent out") {
    body.vertical_align = VerticalAlign::Middle;
    body.box = box(0, 0, 50, 22);
    CHECK(lines_of(document, squares) == "column\n0 8 30 \"aaa\"\n0 20 30 \"bbb\"\n");
  }
}

TEST_CASE("a story flows through the frames that name it, over sides and widths") {
  const Squares squares;
  auto document = one_side({frame("one", box(0, 0, 75, 22), document::StoryContent{}),
                            frame("two", box(100, 0, 35, 22), document::StoryContent{})});
  document.stories.push_back(
      {"body", {paragraph(squares_style(squares), "aaa bbb ccc ddd eee fff ggg hhh")}, {}});
  document.sides.push_back(
      {.name = "back",
       .panels = {},
       .folds = {},
       .frames = {frame("three", box(0, 0, 35, 22), document::StoryContent{})}});
  CHECK(fragments(document, squares) ==
        "side \"front\"\n"
        "  frame \"one\" 0 0 75 22\n"
        "    column 0 0 75 22\n"
        "      line 0 8 70 \"aaa bbb\"\n"
        "      line 0 20 70 \"ccc ddd\"\n"
        "  frame \"two\" 100 0 35 22\n"
        "    column 0 0 35 22\n"
        "      line 0 8 30 \"eee\"\n"
        "      line 0 20 30 \"fff\"\n"
        "side \"back\"\n"
        "  frame \"three\" 0 0 35 22\n"
        "    column 0 0 35 22\n"
        "      line 0 8 30 \"ggg\"\n"
        "      line 0 20 30 \"hhh\"\n");
}

TEST_CASE("text that does not fit is reported with the amount") {
  const Squares squares;
  SECTION("in one frame") {
    // 4 lines need 46 pt, the frame has 30.
    CHECK(errors(one_side({frame("body", box(0, 0, 35, 30), words(squares, "aaa bbb ccc ddd"))}),
                 squares) ==
          "overset: this text is too long by about 2 words (2 lines)\n"
          "  5.6 mm too tall for frame `body`\n");
  }
  SECTION("in the last column of the last frame") {
    CHECK(errors(two_columns(22, {paragraph(squares_style(squares), "aaa bbb ccc ddd eee")}),
                 squares) ==
          "overset: this text is too long by about 1 word (1 line)\n"
          "  4.2 mm too tall for frame `body`\n");
  }
  SECTION("when not one line fits") {
    CHECK(errors(one_side({frame("", box(0, 0, 35, 5), words(squares, "aaa"))}), squares) ==
          "overset: this text is too long by about 1 word (1 line)\n"
          "  1.8 mm too tall for a frame\n");
  }
  SECTION("in inches on a sheet in inches") {
    auto document = one_side({frame("body", box(0, 0, 35, 30), words(squares, "aaa bbb ccc ddd"))});
    document.sheet.trim = {Length::inch(11), Length::inch(8.5)};
    CHECK(errors(document, squares) ==
          "overset: this text is too long by about 2 words (2 lines)\n"
          "  0.22 in too tall for frame `body`\n");
  }
}

TEST_CASE("a word wider than its column is parted by force and told once") {
  const Squares squares;
  const auto set = [&](const std::string& text) {
    return fragments(one_side({frame("body", box(0, 0, 35, 80), words(squares, text))}), squares);
  };
  CHECK_THAT(set("aaa bbbbb"), Catch::Contains("\"bb-\"") && Catch::Contains("\"bbb\""));
  CHECK_THAT(
      set("aaa bbbbb"),
      Catch::EndsWith("word-split: `bbbbb` is wider than its column, so it is parted by force\n"
                      "  the column of frame `body` is 12.3 mm wide\n"));
  // Over three lines too; one as wide as its column stays whole.
  CHECK(count(set("bbbbbbb"), "word-split") == 1);
  CHECK(count(set("aaa bbb"), "word-split") == 0);
}

TEST_CASE("a line that may not be broken is reported with the amount when it is too wide") {
  const Squares squares;
  text::ParagraphStyle style = squares_style(squares);
  style.one_line = true;
  CHECK(errors(one_side({frame("body", box(0, 0, 35, 50), text({paragraph(style, "bbbbb")}))}),
               squares) ==
        "line-too-wide: `bbbbb` is 5.3 mm wider than its column\n"
        "  the column of frame `body` is 12.3 mm wide\n");
}

TEST_CASE("a frame without a height is as tall as its text, and others follow it") {
  const Squares squares;
  document::Box below = box(0, 0, 50, 10);
  below.top = edge_of(0, document::EdgeKind::Bottom, 5);
  SECTION("in one column") {
    const auto document = one_side(
        {frame("grows", growing_box(0, 10, 35), words(squares, "aaa bbb")), frame("below", below)});
    CHECK(fragments(document, squares) ==
          "side \"front\"\n"
          "  frame \"grows\" 0 10 35 22\n"
          "    column 0 0 35 22\n"
          "      line 0 8 30 \"aaa\"\n"
          "      line 0 20 30 \"bbb\"\n"
          "  frame \"below\" 0 37 50 10\n");
  }
  SECTION("in columns of equal height") {
    document::Frame grows = frame("grows", growing_box(0, 10, 80), words(squares, "aaa bbb ccc"));
    grows.columns = 2;
    grows.gutter = Length::pt(10);
    CHECK(fragments(one_side({grows, frame("below", below)}), squares) ==
          "side \"front\"\n"
          "  frame \"grows\" 0 10 80 22\n"
          "    column 0 0 35 22\n"
          "      line 0 8 30 \"aaa\"\n"
          "      line 0 20 30 \"bbb\"\n"
          "    column 45 0 35 22\n"
          "      line 0 8 30 \"ccc\"\n"
          "  frame \"below\" 0 37 50 10\n");
  }
  SECTION("upwards from its bottom edge") {
    document::Box up = growing_box(0, 0, 35);
    up.top.reset();
    up.bottom = inwards(10);
    CHECK(fragments(one_side({frame("grows", up, words(squares, "aaa bbb"))}), squares) ==
          "side \"front\"\n"
          "  frame \"grows\" 0 68 35 22\n"
          "    column 0 0 35 22\n"
          "      line 0 8 30 \"aaa\"\n"
          "      line 0 20 30 \"bbb\"\n");
  }
  SECTION("with the rest of a story") {
    auto document = one_side({frame("one", box(0, 0, 35, 22), document::StoryContent{}),
                              frame("rest", growing_box(50, 0, 35), document::StoryContent{})});
    document.stories.push_back({"s", {paragraph(squares_style(squares), "aaa bbb ccc")}, {}});
    CHECK(fragments(document, squares) ==
          "side \"front\"\n"
          "  frame \"one\" 0 0 35 22\n"
          "    column 0 0 35 22\n"
          "      line 0 8 30 \"aaa\"\n"
          "      line 0 20 30 \"bbb\"\n"
          "  frame \"rest\" 50 0 35 10\n"
          "    column 0 0 35 10\n"
          "      line 0 8 30 \"ccc\"\n");
  }
}

TEST_CASE("an empty paragraph takes a line, no paragraph takes nothing") {
  const Squares squares;
  CHECK(lines_of(one_side({frame("body", box(0, 0, 50, 40),
                                 document::TextContent{{paragraph(squares_style(squares), ""),
                                                        paragraph(squares_style(squares), "b")}})}),
                 squares) == "column\n0 8 0 \"\"\n0 20 10 \"b\"\n");
  CHECK(lines_of(one_side({frame("body", box(0, 0, 50, 40), document::TextContent{})}), squares)
            .empty());
}

TEST_CASE("blanks share what the words of their line leave, when their style says so") {
  const Squares squares;
  const auto blanks = [&](double width, FillBlanks fill) {
    text::ParagraphStyle style = squares_style(squares);
    style.fill_blanks = fill == FillBlanks::Yes;
    text::Paragraph paragraph = test::paragraph(style, "aa ");
    paragraph.inlines.push_back(text::Field{Length::pt(50), style.text});
    paragraph.inlines.push_back(text::Run{" bb ", style.text});
    paragraph.inlines.push_back(text::Field{Length::pt(50), style.text});
    const auto document = one_side({frame("body", box(10, 0, width, 60), text({paragraph}))});
    std::vector<std::pair<double, double>> result;
    for (const display::Shape& each : all<display::Shape>(pages(document, squares).pages[0])) {
      const Rect bounds = *each.path.bounds();
      result.emplace_back(bounds.left.pt(), bounds.right().pt());
    }
    return result;
  };
  using Ends = std::vector<std::pair<double, double>>;
  CHECK(blanks(190, FillBlanks::No) == Ends{{40, 90}, {130, 180}});
  CHECK(blanks(190, FillBlanks::Yes) == Ends{{40, 100}, {140, 200}});
  CHECK(blanks(142, FillBlanks::Yes) == Ends{{40, 76}, {116, 152}});
  // Too little to write on: as wide as asked, over two lines.
  CHECK(blanks(141, FillBlanks::Yes) == blanks(141, FillBlanks::No));
}

}  // namespace handbill::test
