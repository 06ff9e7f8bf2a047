// SPDX-License-Identifier: MIT
#include "manifest/changed_words.h"

#include <catch2/catch.hpp>

namespace handbill::manifest {

TEST_CASE("of two wordings what differs is left, with two words around it") {
  struct {
    const char *was, *is, *was_cut, *is_cut;
  } const cases[] = {
      {"a", "b", "a", "b"},
      {"one two three", "one 2 three", "one two three", "one 2 three"},
      {"a b c d e f g", "a b c X e f g", "… b c d e f …", "… b c X e f …"},
      {"a b c d e", "a b c d e f", "… d e", "… d e f"},
      {"x a b c", "a b c", "x a b …", "a b …"},
      {"a b", "", "a b", ""},
      {"a a a", "a a", "a a a", "a a"},
      {"one\ntwo", "one\nthree", "one / two", "one / three"},
      {"same", "same", "same", "same"},
  };
  for (const auto& each : cases) {
    INFO(each.was << " > " << each.is);
    const auto [was, is] = changed_words(each.was, each.is);
    CHECK(was == each.was_cut);
    CHECK(is == each.is_cut);
  }
}

TEST_CASE("words that are told have a hundred letters at most") {
  const std::string hundred(100, 'a');
  CHECK(begin_of(hundred) == hundred);
  CHECK(begin_of(hundred + "b") == hundred + "…");
  std::string umlauts;
  for (int i = 0; i < 101; ++i) umlauts += "ä";
  CHECK(begin_of(umlauts) == umlauts.substr(0, 200) + "…");
  CHECK(changed_words("x", hundred + " b").second == hundred + "…");
}

}  // namespace handbill::manifest
