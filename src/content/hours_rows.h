// SPDX-License-Identifier: MIT
// Opening hours as rows of tables.
#pragma once

#include <string_view>
#include <vector>

#include "content/locale_text.h"
#include "content/opening_hours.h"
#include "content/row_fact.h"

namespace handbill::content {

/// One row a day, Monday first. Days that are missing or broken are left out.
std::vector<ComputedRow> week_rows(const OpeningHours& hours, const LocaleText& locale);
/// One row for each run of days, Monday to Sunday, with equal hours.
std::vector<ComputedRow> grouped_rows(const OpeningHours& hours, const LocaleText& locale);
/// One row for each special date, by date.
std::vector<ComputedRow> special_rows(const OpeningHours& hours, const LocaleText& locale);
/// For signs: one row for each span of each group of days.
std::vector<ComputedRow> line_rows(const OpeningHours& hours, const LocaleText& locale);
/// One row for each season, its week in words.
std::vector<ComputedRow> season_rows(const OpeningHours& hours, const LocaleText& locale);
/// The weeks of the seasons as grouped_rows() and line_rows() have the ordinary week. The first row
/// of each season tells which it is.
std::vector<ComputedRow> season_grouped_rows(const OpeningHours& hours, const LocaleText& locale);
std::vector<ComputedRow> season_line_rows(const OpeningHours& hours, const LocaleText& locale);

/// A list for tables, by its path.
struct HoursList {
  std::string_view path;  ///< "hours.week"
  std::vector<ComputedRow> (*rows)(const OpeningHours&, const LocaleText&);
};
/// Null: no list has that path.
const HoursList* find_hours_list(std::string_view path);

}  // namespace handbill::content
