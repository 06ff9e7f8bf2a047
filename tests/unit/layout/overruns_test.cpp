// SPDX-License-Identifier: MIT
// Content that grows into what does not give way is told by its own name. Lines are 12 pt apart,
// letters reach from 8 pt above to 2 pt below them.
#include <catch2/catch.hpp>

#include "placed.h"

namespace handbill::test {
namespace {

using document::EdgeKind;

document::TextContent from(const Squares& squares, std::string path, std::string words) {
  document::TextContent content = test::words(squares, words);
  content.paragraphs.front().sources.push_back({std::move(path), {}, {}, words.size()});
  return content;
}

document::Frame growing(std::string name, double left, document::FrameContent content) {
  return frame(std::move(name), growing_box(left, 0, 50), std::move(content));
}

document::Frame below(std::string name, document::FrameIndex above, double gap,
                      document::FrameContent content) {
  document::Frame result = growing(std::move(name), 0, std::move(content));
  result.box.top = edge_of(above, EdgeKind::Bottom, gap);
  return result;
}

document::Frame fixed(const Squares& squares, double top) {
  return frame("foot", box(0, top, 150, 12), words(squares, "xxxxxxxxxx"));
}

document::Table list(const Squares& squares, std::string name, int entries) {
  document::Table table;
  table.list = std::move(name);
  table.columns.resize(1);
  for (int i = 0; i < entries; ++i) {
    table.rows.emplace_back().cells.push_back({words(squares, "aaa")});
  }
  return table;
}

}  // namespace

TEST_CASE("a text that grows into a frame is told by its name, with what to cut") {
  const Squares squares;
  const auto text = from(squares, "care.normal", "aaaaa bbbbb ccccc ddddd");
  CHECK(errors(one_side({growing("list", 0, text), fixed(squares, 30)}), squares) ==
        "overset: `care.normal` is too long by about 2 words (2 lines)\n"
        "  frame `list` runs 5.6 mm into frame `foot`\n");
  CHECK_THAT(fragments(one_side({growing("list", 0, text), fixed(squares, 46)}), squares),
             !Catch::Contains("overset"));
  // Beside each other they do not meet.
  document::Frame aside = fixed(squares, 30);
  aside.box.left = inwards(60);
  aside.box.width->length = Length::pt(110);
  CHECK_THAT(fragments(one_side({growing("list", 0, text), aside}), squares),
             !Catch::Contains("overset"));
}

TEST_CASE("a list that grows too long is told with the entries there is room for") {
  const Squares squares;
  const auto with = [&](int entries) {
    return one_side({growing("dont", 0, list(squares, "care.dont", entries)), fixed(squares, 35)});
  };
  CHECK_THAT(fragments(with(3), squares), !Catch::Contains("overset"));
  CHECK(errors(with(4), squares) ==
        "overset: `care.dont` has 4 entries, there is room for 3\n"
        "  frame `dont` runs 3.9 mm into frame `foot`\n");
  CHECK_THAT(errors(with(6), squares), Catch::Contains("6 entries, there is room for 3"));
}

TEST_CASE("lines too short to meet the frame beside them are no part of the amount") {
  const Squares squares;
  const auto with = [&](const std::string& last) {
    document::FrameContent text = from(squares, "care.a", "aaa bbb " + last + " ddd");
    document::Frame list = frame("list", growing_box(0, 0, 55), std::move(text));
    document::Frame aside = fixed(squares, 10);
    aside.box.left = inwards(45);
    aside.box.width->length = Length::pt(100);
    return one_side({list, aside});
  };
  CHECK_THAT(fragments(with("cccc"), squares), !Catch::Contains("overset"));
  CHECK_THAT(errors(with("ccccc"), squares),
             Catch::StartsWith("overset: `care.a` is too long by about 2 words (2 lines)\n"));
}

TEST_CASE("what pushes is told, not what it pushes") {
  const Squares squares;
  const auto document =
      one_side({growing("long", 0, from(squares, "care.long", "aaaaa bbbbb ccccc ddddd")),
                below("victim", 0, 4, from(squares, "care.short", "eee")), fixed(squares, 50)});
  CHECK(errors(document, squares) ==
        "overset: `care.long` is too long by about 1 word (1 line)\n"
        "  frame `victim` runs 3.5 mm into frame `foot`\n");
}

TEST_CASE("the taller of two columns is told when what follows both runs into a frame") {
  const Squares squares;
  document::Frame box = frame("box", growing_box(0, 0, 150), from(squares, "care.call", "zzz"));
  box.box.top = last_of({edge_of(0, EdgeKind::Bottom), edge_of(1, EdgeKind::Bottom)}, 4);
  const auto document =
      one_side({growing("do", 0, list(squares, "care.do", 2)),
                growing("dont", 60, list(squares, "care.dont", 5)), box, fixed(squares, 62)});
  CHECK(errors(document, squares) ==
        "overset: `care.dont` has 5 entries, there is room for 4\n"
        "  frame `box` runs 3.5 mm into frame `foot`\n");
}

TEST_CASE("text that grows past the safe area is told: what stands beyond it by design is not") {
  const Squares squares;
  auto document = one_side({growing("list", 0, from(squares, "care.a", "aaaaa bbbbb ccccc"))});
  document.sheet.safe = Length::pt(66);
  CHECK_THAT(fragments(document, squares), !Catch::Contains("overset"));
  document.sheet.safe = Length::pt(68);
  CHECK(errors(document, squares) ==
        "overset: `care.a` is too long by about 1 word (1 line)\n"
        "  frame `list` runs 0.71 mm past the safe area\n");
  document.sides[0].frames[0].box.top = inwards(60);
  document.sheet.safe = Length::pt(50);
  CHECK_THAT(fragments(document, squares), !Catch::Contains("overset"));
}

TEST_CASE("a frame that grows down keeps to its limit") {
  const Squares squares;
  document::Frame list = growing("list", 0, from(squares, "care.a", "aaaaa bbbbb ccccc"));
  list.box.limit = inwards(66);
  CHECK_THAT(fragments(one_side({list}), squares), !Catch::Contains("overset"));
  list.box.limit = inwards(68);
  CHECK_THAT(errors(one_side({list}), squares), Catch::Contains("0.71 mm past its limit"));
}

TEST_CASE("a frame that grows up from the foot keeps to its limit") {
  const Squares squares;
  document::Frame visit = growing("visit", 0, from(squares, "care.visit", "aaaaa bbbbb ccccc"));
  visit.box.top.reset();
  visit.box.bottom = inwards(10);
  visit.box.limit = inwards(56);
  CHECK_THAT(fragments(one_side({visit}), squares), !Catch::Contains("overset"));
  visit.box.limit = inwards(58);
  CHECK(errors(one_side({visit}), squares) ==
        "overset: `care.visit` is too long by about 1 word (1 line)\n"
        "  frame `visit` runs 0.71 mm past its limit\n");
}

TEST_CASE("what the layout lets lie over another does not run into it") {
  const Squares squares;
  const auto text = from(squares, "care.normal", "aaaaa bbbbb ccccc ddddd");
  auto document = one_side({growing("list", 0, text), fixed(squares, 30)});
  document.sides[0].frames[1].over = {0};
  CHECK_THAT(fragments(document, squares), !Catch::Contains("overset"));
}

TEST_CASE("a line that stands in another frame by design has not run into it") {
  const Squares squares;
  const auto numeral = from(squares, "care.n", "1");
  CHECK_THAT(fragments(one_side({growing("n", 0, numeral), fixed(squares, 9)}), squares),
             !Catch::Contains("overset"));
}

TEST_CASE("what has run into something, and what has pushed it, do not hold what they show") {
  const Squares squares;
  auto document =
      one_side({growing("long", 0, from(squares, "care.long", "aaaaa bbbbb ccccc ddddd")),
                below("victim", 0, 4, from(squares, "care.short", "eee")), fixed(squares, 50)});
  std::uint32_t at = 0;
  for (document::Frame& each : document.sides[0].frames) {
    each.span = {diag::FileId{0}, at, at + 1};
    ++at;
  }
  diag::Diagnostics diags;
  layout::Misfits misfits;
  text::ShapeBook shapes;
  CHECK_FALSE(layout::place(document, {squares.book, shapes}, diags, misfits));
  const auto& frames = document.sides[0].frames;
  CHECK(misfits == layout::Misfits{frames[0].span, frames[1].span});
}

TEST_CASE("what takes the room from frames below is told in their place, once") {
  const Squares squares;
  const auto list_below = [&](const std::string& name, double left) {
    document::Frame below = frame(name, box(left, 0, 50, 0), list(squares, "care." + name, 3));
    below.box.top = edge_of(0, EdgeKind::Bottom, 10);
    below.box.bottom = inwards(0);
    below.box.height.reset();
    return below;
  };
  const auto with = [&](const std::string& words) {
    return one_side({growing("how", 0, from(squares, "care.how", words)), list_below("left", 0),
                     list_below("right", 60)});
  };
  CHECK_THAT(fragments(with("aaaaa bbbbb ccccc ddddd"), squares), !Catch::Contains("overset"));
  // Five lines and three.
  CHECK_THAT(errors(with("aaaaa bbbbb ccccc ddddd eeeee"), squares),
             Catch::StartsWith("overset: `care.how` is too long by about 1 word (1 line)\n") &&
                 !Catch::Contains("care.left") && !Catch::Contains("care.right"));
  // Nothing at all is left of the frames below.
  CHECK_THAT(errors(with("aaaaa bbbbb ccccc ddddd eeeee fffff ggggg hhhhh iiiii jjjjj"), squares),
             Catch::StartsWith("overset: `care.how` is too long by about ") &&
                 Catch::Contains("nothing is left of the height of frame `left`") &&
                 !Catch::Contains("bad-box"));
}

TEST_CASE("a list that is itself too long is told, whatever stands above it") {
  const Squares squares;
  document::Frame below = frame("do", box(0, 0, 50, 0), list(squares, "care.do", 7));
  below.box.top = edge_of(0, EdgeKind::Bottom, 10);
  below.box.bottom = inwards(0);
  below.box.height.reset();
  CHECK_THAT(errors(one_side({growing("how", 0, from(squares, "care.how", "aaaaa bbbbb")), below}),
                    squares),
             Catch::StartsWith("overset: `care.do` has 7 entries, there is room for 5\n"));
}

TEST_CASE("texts of one frame are told together, the longest first") {
  const Squares squares;
  document::TextContent both = from(squares, "care.short", "aaa");
  both.paragraphs.push_back(from(squares, "care.long", "bbbbb ccccc ddddd").paragraphs.front());
  CHECK_THAT(errors(one_side({frame("body", box(0, 0, 50, 34), both)}), squares),
             Catch::StartsWith("overset: `care.long` and `care.short` are together too long by "
                               "about 1 word (1 line)\n"));
}

TEST_CASE("languages written without spaces count characters") {
  const Squares squares;
  for (const auto& [language, amount] : {std::pair("zh", "10 characters"),
                                         {"zh-Hant", "10 characters"},
                                         {"th", "10 characters"},
                                         {"en", "2 words"}}) {
    document::TextContent text = from(squares, "care.a", "aaaaa bbb ccc");
    text.paragraphs.front().style.edit().text.edit().language = language;
    CHECK_THAT(errors(one_side({frame("body", box(0, 0, 50, 10), text)}), squares),
               Catch::Contains("about " + std::string(amount) + " ("));
  }
}

}  // namespace handbill::test
