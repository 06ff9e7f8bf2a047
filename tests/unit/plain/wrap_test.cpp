// SPDX-License-Identifier: MIT
#include "plain/wrap.h"

#include <catch2/catch.hpp>

namespace handbill::plain {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("wide letters take two places and accents none") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("皮肤") == 4);
  CHECK(display_width("，") == 2);
  CHECK(display_width("ｶ") == 1);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("كَ") == 1);
  CHECK(display_width("") == 0);
}

TEST_CASE("a line is full at its measure and broken beyond it") {
  CHECK(wrapped("one two three", 13, "en") == Lines{"one two three"});
  CHECK(wrapped("one two three", 12, "en") == Lines{"one two", "three"});
  CHECK(wrapped("one two three", 7, "en") == Lines{"one two", "three"});
  CHECK(wrapped("one two three", 6, "en") == Lines{"one", "two", "three"});
}

TEST_CASE("a word wider than the measure has a line of its own") {
  CHECK(wrapped("a handkerchief or so", 5, "en") == Lines{"a", "handkerchief", "or so"});
}

TEST_CASE("lines end where they are ended") {
  CHECK(wrapped("one\ntwo", 20, "en") == Lines{"one", "two"});
  CHECK(wrapped("", 20, "en") == Lines{""});
}

TEST_CASE("ideographs need no space between lines, nor does a stop begin one") {
  CHECK(wrapped("皮肤可能脱皮。", 12, "zh") == Lines{"皮肤可能脱", "皮。"});
}

TEST_CASE("what is kept together by a space of its own stays so") {
  CHECK(wrapped("about 38\u00A0°C", 9, "en") == Lines{"about", "38\u00A0°C"});
}

}  // namespace
}  // namespace handbill::plain
