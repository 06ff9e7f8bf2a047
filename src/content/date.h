// SPDX-License-Identifier: MIT
// Days of the calendar: read, judged and written for files.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "spec/value.h"
#include "spec/written_date.h"

namespace handbill::content {

enum class Years { Told, Every };
using spec::is_real_date;
using spec::iso_date;
using spec::kEveryYear;

/// Days first to last, both included. Of every year, `to` may be before `from`: over New Year.
struct DateRange {
  spec::Date from{}, to{};
  Years years = Years::Told;
  bool operator==(const DateRange&) const = default;
};

/// A date as TOML writes it, or a string "2026-12-25"; reports bad-date or wrong-type.
std::optional<spec::Date> read_date(const spec::Value& value, diag::Diagnostics& diags);

/// "2026-12-25" and nothing else; it may not be in the calendar.
std::optional<spec::Date> parse_date(std::string_view text);

/// "06-01" and nothing else: a day of every year.
std::optional<spec::Date> parse_month_day(std::string_view text);

/// "2026-12-24/2026-12-26", as ISO 8601 has it; of one day "2026-12-25"; of every year
/// "06-01/08-31".
std::string iso_date(const DateRange& dates);

/// 0 is Monday.
int weekday_of(const spec::Date& date);
/// How many days after `from`.
int days_between(const spec::Date& from, const spec::Date& to);
spec::Date plus_days(const spec::Date& date, int days);

}  // namespace handbill::content
