// SPDX-License-Identifier: MIT
#include "content/date.h"

#include <catch2/catch.hpp>

using namespace handbill;
using namespace handbill::content;

TEST_CASE("The weekday of a date is right on both sides of leap days and centuries") {
  const std::vector<std::pair<spec::Date, int>> cases = {
      {{2026, 11, 22}, 6}, {{2024, 2, 29}, 3}, {{2024, 3, 1}, 4}, {{2000, 1, 1}, 5},
      {{1900, 3, 1}, 3},   {{2100, 2, 28}, 6}, {{2100, 3, 1}, 0},
  };
  for (const auto& [date, weekday] : cases) {
    INFO(date.year << "-" << date.month << "-" << date.day);
    CHECK(weekday_of(date) == weekday);
  }
}

TEST_CASE("Dates that are not in the calendar are told from those that are") {
  CHECK(is_real_date({2024, 2, 29}));
  CHECK(is_real_date({2000, 2, 29}));
  CHECK_FALSE(is_real_date({2026, 2, 29}));
  CHECK_FALSE(is_real_date({1900, 2, 29}));
  CHECK_FALSE(is_real_date({2026, 4, 31}));
  CHECK_FALSE(is_real_date({2026, 13, 1}));
  CHECK_FALSE(is_real_date({2026, 0, 1}));
  CHECK_FALSE(is_real_date({2026, 1, 0}));
  CHECK_FALSE(is_real_date({0, 1, 1}));
}
