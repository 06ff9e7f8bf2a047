// SPDX-License-Identifier: MIT
#include "prose/national_holidays.h"

#include <catch2/catch.hpp>

#include <set>

#include "prose/holidays.h"
#include "unit/prose/made_leaflet.h"

namespace handbill::prose {

TEST_CASE("every holiday that is offered has a rule that can be read") {
  std::set<std::pair<std::string_view, std::string_view>> names;
  for (const NationalHoliday& each : national_holidays()) {
    INFO(each.country << " " << each.english);
    CHECK(read_holiday(each.rule));
    CHECK(names.insert({each.country, each.english}).second);
  }
}

TEST_CASE("holidays come by date, on the day that is off") {
  const auto days = holidays_between("US", {2027, 12, 1}, {2028, 1, 31});
  REQUIRE(days.size() == 3);
  CHECK(days[0].date == spec::Date{2027, 12, 24});
  CHECK(name_of(days[0], "en") == "Christmas Day (observed)");
  CHECK(name_of(days[0], "es-MX") == "Navidad (observado)");
  CHECK(days[1].date == spec::Date{2027, 12, 31});
  CHECK(name_of(days[1], "en") == "New Year’s Day (observed)");
  CHECK(name_of(days[2], "en") == "Martin Luther King Jr. Day");
  CHECK(holidays_between("US", {2026, 1, 1}, {2026, 12, 31}).size() == 11);
  CHECK(holidays_between("FR", {2026, 1, 1}, {2026, 12, 31}).empty());
}

TEST_CASE("the rules of the calendar agree with the holidays of the United States") {
  const auto line = [](const HolidayDate& day, int later, const char* language) {
    static constexpr const char* kMonths[] = {"January",   "February", "March",    "April",
                                              "May",       "June",     "July",     "August",
                                              "September", "October",  "November", "December"};
    const spec::Date date = content::plus_days(day.date, later);
    return name_of(day, language) + ": " + kMonths[date.month - 1] + " " +
           std::to_string(date.day) + ", " + std::to_string(date.year);
  };
  for (const HolidayDate& each : holidays_between("US", {2026, 12, 1}, {2028, 12, 31})) {
    const test_leaflets::JudgedLeaflets right({line(each, 0, "en")}), late({line(each, 3, "en")});
    INFO(line(each, 0, "en") << right.told());
    CHECK_FALSE(right.says("federal-holiday"));
    // The day off is told of in brackets, behind which a date is not judged.
    if (!each.is_observed) CHECK(late.says("federal-holiday"));
  }
}

}  // namespace handbill::prose
