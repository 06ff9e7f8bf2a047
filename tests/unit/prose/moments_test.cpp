// SPDX-License-Identifier: MIT
#include "prose/moments.h"

#include <catch2/catch.hpp>

namespace handbill::prose {

TEST_CASE("times are told by their first words") {
  struct Case {
    const char* text;
    std::optional<double> hours;
  };
  const Case cases[] = {
      {"First 4 hours", 0},
      {"Rest of day 1", 0},
      {"Days 2 and 3", 24},
      {"Days 4 to 7: it may flake.", 72},
      {"Weeks 2 to 6", 168},
      {"After 24 hours", 24},
      {"24 to 48 hours", 24},
      {"Today", 0},
      {"Two weeks", 336},
      {"30 minutes", 0.5},
      {"30 min", 0.5},
      {"Nine days", 216},
      {"Once a week", std::nullopt},
      {"Resto del día 1", 0},
      {"Días 2 y 3", 24},
      {"Semanas 2 a 6", 168},
      {"Horas 1 a 4", 0},
      {"الأيام 4 إلى 7", 72},
      {"第2至3天", 24},
      {"2周", 336},
      {"2 days before", std::nullopt},
      {"Wash your face twice a day for 7 days and keep it out of the sun", std::nullopt},
      {"Do", std::nullopt},
      {"", std::nullopt},
  };
  for (const Case& each : cases) {
    INFO(each.text);
    const auto moment = moment_of(read_text(each.text));
    REQUIRE(moment.has_value() == each.hours.has_value());
    if (moment) CHECK(*moment == Approx(*each.hours));
  }
}

}  // namespace handbill::prose
