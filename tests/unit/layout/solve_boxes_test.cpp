// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "placed.h"

namespace handbill::test {
namespace {

using document::EdgeKind;

document::Frame plain(std::string name, document::Box box) {
  return frame(std::move(name), std::move(box));
}

document::Box edges(std::optional<document::Edge> left, std::optional<document::Edge> top,
                    std::optional<document::Edge> right, std::optional<document::Edge> bottom) {
  document::Box box;
  box.left = left;
  box.top = top;
  box.right = right;
  box.bottom = bottom;
  return box;
}

}  // namespace

TEST_CASE("edges count inwards from the container, with lengths and percents") {
  const Squares squares;
  document::Box box = edges(inwards(10), inwards(20), inwards(30), std::nullopt);
  box.left->percent = 5;
  box.height = document::Extent{.length = Length::pt(1), .percent = 50};
  CHECK(fragments(one_side({plain("a", box)}), squares) ==
        "side \"front\"\n"
        "  frame \"a\" 20 20 150 51\n");
}

TEST_CASE("edges of a frame on a panel count from the panel") {
  const Squares squares;
  auto document = one_side({plain("a", edges(inwards(1), inwards(2), inwards(3), inwards(4)))});
  document.sides[0].panels = {
      {"flap", {{}, {}, Length::pt(90), Length::pt(100)}, {}},
      {"cover", {Length::pt(90), {}, Length::pt(110), Length::pt(100)}, {}}};
  document.sides[0].frames[0].panel = 1;
  CHECK(fragments(document, squares) ==
        "side \"front\"\n"
        "  frame \"a\" 91 2 106 94\n");
}

TEST_CASE("edges of other frames count right and down, listed before or after") {
  const Squares squares;
  const auto document =
      one_side({plain("after", edges(edge_of(1, EdgeKind::Left), edge_of(1, EdgeKind::Bottom, 6),
                                     edge_of(1, EdgeKind::Right, -10), inwards(0))),
                plain("first", box(20, 10, 100, 30))});
  CHECK(fragments(document, squares) ==
        "side \"front\"\n"
        "  frame \"after\" 20 46 90 54\n"
        "  frame \"first\" 20 10 100 30\n");
}

TEST_CASE("a width and a right edge fix the left edge") {
  const Squares squares;
  document::Box box = edges(std::nullopt, inwards(0), inwards(10), std::nullopt);
  box.width = document::Extent{.length = Length::pt(40)};
  box.height = document::Extent{.length = Length::pt(5)};
  CHECK(fragments(one_side({plain("a", box)}), squares) ==
        "side \"front\"\n"
        "  frame \"a\" 150 0 40 5\n");
}

TEST_CASE("frames that depend on each other in a circle are reported with the chain") {
  const Squares squares;
  const auto document = one_side(
      {plain("a", edges(inwards(0), edge_of(1, EdgeKind::Bottom, 6), inwards(0), inwards(0))),
       plain("b", edges(inwards(0), inwards(0), inwards(0), edge_of(0, EdgeKind::Top, -6))),
       plain("fine", box(0, 0, 10, 10))});
  CHECK(errors(document, squares) ==
        "frame-cycle: frame edges depend on each other in a circle: `a.top` needs `b.bottom` "
        "needs `a.top`\n"
        "  `a.top` follows `b.bottom`\n"
        "  `b.bottom` follows `a.top`\n");
  CHECK_THAT(fragments(document, squares), Catch::Contains("frame \"fine\" 0 0 10 10"));
}

TEST_CASE("a frame whose top follows its own automatic bottom is a circle") {
  const Squares squares;
  document::Box box = growing_box(0, 0, 50);
  box.top = edge_of(0, EdgeKind::Bottom);
  CHECK_THAT(errors(one_side({frame("a", box, words(squares, "aaa"))}), squares),
             Catch::StartsWith("frame-cycle: "));
}

TEST_CASE("edges that make no box are reported with numbers") {
  const Squares squares;
  const auto report = [&](document::Frame frame) {
    return errors(one_side({std::move(frame)}), squares);
  };
  CHECK(report(plain("a", edges(inwards(150), inwards(0), inwards(100), inwards(0)))) ==
        "bad-box: frame `a` is -17.6 mm wide: its left edge is at 52.9 mm, its right edge at "
        "35.3 mm\n");
  CHECK(
      report(plain("a", edges(inwards(0), inwards(50), inwards(0), inwards(50)))) ==
      "bad-box: frame `a` is 0 mm tall: its top edge is at 17.6 mm, its bottom edge at 17.6 mm\n");
  CHECK(report(plain("", box(-20, 0, 50, 50))) ==
        "bad-box: a frame reaches 3.9 mm beyond the bleed at the left\n");
  CHECK(report(plain("a", box(0, 90, 300, 50))) ==
        "bad-box: frame `a` reaches 32.1 mm beyond the bleed at the right\n"
        "bad-box: frame `a` reaches 10.9 mm beyond the bleed at the bottom\n");
  document::Frame tight = frame("a", box(0, 0, 20, 20), words(squares, "a"));
  tight.inset = Insets::all(Length::pt(10));
  CHECK(report(tight) ==
        "bad-box: frame `a` is 7.1 mm wide and 7.1 mm tall, its insets leave no room inside\n");
  document::Frame columns = frame("a", box(0, 0, 20, 20), words(squares, "a"));
  columns.columns = 3;
  columns.gutter = Length::pt(10);
  CHECK(report(columns) ==
        "bad-box: frame `a` is 7.1 mm wide, which leaves no room for 3 columns\n");
}

TEST_CASE("a long chain of frames takes no deep stack") {
  const Squares squares;
  std::vector<document::Frame> frames;
  constexpr std::size_t kFrames = 20000;
  for (std::size_t i = 0; i + 1 < kFrames; ++i) {
    frames.push_back(
        plain("", edges(edge_of(i + 1, EdgeKind::Left), inwards(0), inwards(0), inwards(0))));
  }
  frames.push_back(plain("last", box(7, 0, 10, 10)));
  CHECK_THAT(fragments(one_side(frames), squares), Catch::Contains("  frame 7 0 193 100\n"));
}

}  // namespace handbill::test
