// SPDX-License-Identifier: MIT
#include "layout/reading_distance.h"

#include <catch2/catch.hpp>

namespace handbill::layout {
namespace {

TEST_CASE("Large type is read from 25 feet for each inch of its capitals") {
  CHECK(reading_distance(Length::pt(45), UserUnit::Inch) ==
        "capitals 0.625 in tall, read from 15 ft or nearer");
  CHECK(reading_distance(Length::pt(72), UserUnit::Inch) ==
        "capitals 1 in tall, read from 25 ft or nearer");
  CHECK(reading_distance(Length::mm(10), UserUnit::Millimetre) ==
        "capitals 10 mm tall, read from 3 m or nearer");
  CHECK(reading_distance(Length::mm(11.5), UserUnit::Millimetre) ==
        "capitals 11.5 mm tall, read from 3.4 m or nearer");
}

TEST_CASE("Type for the hand is read from no distance") {
  CHECK(reading_distance(Length::pt(23.9), UserUnit::Inch).empty());
  CHECK_FALSE(reading_distance(Length::pt(24), UserUnit::Inch).empty());
}

}  // namespace
}  // namespace handbill::layout
