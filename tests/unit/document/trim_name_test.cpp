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

TEST_CASE("a sheet may be told by its measures, width first") {
  check("24 x 36 in", 24, 36);
  check("24in x 36in", 24, 36);
  check("36x24in", 36, 24);
  check("19x30in", 19, 30);
  check("10x29 in", 10, 29);
  check("24 X 36 IN", 24, 36);
  check("24 by 36 inches", 24, 36);
  check("24\" x 36\"", 24, 36);
  check("8.5 \u00d7 11 in", 8.5, 11);
  check("600 x 900 mm", 600 / 25.4, 900 / 25.4);
  check("60 cm \u00d7 900mm", 600 / 25.4, 900 / 25.4);
  check("72x72pt", 1, 1);
  check("200 x 0.1 in", 200, 0.1);
  check("3x5", 3, 5);
}

TEST_CASE("anything else is no sheet") {
  for (const char* name :
       {"", "leter", "letter sideways", "landscape", "a9", "letter letter", "24 x 36", "x", "24 in",
        "24 x 36 in landscape", "24 x 36 x 2 in", "0 x 36 in", "-4 x 36 in", "201 x 36 in",
        "24 in x 36", "24 x 36 feet", "x 36 in", "1e3 x 2 in"}) {
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
