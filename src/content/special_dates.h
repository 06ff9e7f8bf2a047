// SPDX-License-Identifier: MIT
// Reads the dates that have other hours than their day of the week.
#pragma once

#include <vector>

#include "content/day_reader.h"

namespace handbill::content {

/// The breaks of the year, which special dates take over.
struct YearBreaks {
  const WeekBreaks& week;
  const std::vector<Season>& seasons;
};

/// `special`: by date; what is broken is left out.
std::vector<SpecialDay> read_special_dates(const spec::Value& value, const YearBreaks& year,
                                           DayReader& reader);

}  // namespace handbill::content
