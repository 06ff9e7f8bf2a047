// SPDX-License-Identifier: MIT
// Opening hours as they stand on paper: rows for tables, and single facts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/locale_text.h"
#include "content/opening_hours.h"
#include "content/row_fact.h"

namespace handbill::content {

/// One row a day, Monday first. Days that are missing or broken are left out.
std::vector<RowFacts> week_rows(const OpeningHours& hours, const LocaleText& locale);
/// One row for each run of days, Monday to Sunday, with equal hours and breaks.
std::vector<RowFacts> grouped_rows(const OpeningHours& hours, const LocaleText& locale);
std::vector<RowFacts> special_rows(const OpeningHours& hours, const LocaleText& locale);

/// "8:00 am–12:00 pm, 1:00–5:00 pm", "Closed"; empty for a day that is missing or broken.
std::string times_text(const DayHours& day, const OpeningHours& hours, const LocaleText& locale);

/// The break that all days with a break share; nothing when there is none or they differ.
std::optional<TimeSpan> common_lunch(const OpeningHours& hours);

/// "12:00 to 1:00 pm".
std::string lunch_text(const OpeningHours& hours, TimeSpan lunch, const LocaleText& locale);
/// "Monday to Friday, 8 am to 5 pm"; groups are parted by semicolons.
std::string summary_text(const OpeningHours& hours, const LocaleText& locale);
/// "Saturday and Sunday"; empty when no day is closed.
std::string closed_days_text(const OpeningHours& hours, const LocaleText& locale);

}  // namespace handbill::content
