// SPDX-License-Identifier: MIT
#include "content/clock_form.h"

#include <algorithm>

namespace handbill::content {
namespace {

bool opens_clearly(int minutes, bool is_first) {
  return is_first ? minutes >= 6 * 60 && minutes <= kNoon : minutes >= kNoon && minutes < 17 * 60;
}

TimeForm form_of(bool reads) { return reads ? TimeForm::Clock : TimeForm::Minutes; }

}  // namespace

bool reads_without_half(const DayHours& day) {
  return std::ranges::all_of(day.spans, [&](const TimeSpan& span) {
    const bool closes_clearly =
        span.close >= kNoon && span.close < kMinutesOfDay && span.close - span.open <= kNoon;
    return opens_clearly(span.open, &span == &day.spans.front()) && closes_clearly;
  });
}

TimeForm clock_form(const Week& week) {
  return form_of(std::ranges::all_of(week, reads_without_half));
}

TimeForm clock_form(const std::vector<SpecialDay>& special) {
  return form_of(std::ranges::all_of(special, reads_without_half, &SpecialDay::hours));
}

}  // namespace handbill::content
