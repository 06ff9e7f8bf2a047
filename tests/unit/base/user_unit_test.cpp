// SPDX-License-Identifier: MIT
#include "base/user_unit.h"

#include <catch2/catch.hpp>

namespace handbill {

TEST_CASE("sheets are thought of in inches when both sides are whole sixteenths") {
  CHECK(user_unit({Length::inch(8.5), Length::inch(11)}) == UserUnit::Inch);
  CHECK(user_unit({Length::inch(3.6875), Length::inch(11)}) == UserUnit::Inch);
  CHECK(user_unit({Length::mm(210), Length::mm(297)}) == UserUnit::Millimetre);
  CHECK(user_unit({Length::mm(210), Length::inch(11)}) == UserUnit::Millimetre);
}

TEST_CASE("lengths in words have the decimals that matter") {
  CHECK(in_words(Length::mm(12.44), UserUnit::Millimetre) == "12.4 mm");
  CHECK(in_words(Length::mm(0.444), UserUnit::Millimetre) == "0.44 mm");
  CHECK(in_words(Length::mm(-3), UserUnit::Millimetre) == "-3 mm");
  CHECK(in_words(Length::inch(0.486), UserUnit::Inch) == "0.49 in");
  CHECK(in_words(Length::pt(3.24), UserUnit::Inch) == "3.2 pt");
  CHECK(in_words(Length(), UserUnit::Inch) == "0 in");
}

}  // namespace handbill
