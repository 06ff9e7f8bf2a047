// SPDX-License-Identifier: MIT
// The week of a clinic: each day exactly once, open or closed, the lunch break, special dates.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "content/day_names.h"
#include "content/hours_words.h"
#include "content/time_of_day.h"
#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::content {

struct DayHours {
  /// Broken: written, but not to be understood; already reported.
  enum class State { Missing, Broken, Closed, Open } state = State::Missing;
  TimeSpan hours{};                 ///< of an open day
  std::optional<TimeSpan> lunch{};  ///< of an open day, inside `hours`
  diag::Span span{};

  /// Where it was written makes no difference.
  bool same_hours(const DayHours& other) const {
    return state == other.state && hours == other.hours && lunch == other.lunch;
  }
};

using Week = std::array<DayHours, kDaysOfWeek>;  ///< Monday first

struct SpecialDay {
  spec::Date date{};
  std::string name;
  DayHours hours;
  diag::Span span{};  ///< of the date
};

struct OpeningHours {
  Week days;
  std::vector<SpecialDay> special;  ///< by date
  HoursWords words;
};

/// The table [hours]. Reports every fault at its part; what is broken is left out of the result.
OpeningHours read_hours(const spec::Value& table, const LocaleText& locale,
                        diag::Diagnostics& diags);

}  // namespace handbill::content
