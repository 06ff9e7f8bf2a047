// SPDX-License-Identifier: MIT
#include "desk/room.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace handbill::desk {
namespace {

std::size_t count_words(const std::string& text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    count += c != ' ' && !inside;
    inside = c != ' ';
  }
  return count;
}

Fits room_for_words(std::size_t most) {
  return [most](const std::string& text) { return std::optional(count_words(text) <= most); };
}

}  // namespace

TEST_CASE("room is counted in words") {
  const std::string text = "One two three.";
  CHECK(room_of(text, "en", room_for_words(8))->left == 5);
  CHECK(room_of(text, "en", room_for_words(4))->left == 1);
  CHECK(room_of(text, "en", room_for_words(3))->left == 0);
  CHECK(room_of(text, "en", room_for_words(3))->over == 0);
  CHECK(room_of(text, "en", room_for_words(2))->over == 1);
  CHECK(room_of(text, "en", room_for_words(1))->over == 2);
}

TEST_CASE("more room than anybody asks for is not measured") {
  const auto at = room_of("One two", "en", room_for_words(2 + kMostLeft));
  CHECK((at->left == kMostLeft && at->is_most));
  const auto below = room_of("One two", "en", room_for_words(1 + kMostLeft));
  CHECK((below->left == kMostLeft - 1 && !below->is_most));
}

TEST_CASE("nothing is told where another text is too long, or nothing could be set") {
  CHECK_FALSE(room_of("One two", "en", room_for_words(0)));
  CHECK_FALSE(room_of("One", "en", [](const std::string&) { return std::nullopt; }));
  CHECK_FALSE(room_of(" \n", "en", room_for_words(9)));
}

TEST_CASE("the shortest sentence is found without which it fits") {
  const std::string text = "One two three four. Five six. Seven eight nine.";
  const auto two = room_of(text, "en", room_for_words(7));
  CHECK((two->leave_out == "Five six." && two->without == "One two three four. Seven eight nine."));
  const auto three = room_of(text, "en", room_for_words(6));
  CHECK((three->leave_out == "Seven eight nine." &&
         three->without == "One two three four. Five six."));
  const auto last = room_of(text, "en", room_for_words(4));
  CHECK(
      (last->leave_out == "Five six. Seven eight nine." && last->without == "One two three four."));
  CHECK_FALSE(room_of(text, "en", room_for_words(3))->leave_out);
  CHECK_FALSE(room_of("One two three four", "en", room_for_words(3))->leave_out);
}

TEST_CASE("no sentence is left out that takes one of two marks with it") {
  CHECK(room_of("**One two. Three four.** Five six seven.", "en", room_for_words(5))->leave_out ==
        "Five six seven.");
}

TEST_CASE("languages without spaces are counted in characters") {
  const Fits ten = [](const std::string& text) { return std::optional(text.size() <= 10 * 3); };
  const auto less = room_of("皮肤会发红。", "zh", ten);
  CHECK((less->left == 4 && less->in_characters));
  const auto more = room_of("皮肤会发红。很快消退。", "zh", ten);
  CHECK((more->over == 1 && more->leave_out == "很快消退。" && more->without == "皮肤会发红。"));
}

}  // namespace handbill::desk
