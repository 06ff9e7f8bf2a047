// SPDX-License-Identifier: MIT
#include "prose/written_dates.h"

#include <catch2/catch.hpp>

#include "prose/holidays.h"
#include "prose/spans_of_time.h"
#include "unit/prose/passage_of.h"
#include "unit/prose/written_document.h"

namespace handbill::prose {
namespace {

using test_leaflets::PassageOf;

/// "2027-7-4 0": year, month, day, last day if it is another, weekday.
std::string dumped(const WrittenDate& date) {
  std::string text = date.year ? std::to_string(*date.year) : "?";
  text += "-" + std::to_string(date.month) + "-" + std::to_string(date.day);
  if (date.last_day != date.day) text += ".." + std::to_string(date.last_day);
  if (date.weekday) text += " " + std::to_string(*date.weekday);
  return text;
}

std::string dates_of(const std::string& text) {
  const PassageOf passage(text);
  std::string all;
  for (const WrittenDate& each : dates_in(passage.passage())) {
    all += (all.empty() ? "" : "; ") + dumped(each);
  }
  return all;
}

}  // namespace

TEST_CASE("dates are found in the forms that English and Spanish have") {
  struct {
    const char* text;
    const char* dates;
  } const cases[] = {
      {"February 31", "?-2-31"},
      {"31 February 2027", "2027-2-31"},
      {"the 31st of April, 2027", "2027-4-31"},
      {"Feb. 29, 2027", "2027-2-29"},
      {"2/31/2027", "2027-2-31"},
      {"2027-02-31", "2027-2-31"},
      {"2027/02/31", "2027-2-31"},
      {"Monday, July 4, 2027", "2027-7-4 0"},
      {"Mon., July 4, 2027", "2027-7-4 0"},
      {"July 4, 2027 (Monday)", "2027-7-4 0"},
      {"Monday the 4th of July", "?-7-4 0"},
      {"lunes 4 de marzo", "?-3-4 0"},
      {"el lunes, 4 de marzo de 2027", "2027-3-4 0"},
      {"1.º de mayo del 2027", "2027-5-1"},
      {"marzo 4, 2027", "2027-3-4"},
      {"November 24–26, 2027", "2027-11-24..26"},
      {"November 25 and 26", "?-11-25..26"},
      {"del 24 al 26 de diciembre de 2027", "2027-12-24..26"},
      {"Monday to Friday, July 5–9, 2027", "2027-7-5..9"},
      {"from July 5, 2027 to July 9", "2027-7-5; ?-7-9"},
      {"sáb. 10 de abril", "?-4-10 5"},
  };
  for (const auto& each : cases) {
    CAPTURE(each.text);
    CHECK(dates_of(each.text) == each.dates);
  }
}

TEST_CASE("numbers beside a month, or with strokes between them, are not always dates") {
  for (const char* each :
       {"In June 31 people came", "may 31", "April 40", "March 3:15", "1/2 cup", "24/7/365",
        "555-01-2027-3", "10/12", "50/30/2000", "sections 3-4-2027-1", "May 2027", "1-2-3"}) {
    CAPTURE(each);
    CHECK(dates_of(each).empty());
  }
}

TEST_CASE("weekdays are written like those they stand in for") {
  CHECK(weekday_like(6, "Monday") == "Sunday");
  CHECK(weekday_like(6, "Mon") == "Sun");
  CHECK(weekday_like(2, "Tues") == "Wed");
  CHECK(weekday_like(1, "lunes") == "martes");
  CHECK(weekday_like(2, "Lunes") == "Miércoles");
  CHECK(weekday_like(5, "lun") == "sáb");
}

TEST_CASE("holidays are on the days of their rules") {
  const auto on = [](const char* rule, int year) {
    const auto holiday = read_holiday(rule);
    return holiday ? content::iso_date(holiday_on(*holiday, year)) : "none";
  };
  CHECK(on("fourth thursday of november", 2026) == "2026-11-26");
  CHECK(on("fourth thursday of november", 2027) == "2027-11-25");
  CHECK(on("fourth thursday of november", 2028) == "2028-11-23");
  CHECK(on("1 day after fourth thursday of november", 2027) == "2027-11-26");
  CHECK(on("last monday of may", 2027) == "2027-05-31");
  CHECK(on("last monday of december", 2026) == "2026-12-28");
  CHECK(on("third monday of january", 2027) == "2027-01-18");
  CHECK(on("first monday of september", 2026) == "2026-09-07");
  CHECK(on("december 25", 2026) == "2026-12-25");
  // The earliest and the latest that Easter can be among them.
  CHECK(on("easter", 1818) == "1818-03-22");
  CHECK(on("easter", 2026) == "2026-04-05");
  CHECK(on("easter", 2027) == "2027-03-28");
  CHECK(on("easter", 2038) == "2038-04-25");
  CHECK(on("2 days before easter", 2027) == "2027-03-26");
  for (const char* each : {"", "november", "sixth monday of may", "first friday in may",
                           "february 30", "0 days after easter", "2 days near easter"}) {
    CAPTURE(each);
    CHECK_FALSE(read_holiday(each));
  }
}

TEST_CASE("a day off stands in for a holiday on a weekend, where its rule says so") {
  const auto off = [](const char* rule, int year) {
    return content::iso_date(observed_on(read_holiday(rule).value(), year));
  };
  CHECK(off("july 4 or day off", 2026) == "2026-07-03");  // a Saturday
  CHECK(off("july 4 or day off", 2027) == "2027-07-05");  // a Sunday
  CHECK(off("july 4 or day off", 2028) == "2028-07-04");
  CHECK(off("january 1 or day off", 2028) == "2027-12-31");
  CHECK(off("october 31", 2026) == "2026-10-31");
  CHECK(off("january 1 or monday", 2028) == "2028-01-03");  // a Saturday
  CHECK(off("january 1 or monday", 2034) == "2034-01-02");  // a Sunday
  CHECK(off("january 1 or monday", 2027) == "2027-01-01");  // a Friday
  for (const char* each : {"july 4 or tuesday", "july 4 or july", "july 4 or july 32"}) {
    CAPTURE(each);
    CHECK_FALSE(read_holiday(each));
  }
}

TEST_CASE("Christmas Day and Boxing Day have their days off in Britain") {
  const auto rules = rules_of_pack("calendar");
  const auto rule = std::ranges::find(rules, "british-day-off", &WordRule::id);
  REQUIRE(rule != rules.end());
  const auto off = [&](const char* name, int year) {
    const auto set = std::ranges::find(rule->written.swap, name, &spec::SetSpec::name);
    REQUIRE(set != rule->written.swap.end());
    return content::iso_date(observed_on(holiday_in(*set->text.as_string(), "GB").value(), year));
  };
  CHECK(off("christmas day", 2020) == "2020-12-25");
  CHECK(off("boxing day", 2020) == "2020-12-28");
  CHECK(off("christmas day", 2021) == "2021-12-27");
  CHECK(off("boxing day", 2021) == "2021-12-28");
  CHECK(off("christmas day", 2022) == "2022-12-27");
  CHECK(off("boxing day", 2022) == "2022-12-26");
  CHECK(off("boxing day", 2023) == "2023-12-26");
}

TEST_CASE("holidays of Mexico, Spain and Britain are on their days, year by year") {
  struct Days {
    const char *rule, *name, *country;
    std::vector<std::string> dates;  ///< 2026 to 2028
  };
  const Days cases[] = {
      {"mexican-holiday",
       "día de la constitución",
       "MX",
       {"2026-02-02", "2027-02-01", "2028-02-07"}},
      {"mexican-holiday",
       "natalicio de benito juárez",
       "MX",
       {"2026-03-16", "2027-03-15", "2028-03-20"}},
      {"mexican-holiday", "día de la revolución", "MX", {"2026-11-16", "2027-11-15", "2028-11-20"}},
      {"mexican-holiday",
       "día de la independencia",
       "MX",
       {"2026-09-16", "2027-09-16", "2028-09-16"}},
      {"spanish-holiday",
       "día de la constitución",
       "ES",
       {"2026-12-06", "2027-12-06", "2028-12-06"}},
      {"spanish-holiday", "jueves santo", "ES", {"2026-04-02", "2027-03-25", "2028-04-13"}},
      {"spanish-holiday", "epifanía", "ES", {"2026-01-06", "2027-01-06", "2028-01-06"}},
      {"british-holiday",
       "early may bank holiday",
       "GB",
       {"2026-05-04", "2027-05-03", "2028-05-01"}},
      {"british-holiday", "spring bank holiday", "GB", {"2026-05-25", "2027-05-31", "2028-05-29"}},
      {"british-holiday", "summer bank holiday", "GB", {"2026-08-31", "2027-08-30", "2028-08-28"}},
  };
  const auto rules = rules_of_pack("calendar");
  for (const Days& each : cases) {
    CAPTURE(each.name);
    const auto rule = std::ranges::find(rules, each.rule, &WordRule::id);
    REQUIRE(rule != rules.end());
    const auto& swap = rule->written.swap;
    const auto set = std::ranges::find(swap, each.name, &spec::SetSpec::name);
    REQUIRE(set != swap.end());
    const std::string& value = *set->text.as_string();
    for (std::size_t i = 0; i < each.dates.size(); ++i) {
      const auto holiday = holiday_in(value, each.country);
      REQUIRE(holiday);
      CHECK(content::iso_date(holiday_on(*holiday, 2026 + static_cast<int>(i))) == each.dates[i]);
    }
    if (std::string_view(each.name) != "jueves santo") CHECK_FALSE(holiday_in(value, "FR"));
  }
}

TEST_CASE("a country has its own rule for a holiday, or none") {
  const char* rule = "US fourth thursday of november, CA second monday of october";
  CHECK(holiday_in(rule, "US")->which == 4);
  CHECK(holiday_in(rule, "CA")->which == 2);
  CHECK_FALSE(holiday_in(rule, "MX"));
  CHECK(holiday_in("december 25", "MX")->day == 25);
}

TEST_CASE("spans of time are read in hours") {
  struct {
    const char* text;
    double low, high;
    bool is_vague = false;
  } const cases[] = {
      {"24 hours", 24, 24},           {"24-hour", 24, 24},        {"2–3 weeks", 336, 504},
      {"2 or 3 days", 48, 72},        {"7 días", 168, 168},       {"two weeks", 336, 336},
      {"una semana", 168, 168},       {"a week", 168, 168},       {"90 minutes", 1.5, 1.5},
      {"a few days", 24, 168, true},  {"weeks", 168, 2184, true}, {"pocos días", 24, 168, true},
      {"3 days to 2 weeks", 72, 336},
  };
  for (const auto& each : cases) {
    CAPTURE(each.text);
    const PassageOf text(each.text);
    const auto span = span_at(text.passage(), 0);
    REQUIRE(span);
    CHECK(span->low == Approx(each.low));
    CHECK(span->high == Approx(each.high));
    CHECK(span->is_vague == each.is_vague);
    CHECK(span->last + 1 == text.passage().size());
  }
  for (const char* each : {"3 apples", "day", "3 to 2 days", "a few apples", "the"}) {
    CAPTURE(each);
    const PassageOf text(each);
    CHECK_FALSE(span_at(text.passage(), 0));
  }
}

}  // namespace handbill::prose
