// SPDX-License-Identifier: MIT
#include "content/date.h"

#include <catch2/catch.hpp>

#include "content/meant_date.h"

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

TEST_CASE("Dates as on paper are understood well enough to say how they are written") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"12/25/2026", "did you mean `2026-12-25`?"},
      {"25.12.2026", "did you mean `2026-12-25`?"},
      {"2026/12/25", "did you mean `2026-12-25`?"},
      {"December 25, 2026", "did you mean `2026-12-25`?"},
      {"25th Dec 2026", "did you mean `2026-12-25`?"},
      {"12/12/2026", "did you mean `2026-12-12`?"},
      {"05/06/2026", "write year, month and day: `2026-05-06` or `2026-06-05`"},
      // Without a year nobody knows which.
      {"12/25", "write year, month and day: `2026-12-25`"},
      {"Dec 25", "write year, month and day: `2026-12-25`"},
      {"12/25/26", "write year, month and day: `2026-12-25`"},
      {"30.2.2026", "write year, month and day: `2026-12-25`"},
      {"Christmas", "write year, month and day: `2026-12-25`"},
      {"", "write year, month and day: `2026-12-25`"},
  };
  for (const auto& [text, hint] : cases) {
    INFO(text);
    CHECK(hints_of_date(text) == std::vector{hint});
  }
  CHECK(meant_dates("June 1") == std::vector{spec::Date{kEveryYear, 6, 1}});
  CHECK(meant_dates("31/8") == std::vector{spec::Date{kEveryYear, 8, 31}});
}
