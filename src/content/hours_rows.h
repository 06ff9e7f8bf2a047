// SPDX-License-Identifier: MIT
// Opening hours as rows of tables.
#pragma once

#include <vector>

#include "content/locale_text.h"
#include "content/opening_hours.h"
#include "content/row_fact.h"

namespace handbill::content {

/// One row a day, Monday first. Days that are missing or broken are left out.
std::vector<RowFacts> week_rows(const OpeningHours& hours, const LocaleText& locale);
/// One row for each run of days, Monday to Sunday, with equal hours.
std::vector<RowFacts> grouped_rows(const OpeningHours& hours, const LocaleText& locale);
/// One row for each special date, by date.
std::vector<RowFacts> special_rows(const OpeningHours& hours, const LocaleText& locale);

}  // namespace handbill::content
