// SPDX-License-Identifier: MIT
#include "content/lunch_break.h"

#include "content/wording.h"

namespace handbill::content {

using State = DayHours::State;

BreakFit take_break(DayHours& hours, const LunchBreak& lunch) {
  if (hours.state == State::AllDay) return BreakFit::Meets;
  bool meets = false;
  for (auto span = hours.spans.begin(); span != hours.spans.end(); ++span) {
    // Hours over midnight have their break after it.
    for (const int later : {0, kMinutesOfDay}) {
      const TimeSpan rest{lunch.span.open + later, lunch.span.close + later};
      const bool is_gap =
          span != hours.spans.begin() && rest == TimeSpan{(span - 1)->close, span->open};
      const bool is_inside = span->open < rest.open && rest.close < span->close;
      meets = meets || (span->open < rest.close && rest.open < span->close);
      if (!is_gap && !is_inside) continue;
      hours.lunch = rest;
      hours.lunch_at = lunch.value;
      if (is_gap) return BreakFit::Taken;
      const TimeSpan after{rest.close, span->close};
      span->close = rest.open;
      hours.spans.insert(span + 1, after);
      return BreakFit::Taken;
    }
  }
  return meets ? BreakFit::Meets : BreakFit::NotMet;
}

diag::Diagnostic met_by_break(const std::string& day, const DayHours& hours,
                              const LunchBreak& lunch, std::string open_through) {
  std::string message = day + " is open 24 hours, and not during the lunch break ";
  std::vector<std::string> hints = {"if it stays open, write `" + std::move(open_through) + "`"};
  for (const TimeSpan& span : hours.spans) {
    if (span.close <= lunch.span.open || span.open >= lunch.span.close) continue;
    const bool closes_in = span.close <= lunch.span.close && span.open < lunch.span.open;
    const bool opens_in = span.open >= lunch.span.open && span.close > lunch.span.close;
    message = closes_in  ? day + " closes within the lunch break "
              : opens_in ? day + " opens within the lunch break "
                         : "the hours of " + day + " lie within the lunch break ";
    if (!closes_in && !opens_in) continue;
    const TimeSpan rest =
        closes_in ? TimeSpan{span.open, lunch.span.open} : TimeSpan{lunch.span.close, span.close};
    hints.push_back("if it has the break, write its hours as `" + time_on_12_hours(rest.open) +
                    " – " + time_on_12_hours(rest.close) + "`");
  }
  return {.id = diag::DiagnosticId::LunchOutsideHours,
          .message = message + quoted(lunch.written),
          .span = lunch.at,
          .labels = {{hours.span, "the hours of the day"}},
          .hints = std::move(hints)};
}

diag::Diagnostic met_by_break_of_week(const std::string& day, const DayHours& hours,
                                      const LunchBreak& lunch, std::string open_through) {
  diag::Diagnostic diagnostic = met_by_break(day, hours, lunch, std::move(open_through));
  diagnostic.span = hours.span;
  diagnostic.labels = {{lunch.at, "the break of the week"}};
  return diagnostic;
}

}  // namespace handbill::content
