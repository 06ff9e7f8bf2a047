// SPDX-License-Identifier: MIT
#include "content/week_reader.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/blank.h"
#include "content/wording.h"

namespace handbill::content {

using diag::DiagnosticId;
using spec::Entry;
using spec::Value;
using State = DayHours::State;

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

/// Takes a break out of a day; reports when it does not lie inside one of its spans.
void WeekReader::set_lunch(int index, const Value& value, TimeSpan lunch) {
  DayHours& hours = day(index);
  if (hours.state != State::Open) return;
  const auto meets = [&](TimeSpan span) {
    return span.open < lunch.close && lunch.open < span.close;
  };
  const auto span = std::ranges::find_if(hours.spans, meets);
  // Half a day before or after lunch has no lunch break.
  if (span == hours.spans.end()) return;
  if (lunch.open > span->open && lunch.close < span->close) {
    const TimeSpan after{lunch.close, span->close};
    span->close = lunch.open;
    hours.spans.insert(span + 1, after);
    hours.lunch = lunch;
    return;
  }
  reader_.diags.add(
      {.id = DiagnosticId::LunchOutsideHours,
       .message = "the lunch break " + quoted(*value.as_string()) +
                  " is not inside the opening hours of " + day_name(index),
       .span = value.span,
       .labels = {{hours.span, "the hours of the day"}},
       .hints = {"give breaks by day: `lunch = { monday-friday = \"12:00 pm – 1:00 pm\" }`"}});
}

void WeekReader::read_lunch(const Value& value) {
  if (value.as_table() != nullptr && !is_blank(value)) {
    for (const Entry& entry : *value.as_table()) read_lunch_of_days(entry);
    return;
  }
  const auto lunch = reader_.read_break(value, "`lunch = \"12:00 pm – 1:00 pm\"`");
  if (!lunch) return;
  for (int each = 0; each < kDaysOfWeek; ++each) {
    const std::size_t before = reader_.diags.error_count();
    set_lunch(each, value, *lunch);
    if (reader_.diags.error_count() > before) return;  // one value, one message
  }
}

void WeekReader::read_lunch_of_days(const Entry& entry) {
  const std::vector<int> days = days_of(entry.key);
  if (days.empty()) {
    reader_.diags.error(DiagnosticId::UnknownKey, entry.key_span,
                        "unknown key " + quoted(entry.key) + " in `hours.lunch`",
                        did_you_mean(to_lower(entry.key), day_keys()));
    return;
  }
  const auto lunch = reader_.read_break(entry.value, "`12:00 pm – 1:00 pm`");
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
    if (lunch) set_lunch(each, entry.value, *lunch);
  }
}

}  // namespace handbill::content
