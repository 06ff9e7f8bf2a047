// SPDX-License-Identifier: MIT
#include "spec/written_date.h"

#include <catch2/catch.hpp>

using namespace handbill::spec;

TEST_CASE("Dates as on paper are understood well enough to say how they are written") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"12/25/2026", "did you mean `2026-12-25`?"},
      {"25.12.2026", "did you mean `2026-12-25`?"},
      {"2026/12/25", "did you mean `2026-12-25`?"},
      {"2026-1-5", "did you mean `2026-01-05`?"},
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
  CHECK(meant_dates("June 1") == std::vector{Date{kEveryYear, 6, 1}});
  CHECK(meant_dates("31/8") == std::vector{Date{kEveryYear, 8, 31}});
}

TEST_CASE("A year with month and day looks like a date, whether or not it is in the calendar") {
  for (const char* text : {"2026-02-30", "30.2.2026", "13/13/2026", "Feb 30, 2026"}) {
    INFO(text);
    CHECK(looks_like_date(text));
    CHECK(meant_dates(text).empty());
  }
  for (const char* text : {"12/25", "2026", "1-2-3", "5454 Wisconsin Ave", "2026-100-1", ""}) {
    INFO(text);
    CHECK_FALSE(looks_like_date(text));
  }
}
