// SPDX-License-Identifier: MIT
// Reads the parts of the year that have other hours.
#pragma once

#include <vector>

#include "content/week_reader.h"

namespace handbill::content {

/// `season`: in the order written, none over another. What is broken is left out, and what says the
/// same as `year`, the week with its breaks.
std::vector<Season> read_seasons(const spec::Value& value, const WeekReader& year,
                                 DayReader& reader);

/// True on the days of a season.
bool covers(const DateRange& season, const spec::Date& date);

}  // namespace handbill::content
