// SPDX-License-Identifier: MIT
// The week of a clinic: each day exactly once, open or closed, the lunch break, special dates.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/date.h"
#include "content/day_names.h"
#include "content/hours_words.h"
#include "content/time_of_day.h"
#include "content/weeks_rule.h"
#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::content {

struct DayHours {
  /// Broken: written, but not to be understood; already reported.
  enum class State { Missing, Broken, Closed, Open, ByAppointment, AllDay };
  State state = State::Missing;
  std::vector<TimeSpan> spans{};     ///< of an open day, in order, the lunch break taken out
  std::optional<TimeSpan> lunch{};   ///< of an open day: the time between two of its spans
  diag::Span lunch_at{};             ///< where all breaks, or `none`, are written
  std::optional<WeeksRule> weeks{};  ///< on other weeks it is closed
  std::string note{};
  diag::Span span{};

  bool is_known() const { return state != State::Missing && state != State::Broken; }
  /// The spans as if there were no lunch break.
  std::vector<TimeSpan> spans_over_lunch() const;
  /// True when both can be told in one row, whatever a break between their spans is called.
  bool is_told_like(const DayHours& other) const;
};

using Week = std::array<DayHours, kDaysOfWeek>;  ///< Monday first

/// A lunch break as it is written, once for all its days.
struct LunchBreak {
  TimeSpan span;
  std::string written;
  diag::Span at{};
  diag::Span value{};  ///< of `lunch`, with the breaks of all days
};

using WeekBreaks = std::array<std::optional<LunchBreak>, kDaysOfWeek>;  ///< Monday first

/// A date, or several in a row, with hours of their own.
struct SpecialDay {
  DateRange dates{};
  std::string name;
  DayHours hours;
  diag::Span span{};  ///< of the (first) date
};

/// A part of the year with other hours.
struct Season {
  DateRange dates{};
  std::string name{};
  Week days{};  ///< all of them: those it does not name are as in the week
  WeekBreaks breaks{};
  diag::Span span{};
};

struct OpeningHours {
  Week days;
  std::vector<Season> seasons{};    ///< as written, none over another, none like the week
  std::vector<SpecialDay> special;  ///< by date, none over another
  HoursWords words;
};

/// The table at `path`, "hours" or "bakery.open". Reports every fault at its part; what is broken
/// is left out of the result.
OpeningHours read_hours(const spec::Value& table, std::string_view path, const LocaleText& locale,
                        diag::Diagnostics& diags);

}  // namespace handbill::content
