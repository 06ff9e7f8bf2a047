// SPDX-License-Identifier: MIT
// Frames and columns that a text has ended before. Lines are 12 pt apart, a frame of 22 pt holds
// two of them.
#include <catch2/catch.hpp>

#include "placed.h"

namespace handbill::test {
namespace {

/// Two frames of two lines each, that show one story.
document::Document over_two_frames(const Squares& squares, std::string story) {
  document::Document document =
      one_side({frame("first", box(0, 0, 35, 22), document::StoryContent{document::StoryId{0}}),
                frame("second", box(50, 0, 35, 22), document::StoryContent{document::StoryId{0}})});
  document.stories.push_back({"care", {paragraph(squares_style(squares), std::move(story))}});
  return document;
}

std::string told(const document::Document& document, const Squares& squares) {
  diag::Diagnostics diags;
  CHECK(layout::place(document, squares.book, diags));
  return messages(diags);
}

}  // namespace

TEST_CASE("a story that ends before its last frame is told of") {
  const Squares squares;
  CHECK(told(over_two_frames(squares, "aaa bbb ccc"), squares).empty());
  CHECK(told(over_two_frames(squares, "aaa bbb"), squares) ==
        "empty-frame: `care` ends in frame `first`: frame `second` stays empty\n");
  CHECK(told(over_two_frames(squares, "aaa"), squares) ==
        "empty-frame: `care` ends in frame `first`: frame `second` stays empty\n");
}

TEST_CASE("a page that shows nothing else stays empty with its frame") {
  const Squares squares;
  document::Document document = over_two_frames(squares, "aaa bbb");
  auto& first = document.sides[0].frames;
  document::Side other = document.sides[0];
  other.frames = {first[1], frame("ground", box(0, 0, 10, 10), std::monostate())};
  first.pop_back();
  document.sides.push_back(other);
  CHECK_THAT(told(document, squares), Catch::EndsWith("stays empty, and with it page 2\n"));
  document.sides[1].frames[1].content = words(squares, "a");
  CHECK_THAT(told(document, squares), Catch::EndsWith("frame `second` stays empty\n"));
}

TEST_CASE("columns that a text has ended before are told of") {
  const Squares squares;
  const auto with = [&](const std::string& words) {
    return one_side({two_columns("body", 80, 22, test::words(squares, words))});
  };
  CHECK(told(with("aaa bbb ccc"), squares).empty());
  CHECK(told(with("aaa bbb"), squares) ==
        "empty-frame: the text ends before the last column of frame `body`: 1 of 2 columns stays "
        "empty\n");
}

TEST_CASE("of text that does not fit nothing more is said") {
  const Squares squares;
  document::Document document = over_two_frames(squares, "aaa bbb");
  document.sides[0].frames.push_back(frame("full", box(0, 40, 35, 10), words(squares, "aaa bbb")));
  CHECK_THAT(errors(document, squares), !Catch::Contains("empty-frame"));
}

}  // namespace handbill::test
