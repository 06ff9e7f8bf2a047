// SPDX-License-Identifier: MIT
// Runs of days that are told together: "Monday–Friday".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/locale_text.h"
#include "content/opening_hours.h"

namespace handbill::content {

/// Days first to last, both included.
struct DayGroup {
  int first = 0;
  int last = 0;
};

/// Consecutive days, Monday to Sunday, that are alike; days without known hours are in no group.
template <class Alike>
std::vector<DayGroup> groups_of(const Week& week, Alike are_alike) {
  std::vector<DayGroup> groups;
  const DayHours* before = nullptr;
  for (int day = 0; day < kDaysOfWeek; ++day) {
    const DayHours& here = week[static_cast<std::size_t>(day)];
    if (!here.is_known()) {
      before = nullptr;
      continue;
    }
    if (before != nullptr && are_alike(*before, here)) {
      groups.back().last = day;
    } else {
      groups.push_back({day, day});
    }
    before = &here;
  }
  return groups;
}

/// "Monday–Friday", with `to` between.
std::string group_name(DayGroup group, NameForm form, std::string_view to,
                       const LocaleText& locale);

}  // namespace handbill::content
