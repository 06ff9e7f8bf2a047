// SPDX-License-Identifier: MIT
// A lunch break against the hours of a day, of the week, a season or a special date alike.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "content/opening_hours.h"
#include "diag/diagnostic.h"

namespace handbill::content {

/// Whether a break fits a day.
enum class BreakFit { Taken, NotMet, Meets };

/// Takes a break out of a day when it lies inside one of its spans, or is the time between two.
BreakFit take_break(DayHours& hours, const LunchBreak& lunch);

/// A half day that meets the break says what becomes of it. `day`: "Thursday"; `open_through`: what
/// to write if it has no break. At the break, with the hours as a label.
diag::Diagnostic met_by_break(const std::string& day, const DayHours& hours,
                              const LunchBreak& lunch, std::string open_through);

/// The same for a day that takes over the break of the week: at its hours.
diag::Diagnostic met_by_break_of_week(const std::string& day, const DayHours& hours,
                                      const LunchBreak& lunch, std::string open_through);

}  // namespace handbill::content
