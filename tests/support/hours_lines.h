// SPDX-License-Identifier: MIT
// Lines of hours.toml below the week: special dates and a season, and a week without equal days.
#pragma once

#include <string>
#include <vector>

namespace handbill::test {

struct SpecialDate {
  std::string date, name, hours;
};

inline std::string lines_of(const std::vector<SpecialDate>& dates) {
  std::string lines;
  for (const SpecialDate& each : dates) {
    lines += "[[hours.special]]\ndate = " + each.date + "\nname = \"" + each.name +
             "\"\nhours = \"" + each.hours + "\"\n";
  }
  return lines;
}

/// That many, "Holiday 1" and so on; up to 18.
inline std::vector<SpecialDate> holidays(int count) {
  std::vector<SpecialDate> dates;
  for (int i = 1; i <= count; ++i) {
    dates.push_back({"2027-0" + std::to_string(1 + i % 9) + "-1" + std::to_string(i / 9),
                     "Holiday " + std::to_string(i), "closed"});
  }
  return dates;
}

inline const std::vector<SpecialDate> kSixDates = {
    {"2026-12-24", "Christmas Eve", "8:00 am – 12:00 pm"},
    {"2026-12-25", "Christmas Day", "closed"},
    {"2026-12-31", "New Year’s Eve", "8:00 am – 12:00 pm"},
    {"2027-01-01", "New Year’s Day", "closed"},
    {"2027-01-18", "Martin Luther King Jr. Day", "closed"},
    {"2027-02-15", "Presidents’ Day", "10:00 am – 2:00 pm"},
};

inline const std::string kSummerFridays =
    "[[hours.season]]\nfrom = \"06-01\"\nto = \"08-31\"\nname = \"Summer\"\n"
    "friday = \"8:00 am – 12:00 pm\"\n";

/// Without the lines that begin with "name".
inline std::string without_names(std::string lines) {
  for (std::size_t at = 0; (at = lines.find("name = ", at)) != std::string::npos;) {
    lines.erase(at, lines.find('\n', at) + 1 - at);
  }
  return lines;
}

}  // namespace handbill::test
