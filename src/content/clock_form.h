// SPDX-License-Identifier: MIT
// Whether times can do without am and pm. A sign may leave them out when nobody can take 8:00 for
// the evening or 5:00 for the morning; one time that can be misread gives them back to the whole
// table, so that all its times are told alike.
#pragma once

#include "content/locale_text.h"
#include "content/opening_hours.h"

namespace handbill::content {

/// True when every span reads right without am and pm: the day opens in the morning, from 6 am to
/// noon, goes on after noon and before 5 pm, and no span closes before noon, at midnight or more
/// than twelve hours after it opens. A day without times has nothing to misread.
bool reads_without_half(const DayHours& day);

/// How `{… | clock}` tells the times of a week.
TimeForm clock_form(const Week& week);
/// … of the special dates.
TimeForm clock_form(const std::vector<SpecialDay>& special);

}  // namespace handbill::content
