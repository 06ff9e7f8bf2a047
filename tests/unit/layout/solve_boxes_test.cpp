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

TEST_CASE("what stands below several frames follows the lowest of them") {
  const Squares squares;
  const auto below_two = [&](const char* left, const char* right) {
    document::Frame below = plain("below", growing_box(0, 0, 200));
    below.box.top = last_of({edge_of(0, EdgeKind::Bottom), edge_of(1, EdgeKind::Bottom)}, 6);
    below.box.height = document::Extent{.length = Length::pt(10)};
    return fragments(
        one_side({frame("left", growing_box(0, 0, 50), words(squares, left)),
                  frame("right", growing_box(60, 0, 50), words(squares, right)), std::move(below)}),
        squares);
  };
  CHECK_THAT(below_two("aaaaa aaaaa", "aaaaa"), Catch::Contains("frame \"below\" 0 28 200 10\n"));
  CHECK_THAT(below_two("aaaaa", "aaaaa aaaaa aaaaa"),
             Catch::Contains("frame \"below\" 0 40 200 10\n"));
}

TEST_CASE("a box grows round several frames, upwards from the foot and across") {
  const Squares squares;
  document::Frame left = frame("left", growing_box(20, 0, 50), words(squares, "aaaaa aaaaa"));
  document::Frame right = frame("right", growing_box(80, 0, 50), words(squares, "aaaaa"));
  for (document::Frame* each : {&left, &right}) {
    each->box.top.reset();
    each->box.bottom = inwards(10);
  }
  const document::Frame ground =
      plain("ground", edges(first_of({edge_of(1, EdgeKind::Left), edge_of(2, EdgeKind::Left)}, -4),
                            first_of({edge_of(1, EdgeKind::Top), edge_of(2, EdgeKind::Top)}, -5),
                            last_of({edge_of(1, EdgeKind::Right), edge_of(2, EdgeKind::Right)}, 4),
                            inwards(0)));
  CHECK_THAT(fragments(one_side({ground, left, right}), squares),
             Catch::StartsWith("side \"front\"\n"
                               "  frame \"ground\" 16 63 118 37\n"));
}

TEST_CASE("an edge of the sheet may be one of several, and choices lie in choices") {
  const Squares squares;
  document::Frame a = plain("a", box(0, 20, 50, 10));
  document::Frame b = plain("b", box(60, 40, 50, 10));
  const auto inner = first_of({edge_of(0, EdgeKind::Bottom), edge_of(1, EdgeKind::Bottom)}, 3);
  document::Frame by_margin = plain("by margin", box(0, 0, 200, 10));
  by_margin.box.top = last_of({inner, inwards(42)});
  document::Frame by_frames = plain("by frames", box(0, 0, 200, 10));
  by_frames.box.top = last_of({inner, inwards(32)});
  document::Frame to_foot = plain("to foot", box(0, 0, 200, 10));
  to_foot.box.height.reset();
  to_foot.box.bottom = first_of({inwards(30), edge_of(1, EdgeKind::Bottom, 30)});
  const std::string all = fragments(one_side({a, b, by_margin, by_frames, to_foot}), squares);
  CHECK_THAT(all, Catch::Contains("frame \"by margin\" 0 42 200 10\n"));
  CHECK_THAT(all, Catch::Contains("frame \"by frames\" 0 33 200 10\n"));
  CHECK_THAT(all, Catch::Contains("frame \"to foot\" 0 0 200 70\n"));
}

TEST_CASE("a circle through one of several edges is reported") {
  const Squares squares;
  const auto document =
      one_side({plain("a", edges(inwards(0), last_of({inwards(4), edge_of(1, EdgeKind::Bottom)}),
                                 inwards(0), inwards(0))),
                plain("b", edges(inwards(0), inwards(0), inwards(0),
                                 last_of({edge_of(2, EdgeKind::Top), edge_of(0, EdgeKind::Top)}))),
                plain("c", box(0, 50, 10, 10))});
  CHECK(errors(document, squares) ==
        "frame-cycle: frame edges depend on each other in a circle: `a.top` needs `b.bottom` "
        "needs `a.top`\n"
        "  `a.top` follows `b.bottom`\n"
        "  `b.bottom` follows `a.top`\n");
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
  CHECK(report(frame("", box(-20, 0, 50, 50), words(squares, "a"))) ==
        "bad-box: a frame reaches 3.9 mm beyond the bleed at the left\n");
  CHECK(report(frame("a", box(0, 90, 300, 50), words(squares, "a"))) ==
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

TEST_CASE("grounds, drawings and pictures may run past the bleed, unless nothing is seen of them") {
  const Squares squares;
  const auto art = std::make_shared<display::Art>();
  const auto code = document::ArtContent{art, {}, {}, document::ArtContent::Use::Code};
  const document::Box beyond = box(-40, -40, 300, 300);
  CHECK_FALSE(pages(one_side({plain("a", beyond)}), squares).pages.empty());
  CHECK_FALSE(pages(one_side({frame("a", beyond, document::ArtContent{art, {}, {}})}), squares)
                  .pages.empty());
  CHECK_THAT(errors(one_side({frame("a", beyond, code)}), squares),
             Catch::StartsWith("bad-box: frame `a` reaches 10.9 mm beyond the bleed at the left"));
  CHECK_THAT(errors(one_side({plain("a", box(-40, 0, 31, 31))}), squares),
             Catch::StartsWith("bad-box: frame `a` reaches 10.9 mm beyond the bleed at the left"));
  CHECK_FALSE(pages(one_side({plain("a", box(-40, 0, 31.1, 31))}), squares).pages.empty());
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
