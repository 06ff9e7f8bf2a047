// SPDX-License-Identifier: MIT
// Text round frames and outlines, side headings, and vertical justification.
#include <catch2/catch.hpp>

#include "base/number.h"
#include "layout/obstacles.h"
#include "placed.h"

namespace handbill::test {
namespace {

using document::Wrap;
using layout::Band;
using layout::Interval;
using layout::Obstacle;
using layout::Obstacles;

document::Frame wrapping(document::Box where, Wrap wrap = Wrap::Box, double offset = 0) {
  document::Frame result = frame("art", std::move(where));
  result.wrap = wrap;
  result.wrap_offset = Length::pt(offset);
  return result;
}

/// "left baseline width text" of each line of the first frame.
std::string first_frame(const document::Document& document, const Squares& squares) {
  std::string result;
  int frames = 0;
  for (const DumpLine& each : dump_lines(fragments(document, squares))) {
    if (each.is("frame")) ++frames;
    if (frames == 1 && each.is("line")) result += each.rest() + "\n";
    if (each.is_message()) result += each.words + "\n";
  }
  return result;
}

/// A heading 30 pt wide and 10 pt away, and text that leaves it room.
struct SideStyles {
  explicit SideStyles(const Squares& squares)
      : heading(squares_style(squares)), body(squares_style(squares)) {
    heading.side = text::SideRoom{Length::pt(30), Length::pt(10)};
    heading.keep_with_next = heading.keep_together = true;
    body.indent_start = Length::pt(40);
  }
  text::ParagraphStyle heading;
  text::ParagraphStyle body;
};

std::string taken(const Obstacle& obstacle, double top, double bottom) {
  const auto part = obstacle.taken({Length::pt(top), Length::pt(bottom)});
  if (!part) return "free";
  return format_number(part->left.pt(), 1) + ".." + format_number(part->right.pt(), 1);
}

}  // namespace

TEST_CASE("a box takes its width and the offset of every band it touches") {
  const Obstacle box = Obstacle::box(
      {Length::pt(10), Length::pt(20), Length::pt(30), Length::pt(10)}, Length::pt(2));
  CHECK(taken(box, 0, 18) == "free");
  CHECK(taken(box, 0, 19) == "8..42");
  CHECK(taken(box, 25, 26) == "8..42");
  CHECK(taken(box, 31, 40) == "8..42");
  CHECK(taken(box, 32, 40) == "free");
}

TEST_CASE("an outline takes what it encloses, with a round offset") {
  Path triangle;
  triangle.move({Length::pt(0), Length::pt(0)});
  triangle.line({Length::pt(40), Length::pt(0)});
  triangle.line({Length::pt(0), Length::pt(40)});
  triangle.close();
  const Rect box{{}, {}, Length::pt(40), Length::pt(40)};
  const Obstacle bare = Obstacle::outline(triangle, box, Length());
  CHECK(taken(bare, 0, 10) == "0..40");
  CHECK(taken(bare, 10, 20) == "0..30");
  CHECK(taken(bare, 30, 50) == "0..10");
  CHECK(taken(bare, 41, 50) == "free");
  const Obstacle offset = Obstacle::outline(triangle, box, Length::pt(5));
  CHECK(taken(offset, 41, 50) == "-4.8..6.1");
  CHECK(taken(offset, 46, 50) == "free");
  CHECK(taken(offset, -20, -6) == "free");
  // What lies outside the frame is not seen.
  const Obstacle cut =
      Obstacle::outline(triangle, {{}, {}, Length::pt(20), Length::pt(40)}, Length());
  CHECK(taken(cut, 10, 12) == "0..20");
}

TEST_CASE("the widest free part of a line is taken, if it is wide enough") {
  Obstacles obstacles;
  const auto add = [&](double left, double right) {
    obstacles.add(Obstacle::box(
        Rect::from_edges(Length::pt(left), {}, Length::pt(right), Length::pt(10)), Length()));
  };
  add(20, 30);
  add(25, 40);
  const Interval line{{}, Length::pt(100)};
  const auto part = [&](double top, double least) -> std::string {
    const Band band{Length::pt(top), Length::pt(top + 5)};
    const auto found = obstacles.free_part(line, band, Length::pt(least));
    return found ? format_number(found->left.pt(), 1) + ".." + format_number(found->right.pt(), 1)
                 : "none";
  };
  CHECK(part(0, 50) == "40..100");
  CHECK(part(0, 61) == "none");
  CHECK(part(10, 100) == "0..100");
  add(90, 120);
  CHECK(part(0, 50) == "40..90");
}

TEST_CASE("text flows round a frame that stands in it") {
  const Squares squares;
  const auto set = [&](document::Frame art) {
    return first_frame(
        one_side({frame("body", box(10, 10, 100, 80), words(squares, "aaaaa bb ccccc dddd eeeee")),
                  std::move(art)}),
        squares);
  };
  // At the right, lines 1 and 2; text is 5 em wide at least.
  CHECK(set(wrapping(box(70, 10, 40, 20))) ==
        "0 8 50 \"aaaaa\"\n0 20 20 \"bb\"\n0 32 100 \"ccccc dddd\"\n0 44 50 \"eeeee\"\n");
  // At the left; the offset comes on top.
  CHECK(set(wrapping(box(10, 10, 30, 10), Wrap::Box, 4)) ==
        "34 8 50 \"aaaaa\"\n34 20 20 \"bb\"\n0 32 100 \"ccccc dddd\"\n0 44 50 \"eeeee\"\n");
  // Where there is no room the line moves down to the foot of the frame.
  CHECK(set(wrapping(box(10, 25, 100, 20))) ==
        "0 8 80 \"aaaaa bb\"\n0 43 100 \"ccccc dddd\"\n0 55 50 \"eeeee\"\n");
  // Frames below the text are no obstacle.
  document::Frame below = wrapping(box(70, 10, 40, 20));
  below.z = -1;
  CHECK(set(below) == "0 8 80 \"aaaaa bb\"\n0 20 100 \"ccccc dddd\"\n0 32 50 \"eeeee\"\n");
}

TEST_CASE("each column flows round what stands in it") {
  const Squares squares;
  document::Frame body =
      two_columns("body", 190, 46, words(squares, "aaaaa bbb ccccc ddd eeeee fff ggggg"));
  CHECK(first_frame(one_side({body, wrapping(box(140, 0, 50, 9))}), squares) ==
        "0 8 90 \"aaaaa bbb\"\n0 20 90 \"ccccc ddd\"\n0 32 90 \"eeeee fff\"\n"
        "0 44 50 \"ggggg\"\n"
        "empty-frame: the text ends before the last column of frame `body`: 1 of 2 columns stays "
        "empty\n");
  body.box.height->length = Length::pt(22);
  CHECK(first_frame(one_side({body, wrapping(box(160, 0, 30, 9))}), squares) ==
        "0 8 90 \"aaaaa bbb\"\n0 20 90 \"ccccc ddd\"\n"
        "0 8 50 \"eeeee\"\n0 20 90 \"fff ggggg\"\n");
}

TEST_CASE("a paragraph that goes on beside an obstacle is set anew there") {
  const Squares squares;
  document::Frame body =
      frame("body", box(0, 0, 190, 22), words(squares, "aaaa bbbb cccc dddd eeeee fff"));
  body.columns = 2;
  body.gutter = Length::pt(10);
  CHECK(first_frame(one_side({body, wrapping(box(150, 0, 40, 9))}), squares) ==
        "0 8 90 \"aaaa bbbb\"\n0 20 90 \"cccc dddd\"\n0 8 50 \"eeeee\"\n0 20 30 \"fff\"\n");
}

TEST_CASE("a growing frame makes room for what it flows round: who follows it does not push it") {
  const Squares squares;
  document::Frame below = wrapping(box(0, 0, 100, 10));
  below.box.top = edge_of(0, document::EdgeKind::Bottom, -5);
  const auto body = frame("body", growing_box(0, 0, 100), words(squares, "aaaaa bbbbb"));
  CHECK(fragments(one_side({body, wrapping(box(0, 0, 100, 10))}), squares) ==
        "side \"front\"\n"
        "  frame \"body\" 0 0 100 32\n"
        "    column 0 0 100 32\n"
        "      line 0 18 50 \"aaaaa\"\n"
        "      line 0 30 50 \"bbbbb\"\n"
        "  frame \"art\" 0 0 100 10\n");
  CHECK(fragments(one_side({body, below}), squares) ==
        "side \"front\"\n"
        "  frame \"body\" 0 0 100 22\n"
        "    column 0 0 100 22\n"
        "      line 0 8 50 \"aaaaa\"\n"
        "      line 0 20 50 \"bbbbb\"\n"
        "  frame \"art\" 0 17 100 10\n");
}

TEST_CASE("a side heading stands beside its paragraph, in the indent or in the margin") {
  const Squares squares;
  SideStyles styles(squares);
  const auto set = [&](double indent) {
    const auto& heading = styles.heading;
    styles.body.indent_start = Length::pt(indent);
    return first_frame(
        one_side(
            {frame("body", box(50, 0, 70 + indent, 90),
                   text({paragraph(heading, "HHH HH"), paragraph(styles.body, "aaa bbb ccc ddd"),
                         paragraph(heading, "H H HHH"), paragraph(styles.body, "eee"),
                         paragraph(heading, "HH"), paragraph(styles.body, "fff")}))}),
        squares);
  };
  CHECK(set(40) ==
        "0 8 30 \"HHH\"\n0 20 20 \"HH\"\n40 8 70 \"aaa bbb\"\n40 20 70 \"ccc ddd\"\n"
        "0 32 30 \"H H\"\n0 44 30 \"HHH\"\n40 32 30 \"eee\"\n"
        "0 56 20 \"HH\"\n40 56 30 \"fff\"\n");
  CHECK(set(0) ==
        "-40 8 30 \"HHH\"\n-40 20 20 \"HH\"\n0 8 70 \"aaa bbb\"\n0 20 70 \"ccc ddd\"\n"
        "-40 32 30 \"H H\"\n-40 44 30 \"HHH\"\n0 32 30 \"eee\"\n"
        "-40 56 20 \"HH\"\n0 56 30 \"fff\"\n");
}

TEST_CASE("a side heading moves on with its paragraph, and text of full width stays below it") {
  const Squares squares;
  const auto [heading, body] = SideStyles(squares);
  const auto two = two_columns(
      "body", 150, 22,
      text({paragraph(body, "aaa"), paragraph(heading, "HH HH"), paragraph(body, "bbb ccc")}));
  CHECK(first_frame(one_side({two}), squares) ==
        "40 8 30 \"aaa\"\n0 8 20 \"HH\"\n0 20 20 \"HH\"\n40 8 30 \"bbb\"\n40 20 30 \"ccc\"\n");
  CHECK(first_frame(one_side({frame("body", box(0, 0, 100, 90),
                                    text({paragraph(heading, "HH HH"), paragraph(body, "aaa"),
                                          paragraph(squares_style(squares), "bbb")}))}),
                    squares) ==
        "0 8 20 \"HH\"\n0 20 20 \"HH\"\n40 8 30 \"aaa\"\n0 32 30 \"bbb\"\n");
}

TEST_CASE("a justified frame spreads what is left above its headings, a line each at most") {
  const Squares squares;
  text::ParagraphStyle heading = squares_style(squares);
  heading.stretch_before = 1;
  text::ParagraphStyle plain = squares_style(squares);
  const auto set = [&](double height, std::optional<document::BaselineGrid> grid = {}) {
    document::Frame body =
        frame("body", box(0, 0, 40, height),
              text({paragraph(heading, "HHH"), paragraph(plain, "aaa"), paragraph(heading, "HHH"),
                    paragraph(plain, "bbb"), paragraph(heading, "HHH"), paragraph(plain, "ccc")}));
    body.vertical_align = document::VerticalAlign::Justify;
    auto document = one_side({body});
    document.sheet.baseline = grid;
    return first_frame(document, squares);
  };
  // Set solid the lines reach down to 70.
  CHECK(set(80) ==
        "0 8 30 \"HHH\"\n0 20 30 \"aaa\"\n0 37 30 \"HHH\"\n0 49 30 \"bbb\"\n"
        "0 66 30 \"HHH\"\n0 78 30 \"ccc\"\n");
  CHECK(set(99) ==
        "0 8 30 \"HHH\"\n0 20 30 \"aaa\"\n0 44 30 \"HHH\"\n0 56 30 \"bbb\"\n"
        "0 80 30 \"HHH\"\n0 92 30 \"ccc\"\n"
        "column-short: the text of frame `body` ends 1.8 mm above its foot, though `vertical` is "
        "`justify`\n");
  plain.stretch_after = 3;
  CHECK(set(80) ==
        "0 8 30 \"HHH\"\n0 20 30 \"aaa\"\n0 37 30 \"HHH\"\n0 49 30 \"bbb\"\n"
        "0 66 30 \"HHH\"\n0 78 30 \"ccc\"\n");
  // On the grid by whole steps.
  heading.grid = plain.grid = text::GridSnap::All;
  plain.stretch_after = 0;
  CHECK(set(90, document::BaselineGrid{Length::pt(12), Length::pt(8)}) ==
        "0 8 30 \"HHH\"\n0 20 30 \"aaa\"\n0 44 30 \"HHH\"\n0 56 30 \"bbb\"\n"
        "0 68 30 \"HHH\"\n0 80 30 \"ccc\"\n");
}

TEST_CASE("a justified frame without headings spreads what is left between its paragraphs") {
  const Squares squares;
  text::ParagraphStyle plain = squares_style(squares);
  text::ParagraphStyle fixed = squares_style(squares);
  fixed.stretch_before = 0;
  const auto set = [&](const text::ParagraphStyle& last) {
    document::Frame body =
        frame("body", box(0, 0, 40, 52),
              text({paragraph(plain, "aaa bbb"), paragraph(plain, "ccc"), paragraph(last, "ddd")}));
    body.vertical_align = document::VerticalAlign::Justify;
    return first_frame(one_side({body}), squares);
  };
  // Set solid the lines reach down to 46.
  CHECK(set(plain) == "0 8 30 \"aaa\"\n0 20 30 \"bbb\"\n0 35 30 \"ccc\"\n0 50 30 \"ddd\"\n");
  CHECK(set(fixed) == "0 8 30 \"aaa\"\n0 20 30 \"bbb\"\n0 38 30 \"ccc\"\n0 50 30 \"ddd\"\n");
  // A column where a style says more is spread as it says.
  plain.stretch_after = 0;
  fixed.stretch_before = 1;
  CHECK(set(fixed) == "0 8 30 \"aaa\"\n0 20 30 \"bbb\"\n0 32 30 \"ccc\"\n0 50 30 \"ddd\"\n");
}

}  // namespace handbill::test
