// SPDX-License-Identifier: MIT
#include "text/coverage.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace handbill::text {
namespace {

std::u32string range(char32_t first, char32_t last) {
  std::u32string characters;
  for (char32_t c = first; c <= last; ++c) characters += c;
  return characters;
}

bool has(const std::vector<std::string>& list, const char* word) {
  return std::ranges::find(list, word) != list.end();
}

}  // namespace

TEST_CASE("Scripts are those with more than a handful of letters") {
  const std::u32string characters = range('A', 'z') + range(0x3B1, 0x3B5) + range(0x430, 0x44F);
  CHECK(scripts_of(characters) == std::vector<std::string>{"Latin", "Cyrillic"});
  CHECK(scripts_of(U"123").empty());
}

TEST_CASE("A language needs all its letters") {
  const auto ascii = languages_of(range('A', 'z'));
  CHECK(has(ascii, "en"));
  CHECK_FALSE(has(ascii, "de"));
  CHECK_FALSE(has(ascii, "ru"));
  const auto latin_1 = languages_of(range('A', 'z') + range(0xC0, 0xFF));
  CHECK(has(latin_1, "de"));
  CHECK(has(latin_1, "es"));
  CHECK_FALSE(has(latin_1, "pl"));
  CHECK(languages_of(U"").empty());
}

TEST_CASE("Letters of a language that are not there are named") {
  const std::u32string ascii = range('A', 'z');
  CHECK(missing_letters(ascii, "en").empty());
  CHECK(missing_letters(ascii, "de") == U"\u00DF\u00E4\u00F6\u00FC");
  CHECK(missing_letters(ascii, "zxx").empty());
}

}  // namespace handbill::text
