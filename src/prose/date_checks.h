// SPDX-License-Identifier: MIT
// What is asked of dates, each a measure of the check "date-is". Private to this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "prose/checks.h"
#include "prose/written_dates.h"

namespace handbill::prose {

/// The year that a date without one is of: that of a date near it, or of its heading; nothing: none
/// tells. Reads `dates` of one paragraph.
std::optional<int> year_meant(const Judged& judged, std::size_t paragraph,
                              const std::vector<WrittenDate>& dates, std::size_t index);

/// The next day of that month on or after `today`; a leap day may be years ahead. Nothing: there is
/// none.
std::optional<spec::Date> next_occurrence(const WrittenDate& date, const spec::Date& today);

/// The country of the (first) organisation of the content: "US", also where none is known.
std::string country_of(const Context& context);

/// "Winter break", from the first to the last day.
struct NamedDays {
  std::string name;
  spec::Date from{}, to{};
};

/// The day on which the holiday of that name is, when it is on none of those days. Nothing: the
/// rule knows no such holiday, or it is.
std::optional<spec::Date> right_holiday(const WordRule& rule, const Context& context,
                                        const NamedDays& days);

void judge_holidays(const WordRule& rule, const Judged& judged, Findings& found);
/// Of [[hours.special]]: by their names.
void judge_special_holidays(const WordRule& rule, const Judged& judged, Findings& found);
void judge_past_dates(const WordRule& rule, const Judged& judged, Findings& found);
/// Of [revision].
void judge_future_dates(const WordRule& rule, const Judged& judged, Findings& found);

}  // namespace handbill::prose
