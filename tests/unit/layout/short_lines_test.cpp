// SPDX-License-Identifier: MIT
// What justification leaves white. A word of three squares is 30 pt wide; two lines that hang by
// their capitals end 22 pt below the top.
#include "layout/short_lines.h"

#include <catch2/catch.hpp>

#include "placed.h"

namespace handbill::test {
namespace {

std::string told_of_lines(const document::Document& document, const Squares& squares) {
  diag::Diagnostics diags;
  CHECK(layout::place(document, squares.book, diags));
  return messages(diags);
}

/// Only word spaces give.
std::string told_of_line(double width, const std::string& words, text::Align align) {
  const Squares squares;
  text::ParagraphStyle style = squares_style(squares);
  style.align = align;
  style.letter_space = {0, 0, 0};
  style.glyph_width = {1, 1, 1};
  return told_of_lines(
      one_side({frame("body", box(0, 0, width, 100), test::text({paragraph(style, words)}))}),
      squares);
}

document::Frame justified(double height, std::vector<text::Paragraph> paragraphs) {
  document::Frame result = frame("body", box(0, 0, 35, height), test::text(std::move(paragraphs)));
  result.vertical_align = document::VerticalAlign::Justify;
  return result;
}

/// Two paragraphs of a line; `stretch`: what the second lets stand above it.
std::string told_of_column(double height, int stretch) {
  const Squares squares;
  text::ParagraphStyle style = squares_style(squares);
  style.stretch_before = stretch;
  return told_of_lines(
      one_side({justified(height, {paragraph(style, "aaa"), paragraph(style, "bbb")})}), squares);
}

}  // namespace

TEST_CASE("a justified line that can't fill its measure is told of above half a point") {
  CHECK(told_of_line(30, "aaa bbb", text::Align::Justify).empty());
  CHECK(told_of_line(30.5, "aaa bbb", text::Align::Justify).empty());
  CHECK(told_of_line(30.6, "aaa bbb", text::Align::Justify) ==
        "line-short: `aaa` is 0.21 mm short of the end of its line, which is justified\n"
        "  in frame `body`\n");
  CHECK(told_of_line(30.6, "aaa bbb", text::Align::Start).empty());
}

TEST_CASE("a frame is told of once, by its shortest line, and its last lines may be short") {
  CHECK(told_of_line(50, "aaa bbbb c\u2028dd eeee", text::Align::Justify) ==
        "line-short: `dd` is 10.6 mm short of the end of its line, which is justified; so are 2 "
        "others\n  in frame `body`\n");
  CHECK(told_of_line(70, "aaa bbb c", text::Align::Justify).empty());
}

TEST_CASE("a column justified vertically that does not reach its foot is told of") {
  CHECK(told_of_column(22, 0).empty());
  CHECK(told_of_column(22.5, 0).empty());
  CHECK(told_of_column(22.6, 0) ==
        "column-short: the text of frame `body` ends 0.21 mm above its foot, though `vertical` is "
        "`justify`\n");
  // A place gives way by a line's pitch at most.
  CHECK(told_of_column(34.5, 1).empty());
  CHECK_FALSE(told_of_column(34.6, 1).empty());
}

TEST_CASE("of several columns the last may be short, and one that is sent on") {
  const Squares squares;
  const auto columns = [&](const std::string& words, text::BreakBefore sent) {
    text::ParagraphStyle next = squares_style(squares);
    next.break_before = sent;
    document::Frame frame =
        two_columns("body", 80, 30,
                    test::text({paragraph(squares_style(squares), words), paragraph(next, "d")}));
    frame.vertical_align = document::VerticalAlign::Justify;
    return told_of_lines(one_side({frame}), squares);
  };
  CHECK(columns("aaa bbb ccc", text::BreakBefore::None) ==
        "column-short: column 1 of frame `body` ends 2.8 mm above its foot, though `vertical` is "
        "`justify`\n");
  CHECK(columns("aaa bbb", text::BreakBefore::Column).empty());
}

TEST_CASE("on a grid a column may end short by less than a step when its spaces have given one") {
  const Squares squares;
  text::ParagraphStyle style = squares_style(squares);
  style.grid = text::GridSnap::All;
  const auto told_at = [&](double height) {
    document::Document document =
        one_side({justified(height, {paragraph(style, "aaa"), paragraph(style, "bbb")})});
    document.sheet.baseline = document::BaselineGrid{Length::pt(12), Length::pt(8)};
    return told_of_lines(document, squares);
  };
  CHECK(told_at(46).empty());
  CHECK_FALSE(told_at(46.5).empty());
}

}  // namespace handbill::test
