// SPDX-License-Identifier: MIT
#include "document/trim_name.h"

#include <catch2/catch.hpp>

namespace handbill::document {
namespace {

void check(const char* name, double width_inch, double height_inch) {
  INFO(name);
  const auto size = find_trim(name);
  REQUIRE(size);
  CHECK(size->width.inch() == Approx(width_inch));
  CHECK(size->height.inch() == Approx(height_inch));
}

TEST_CASE("sheets are found by the names the trade gives them") {
  check("letter", 8.5, 11);
  check("legal", 8.5, 14);
  check("tabloid", 11, 17);
  check("ledger", 17, 11);
  check("half letter", 5.5, 8.5);
  check("4x6", 4, 6);
  check("a4", 210 / 25.4, 297 / 25.4);
  check("a0", 841 / 25.4, 1189 / 25.4);
  check("a8", 52 / 25.4, 74 / 25.4);
  check("b5", 176 / 25.4, 250 / 25.4);
}

TEST_CASE("a word turns the sheet") {
  check("letter landscape", 11, 8.5);
  check("landscape letter", 11, 8.5);
  check("letter portrait", 8.5, 11);
  check("ledger portrait", 11, 17);
  check("ledger landscape", 17, 11);
  check("4x6 landscape", 6, 4);
}

TEST_CASE("case, hyphens and spaces do not matter") {
  check("Letter", 8.5, 11);
  check("A4 Landscape", 297 / 25.4, 210 / 25.4);
  check("half-letter", 5.5, 8.5);
  check("  Half   Letter ", 5.5, 8.5);
}

TEST_CASE("anything else is no sheet") {
  for (const char* name : {"", "leter", "letter sideways", "landscape", "a9", "letter letter"}) {
    INFO(name);
    CHECK_FALSE(find_trim(name));
  }
}

TEST_CASE("every listed name is one that is found") {
  REQUIRE(trim_names().size() >= 20);
  for (const std::string& name : trim_names()) {
    INFO(name);
    CHECK(find_trim(name));
  }
}

}  // namespace
}  // namespace handbill::document
