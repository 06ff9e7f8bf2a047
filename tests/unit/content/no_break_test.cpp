// SPDX-License-Identifier: MIT
#include "content/no_break.h"

#include <catch2/catch.hpp>

#include "base/utf8.h"

namespace handbill::content {
namespace {

/// With "_" for a no-break space and "+" for a word joiner.
std::string shown(const std::string& text) {
  std::string result;
  for (const char32_t c : to_utf32(unbroken(text))) {
    if (c == 0x00A0) {
      result += '_';
    } else if (c == 0x2060) {
      result += '+';
    } else {
      append_utf8(result, c);
    }
  }
  return result;
}

std::string utf8(char32_t c) {
  std::string result;
  append_utf8(result, c);
  return result;
}

}  // namespace

TEST_CASE("a fact that is kept whole has no space and no dash that a line ends at") {
  CHECK(shown("9:00 am") == "9:00_am");
  CHECK(shown("9-5") == "9-+5");
  CHECK(shown("9 - 5") == "9_-+_5");
  CHECK(shown("-5") == "-+5");
  CHECK(shown("5-") == "5-");
  CHECK(shown("") == "");
  CHECK(no_break("a b-c") == "a\u00A0b-c");
  // What is joined already is joined once.
  CHECK(shown("9-\u20605") == "9-+5");
  CHECK(shown("9\u00A0am") == "9_am");
}

TEST_CASE("dashes are the hyphen, the wave and those of Unicode") {
  for (const char32_t dash : {U'-', U'~', U'\u2010', U'\u2012', U'\u2014'}) {
    CAPTURE(static_cast<unsigned>(dash));
    CHECK(shown("a" + utf8(dash) + "b") == "a" + utf8(dash) + "+b");
  }
  for (const char32_t other : {U'\u200F', U'\u2015', U'}', U'.', U','}) {
    CAPTURE(static_cast<unsigned>(other));
    CHECK(shown("a" + utf8(other) + "b") == "a" + utf8(other) + "b");
  }
}

TEST_CASE("between ideographs and syllables lines may end, so they are joined") {
  struct Block {
    char32_t first, last;
  };
  for (const auto& [first, last] :
       {Block{0x1100, 0x11FF}, Block{0x2E80, 0xD7FF}, Block{0xF900, 0xFAFF}, Block{0xFF00, 0xFFEF},
        Block{0x20000, 0x2FA1D}}) {
    for (const char32_t c : {first, last}) {
      CAPTURE(static_cast<unsigned>(c));
      CHECK(shown("a" + utf8(c) + "b") == "a+" + utf8(c) + "+b");
      CHECK(ends_wide("ab" + utf8(c)));
    }
  }
  for (const char32_t c : {U'\u10FF', U'\u1200', U'\u2E7F', U'\uF8FF', U'\uFB00', U'\uFEFE',
                           U'\uFFF0', U'\U0001FFFD'}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK(shown("a" + utf8(c) + "b") == "a" + utf8(c) + "b");
    CHECK_FALSE(ends_wide("ab" + utf8(c)));
  }
  CHECK(shown("\u4e00 \u4e01") == "\u4e00_\u4e01");
  CHECK_FALSE(ends_wide(""));
  CHECK_FALSE(ends_wide("\u4e00a"));
}

}  // namespace handbill::content
