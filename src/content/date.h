// SPDX-License-Identifier: MIT
// Days of the calendar: read, judged and written for files.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::content {

/// A date as TOML writes it, or a string "2026-12-25"; reports bad-date or wrong-type.
std::optional<spec::Date> read_date(const spec::Value& value, diag::Diagnostics& diags);

/// "2026-12-25" and nothing else; it may not be in the calendar.
std::optional<spec::Date> parse_date(std::string_view text);

/// "2026-12-25".
std::string iso_date(const spec::Date& date);

bool is_real_date(const spec::Date& date);
/// 0 is Monday.
int weekday_of(const spec::Date& date);
spec::Date plus_days(const spec::Date& date, int days);

}  // namespace handbill::content
