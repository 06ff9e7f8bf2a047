// SPDX-License-Identifier: MIT
#include "content/week_reader.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/absent.h"
#include "content/blank.h"
#include "content/wording.h"

namespace handbill::content {

using diag::DiagnosticId;
using spec::Entry;
using spec::Value;
using State = DayHours::State;

namespace {

/// "monday-friday", "monday, wednesday".
std::string keys_of_days(const std::vector<int>& days, const std::string& text) {
  std::string keys;
  for (std::size_t i = 0; i < days.size();) {
    std::size_t last = i;
    while (last + 1 < days.size() && days[last + 1] == days[last] + 1) ++last;
    if (!keys.empty()) keys += ", ";
    keys += day_key(days[i]);
    if (last > i) keys.append("-").append(day_key(days[last]));
    keys += " = \"" + text + "\"";
    i = last + 1;
  }
  return keys;
}

}  // namespace

bool WeekReader::read_entry(const Entry& entry) {
  const std::vector<int> days = days_of(entry.key);
  if (days.empty()) return false;
  const DayHours hours = reader_.read_day(entry.value, days);
  for (const int each : days) {
    diag::Span& key = keys_[static_cast<std::size_t>(each)];
    if (key.known()) {
      reader_.diags.add({.id = DiagnosticId::DayTwice,
                         .message = day_name(each) + " is in the opening hours twice",
                         .span = entry.key_span,
                         .labels = {{key, "first here"}}});
      continue;
    }
    key = entry.key_span;
    day(each) = hours;
  }
  return true;
}

void WeekReader::forgive(std::string_view meant) {
  for (const int each : days_of(meant)) {
    if (day(each).state == State::Missing) day(each).state = State::Broken;
  }
}

/// Takes a break out of a day when it lies inside one of its spans, or is the time between two.
WeekReader::Fit WeekReader::set_lunch(DayHours& hours, TimeSpan lunch) {
  if (hours.state == State::AllDay) return Fit::Meets;
  bool meets = false;
  for (auto span = hours.spans.begin(); span != hours.spans.end(); ++span) {
    // Hours over midnight have their break after it.
    for (const int later : {0, kMinutesOfDay}) {
      const TimeSpan rest{lunch.open + later, lunch.close + later};
      const bool is_gap =
          span != hours.spans.begin() && rest == TimeSpan{(span - 1)->close, span->open};
      const bool is_inside = span->open < rest.open && rest.close < span->close;
      meets = meets || (span->open < rest.close && rest.open < span->close);
      if (!is_gap && !is_inside) continue;
      hours.lunch = rest;
      if (is_gap) return Fit::Taken;
      const TimeSpan after{rest.close, span->close};
      span->close = rest.open;
      hours.spans.insert(span + 1, after);
      return Fit::Taken;
    }
  }
  return meets ? Fit::Meets : Fit::NotMet;
}

/// A half day that meets the break says what becomes of it.
void WeekReader::report_met(int index, const std::string& written, diag::Span at, TimeSpan lunch,
                            std::string open_through) {
  const DayHours& hours = day(index);
  std::string message = day_name(index) + " is open 24 hours, and not during the lunch break ";
  std::vector<std::string> hints = {"if it stays open, write `" + std::move(open_through) + "`"};
  for (const TimeSpan& span : hours.spans) {
    if (span.close <= lunch.open || span.open >= lunch.close) continue;
    const bool closes_in = span.close <= lunch.close && span.open < lunch.open;
    const bool opens_in = span.open >= lunch.open && span.close > lunch.close;
    message = closes_in  ? day_name(index) + " closes within the lunch break "
              : opens_in ? day_name(index) + " opens within the lunch break "
                         : "the hours of " + day_name(index) + " lie within the lunch break ";
    if (!closes_in && !opens_in) continue;
    const TimeSpan rest =
        closes_in ? TimeSpan{span.open, lunch.open} : TimeSpan{lunch.close, span.close};
    hints.push_back("if it has the break, write its hours as `" + time_on_12_hours(rest.open) +
                    " – " + time_on_12_hours(rest.close) + "`");
  }
  reader_.diags.add({.id = DiagnosticId::LunchOutsideHours,
                     .message = message + quoted(written),
                     .span = at,
                     .labels = {{hours.span, "the hours of the day"}},
                     .hints = std::move(hints)});
}

void WeekReader::set_lunch_of_all(const Value& value, TimeSpan lunch) {
  std::vector<int> with, met;
  for (int each = 0; each < kDaysOfWeek; ++each) {
    const Fit fit = set_lunch(day(each), lunch);
    if (fit == Fit::Taken) with.push_back(each);
    if (fit == Fit::Meets) met.push_back(each);
  }
  if (met.empty()) return;
  const std::string& written = *value.as_string();
  const std::string breaks = with.empty() ? "" : keys_of_days(with, written) + ", ";
  report_met(met.front(), written, value.span, lunch,
             "lunch = { " + breaks + keys_of_days(met, "none") + " }");
}

void WeekReader::read_lunch(const Value& value) {
  if (value.as_table() != nullptr && !is_blank(value)) {
    for (const Entry& entry : *value.as_table()) read_lunch_of_days(entry);
    return;
  }
  if (says_none(value)) return;
  const auto lunch = reader_.read_break(value, "`lunch = \"12:00 pm – 1:00 pm\"` or `\"none\"`");
  if (lunch) set_lunch_of_all(value, *lunch);
}

void WeekReader::read_lunch_of_days(const Entry& entry) {
  const std::vector<int> days = days_of(entry.key);
  if (days.empty()) {
    reader_.diags.error(DiagnosticId::UnknownKey, entry.key_span,
                        "unknown key " + quoted(entry.key) + " in `hours.lunch`",
                        did_you_mean(to_lower(entry.key), day_keys()));
    return;
  }
  for (const int each : days) {
    diag::Span& key = lunch_keys_[static_cast<std::size_t>(each)];
    if (key.known()) {
      reader_.diags.add({.id = DiagnosticId::DayTwice,
                         .message = day_name(each) + " has two lunch breaks",
                         .span = entry.key_span,
                         .labels = {{key, "first here"}}});
      return;
    }
    key = entry.key_span;
  }
  if (says_none(entry.value)) return;
  const auto lunch = reader_.read_break(entry.value, "`12:00 pm – 1:00 pm` or `none`");
  if (!lunch) return;
  const auto has_no_times = [&](int each) {
    return day(each).state == State::Closed || day(each).state == State::ByAppointment;
  };
  if (std::ranges::all_of(days, has_no_times)) {
    const DayHours& hours = day(days.front());
    reader_.diags.add({.id = DiagnosticId::LunchOutsideHours,
                       .message = day_name(days.front()) + " has no hours, and so no lunch break",
                       .span = entry.value.span,
                       .labels = {{hours.span, "the hours of the day"}},
                       .hints = {"take `" + entry.key + "` out of `lunch`, or write its hours"}});
    return;
  }
  for (const int each : days) set_lunch_of(entry, each, *lunch);
}

void WeekReader::set_lunch_of(const Entry& entry, int index, TimeSpan lunch) {
  DayHours& hours = day(index);
  const Fit fit = set_lunch(hours, lunch);
  const std::string& written = *entry.value.as_string();
  if (fit == Fit::Meets) {
    report_met(index, written, entry.value.span, lunch,
               std::string(day_key(index)) + " = \"none\"");
  } else if (fit == Fit::NotMet && hours.state == State::Open) {
    reader_.diags.add({.id = DiagnosticId::LunchOutsideHours,
                       .message = "the lunch break " + quoted(written) +
                                  " is not inside the opening hours of " + day_name(index),
                       .span = entry.value.span,
                       .labels = {{hours.span, "the hours of the day"}},
                       .hints = {"correct the break, or write `" + std::string(day_key(index)) +
                                 " = \"none\"`"}});
  }
}

}  // namespace handbill::content
