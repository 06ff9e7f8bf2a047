// SPDX-License-Identifier: MIT
// On which weeks a day has its hours: "1st, 3rd", "last", "every other from 2026-12-05". On the
// others it is closed.
#pragma once

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "content/time_of_day.h"
#include "spec/value.h"

namespace handbill::content {

struct WeeksRule {
  static constexpr int kLast = 6;
  std::vector<int> of_month{};  ///< the 1st to 5th such day of a month, kLast; ascending
  std::optional<spec::Date> every_other_from{};  ///< every second week from this day on
  bool operator==(const WeeksRule&) const = default;
};

/// The fault is bad-value or bad-date. Whether a date falls on the day is for the caller to say.
std::variant<WeeksRule, HoursError> parse_weeks(std::string_view text);

}  // namespace handbill::content
