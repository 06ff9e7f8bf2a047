// SPDX-License-Identifier: MIT
#include "document/list_marker.h"

#include <catch2/catch.hpp>

namespace handbill::document {

TEST_CASE("numbers count in letters") {
  const auto [number, letters] = GENERATE(table<int, const char*>(
      {{1, "a"}, {26, "z"}, {27, "aa"}, {52, "az"}, {53, "ba"}, {702, "zz"}, {703, "aaa"}}));
  CHECK(in_letters(number) == letters);
}

TEST_CASE("numbers count in Roman numerals") {
  const auto [number, roman] = GENERATE(table<int, const char*>({{1, "i"},
                                                                 {4, "iv"},
                                                                 {9, "ix"},
                                                                 {14, "xiv"},
                                                                 {40, "xl"},
                                                                 {1999, "mcmxcix"},
                                                                 {3999, "mmmcmxcix"},
                                                                 {4000, "4000"},
                                                                 {0, "0"}}));
  CHECK(in_roman(number) == roman);
}

}  // namespace handbill::document
