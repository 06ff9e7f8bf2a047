// SPDX-License-Identifier: MIT
#include "prose/written_amounts.h"

#include <catch2/catch.hpp>

#include "prose/amount_limits.h"
#include "prose/times_a_day.h"
#include "unit/prose/passage_of.h"

namespace handbill::prose {

using test_leaflets::PassageOf;

TEST_CASE("amounts are a number or a range, and a unit of English or Spanish") {
  struct {
    const char* text;
    double low, high;
    const char* unit;
  } const cases[] = {
      {"5 lb", 5, 5, "lb"},
      {"5-lb", 5, 5, "lb"},
      {"2–3 in", 2, 3, "in"},
      {"2 to 3 cm", 2, 3, "cm"},
      {"2 cm to 3 cm", 2, 3, "cm"},
      {"100.4°F", 100.4, 100.4, "F"},
      {"38 degrees Celsius", 38, 38, "C"},
      {"38 grados centígrados", 38, 38, "C"},
      {"350 F", 350, 350, "F"},
      {"8 fl. oz", 8, 8, "fl oz"},
      {"1 1/2 cups", 1.5, 1.5, "cups"},
      {"20 %", 20, 20, "%"},
      {"20 por ciento", 20, 20, "%"},
      {"400 µg", 400, 400, "mcg"},
      {"5 ft 6 in", 66, 66, "in"},
      {"8 lb 4 oz", 132, 132, "oz"},
      {"2 tazas", 2, 2, "cups"},
  };
  for (const auto& each : cases) {
    CAPTURE(each.text);
    const PassageOf text(each.text);
    const auto amount = amount_at(text.passage(), 0);
    REQUIRE(amount);
    CHECK(amount->low.value == Approx(each.low));
    CHECK(amount->high.value == Approx(each.high));
    CHECK(amount->unit.unit->name == each.unit);
    CHECK(amount->last + 1 == text.passage().size());
  }
}

TEST_CASE("what only looks like a unit is none") {
  for (const char* each : {"9 m²", "60 km/h", "10 mg/kg", "350 f", "5 apples", "C 3", "8:00 m"}) {
    CAPTURE(each);
    const PassageOf text(each);
    CHECK_FALSE(amount_at(text.passage(), 0));
  }
}

TEST_CASE("an ounce beside a volume is one of volume") {
  const PassageOf text("1 oz");
  const Unit& ounce = *amount_at(text.passage(), 0)->unit.unit;
  CHECK(meant_unit(ounce, Dimension::Volume).name == "fl oz");
  CHECK(meant_unit(ounce, Dimension::Weight).name == "oz");
}

TEST_CASE("limits are read as rules write them") {
  const auto dose = read_limits("up to 400 mg at once, up to 1200 mg a day");
  REQUIRE(dose);
  REQUIRE(dose->size() == 2);
  CHECK(dose->at(0).most == 400.0);
  CHECK_FALSE(dose->at(0).least);
  CHECK(dose->at(0).each == AmountLimit::Each::Dose);
  CHECK(dose->at(1).each == AmountLimit::Each::Day);
  CHECK(dose->at(1).written == "up to 1200 mg a day");
  const auto alone = read_limits("15 to 100");
  REQUIRE(alone);
  CHECK(alone->at(0).least == 15.0);
  CHECK(alone->at(0).most == 100.0);
  CHECK(alone->at(0).unit == nullptr);
  const auto heat = read_limits("95 to 110 °F, 35 to 43 °C");
  REQUIRE(heat);
  CHECK(heat->at(1).unit->name == "C");
  for (const char* each : {"", "400 mg", "up to many", "up to 400 mg a week", "15 to"}) {
    CAPTURE(each);
    CHECK_FALSE(read_limits(each));
  }
}

TEST_CASE("how often a day is told in English and Spanish") {
  struct {
    const char* text;
    double times;
    bool is_sum = false;
  } const cases[] = {
      {"a day", 1, true},          {"daily", 1, true},
      {"in 24 hours", 1, true},    {"within any 24-hour period", 1, true},
      {"al día", 1, true},         {"en 24 horas", 1, true},
      {"twice a day", 2},          {"3 times a day", 3},
      {"3 to 4 times daily", 3},   {"dos veces al día", 2},
      {"every 6 hours", 3},        {"every 4 to 6 hours", 3},
      {"every 4 hours", 5},        {"cada 8 horas", 3},
      {"every 24 hours", 1, true},
  };
  for (const auto& each : cases) {
    CAPTURE(each.text);
    const PassageOf text(each.text);
    const auto times = times_a_day_at(text.passage(), 0);
    REQUIRE(times);
    CHECK(times->times == each.times);
    CHECK(times->is_sum == each.is_sum);
  }
  for (const char* each : {"every 25 hours", "3 times", "a week", "times a day", "every hour"}) {
    CAPTURE(each);
    const PassageOf text(each);
    CHECK_FALSE(times_a_day_at(text.passage(), 0));
  }
}

}  // namespace handbill::prose
