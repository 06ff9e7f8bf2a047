// SPDX-License-Identifier: MIT
// On which days holidays are, by rules like "fourth thursday of november".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/date.h"

namespace handbill::prose {

/// "december 25", "july 4 or day off", "january 1 or monday", "december 25 or december 27", "last
/// monday of may", "easter", "2 days before easter", "1 day after fourth thursday of november".
struct HolidayRule {
  enum class Kind { Fixed, Weekday, Easter } kind = Kind::Fixed;
  int month = 0, day = 0;
  int weekday = 0, which = 0;  ///< the first is 1; the last -1
  int days_after = 0;
  /// On a weekend another day is off in its place: the nearest weekday, the Monday behind it, or a
  /// day of the same year.
  enum class DayOff { None, Nearest, Monday, Fixed } day_off = DayOff::None;
  int off_month = 0, off_day = 0;  ///< of DayOff::Fixed
};

/// Nothing: it can't be read.
std::optional<HolidayRule> read_holiday(std::string_view written);

/// The rule for a country in "US fourth thursday of november, CA second monday of october"; one
/// without a country is for all. Nothing: it has no such holiday.
std::optional<HolidayRule> holiday_in(std::string_view written, std::string_view country);

/// All of it can be read.
bool is_holiday_value(std::string_view written);

spec::Date holiday_on(const HolidayRule& rule, int year);

/// The day off, of a fixed date on a weekend that has one. Nearest: on a Saturday the Friday before
/// it, on a Sunday the Monday behind it (5 U.S.C. 6103(b) and Executive Order 11582, as the Office
/// of Personnel Management has them).
spec::Date observed_on(const HolidayRule& rule, int year);

/// By Gauss and Butcher, of the Gregorian calendar.
spec::Date easter_of(int year);

}  // namespace handbill::prose
