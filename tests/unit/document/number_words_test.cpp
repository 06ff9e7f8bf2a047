// SPDX-License-Identifier: MIT
#include "document/number_words.h"

#include <catch2/catch.hpp>

namespace handbill::document {

TEST_CASE("digits are Latin, Arabic or Persian ones, and fractions have signs of their own") {
  for (const char32_t c : {U'0', U'9', U'\u0660', U'\u0669', U'\u06F0', U'\u06F9'}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK(is_any_digit(c));
  }
  for (const char32_t c : {U'/', U':', U'\u065F', U'\u066A', U'\u06EF', U'\u06FA'}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK_FALSE(is_any_digit(c));
  }
  CHECK(is_arabic_digit(U'\u0660'));
  CHECK(is_arabic_digit(U'\u0669'));
  CHECK_FALSE(is_arabic_digit(U'\u06F0'));
  for (const char32_t c : {U'\u00BC', U'\u00BE', U'\u2150', U'\u215E'}) CHECK(is_fraction(c));
  for (const char32_t c : {U'\u00BB', U'\u00BF', U'\u214F', U'\u215F'}) CHECK_FALSE(is_fraction(c));
}

TEST_CASE("a gap inside a number is a space of any width that belongs there") {
  for (const char32_t c : {U' ', U'\u00A0', U'\u202F', U'\u2009'}) CHECK(is_gap(c));
  for (const char32_t c : {U'\n', U'\t', U'\u2008', U'\u200A', U'\u2060', U'a'}) {
    CHECK_FALSE(is_gap(c));
  }
}

}  // namespace handbill::document
