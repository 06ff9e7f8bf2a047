// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "spec/parse_layout.h"

namespace handbill::spec {

TEST_CASE("Lengths are read in every unit the trade uses") {
  struct Case {
    const char* text;
    Length expected;
  };
  const auto [text, expected] = GENERATE(values<Case>({
      {"12.7 mm", Length::mm(12.7)},
      {"12.7mm", Length::mm(12.7)},
      {"  2 cm ", Length::cm(2)},
      {"0.5 in", Length::inch(0.5)},
      {".5in", Length::inch(0.5)},
      {"9.5 pt", Length::pt(9.5)},
      {"+3 pt", Length::pt(3)},
      {"-3 pt", Length::pt(-3)},
      {"1p", Length::pica(1)},
      {"1p6", Length::pt(18)},
      {"-1p6", Length::pt(-18)},
      {"0p6.5", Length::pt(6.5)},
      {"0", Length()},
      {"0.0", Length()},
      {"-0", Length()},
      {"0 mm", Length()},
  }));
  CAPTURE(text);
  const auto length = parse_length(text);
  REQUIRE(length.has_value());
  CHECK(length->pt() == Approx(expected.pt()).margin(1e-9));
}

TEST_CASE("What is not a length is not guessed at") {
  const char* text =
      GENERATE("", " ", "mm", "3", "3 m", "3 MM", "3 mm x", "3,5 mm", "1e3 mm", "--3 mm", "+-3 mm",
               "3..5 mm", "1p-6", "1px", "3 mm 4 mm", "nan mm", "inf pt", "0x10 mm", "3\nmm");
  CAPTURE(text);
  CHECK_FALSE(parse_length(text).has_value());
}

TEST_CASE("A length too long for a number is not a length") {
  CHECK_FALSE(parse_length(std::string(400, '9') + " mm").has_value());
}

}  // namespace handbill::spec
