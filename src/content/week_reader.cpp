// SPDX-License-Identifier: MIT
#include "content/week_reader.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/absent.h"
#include "content/blank.h"
#include "content/lunch_break.h"
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
  std::vector<std::string> twice;
  diag::Span first{};
  for (const int each : days) {
    diag::Span& key = keys_[static_cast<std::size_t>(each)];
    if (key.known()) {
      if (twice.empty()) first = key;
      twice.push_back(day_name(each));
      continue;
    }
    key = entry.key_span;
    day(each) = written_[static_cast<std::size_t>(each)] = hours;
  }
  if (twice.empty()) return true;
  reader_.diags.add({.id = DiagnosticId::DayTwice,
                     .message = joined(twice) + (twice.size() == 1 ? " is" : " are") +
                                " in the opening hours twice",
                     .span = entry.key_span,
                     .labels = {{first, "first here"}}});
  return true;
}

void WeekReader::forgive(std::string_view meant) {
  for (const int each : days_of(meant)) {
    if (day(each).state != State::Missing) continue;
    day(each).state = written_[static_cast<std::size_t>(each)].state = State::Broken;
  }
}

void WeekReader::set_lunch_of_all(const LunchBreak& lunch) {
  std::vector<int> with, met_days;
  for (int each = 0; each < kDaysOfWeek; ++each) {
    breaks_[static_cast<std::size_t>(each)] = lunch;
    const BreakFit fit = take_break(day(each), lunch);
    if (fit == BreakFit::Taken) with.push_back(each);
    if (fit == BreakFit::Meets) met_days.push_back(each);
  }
  if (met_days.empty()) {
    if (with.empty()) report_idle(lunch);
    return;
  }
  const std::string breaks = with.empty() ? "" : keys_of_days(with, lunch.written) + ", ";
  const int first = met_days.front();
  reader_.diags.add(met_by_break(day_name(first), day(first), lunch,
                                 "lunch = { " + breaks + keys_of_days(met_days, "none") + " }"));
}

/// A break that is inside the hours of no day. Where no day has hours, or some can't be read,
/// nothing is known of it.
void WeekReader::report_idle(const LunchBreak& lunch) {
  const auto is_open = [](const DayHours& day) { return day.state == State::Open; };
  const auto is_broken = [](const DayHours& day) { return !day.is_known(); };
  const auto open = std::ranges::find_if(week_, is_open);
  if (open == week_.end() || std::ranges::any_of(week_, is_broken)) return;
  reader_.diags.add({.id = DiagnosticId::LunchOutsideHours,
                     .message = "the lunch break " + quoted(lunch.written) +
                                " is inside the opening hours of no day",
                     .span = lunch.at,
                     .labels = {{open->span, "the hours of a day"}},
                     .hints = {"correct the break, or write `lunch = \"none\"`"}});
}

void WeekReader::read_lunch(const Value& value) {
  for (DayHours& each : week_) each.lunch_at = value.span;
  if (value.as_table() != nullptr && !is_blank(value)) {
    for (const Entry& entry : *value.as_table()) read_lunch_of_days(entry, value.span);
    return;
  }
  if (says_none(value)) return;
  const auto lunch = reader_.read_break(value, "`lunch = \"12:00 pm – 1:00 pm\"` or `\"none\"`");
  if (lunch) set_lunch_of_all({*lunch, *value.as_string(), value.span, value.span});
}

void WeekReader::read_season_lunch(const Value* value, const WeekReader& year) {
  for (std::size_t each = 0; each < week_.size(); ++each) {
    if (week_[each].state == State::Missing) week_[each] = year.written_[each];
  }
  if (value != nullptr) read_lunch(*value);
  // One break, or `none`, is for all days.
  if (value != nullptr && (value->as_table() == nullptr || is_blank(*value))) return;
  for (int each = 0; each < kDaysOfWeek; ++each) {
    const auto index = static_cast<std::size_t>(each);
    if (!lunch_keys_[index].known() && year.breaks_[index]) {
      inherit_lunch(each, *year.breaks_[index]);
    }
  }
}

/// What is wrong on a day of the year has been said of the year.
void WeekReader::inherit_lunch(int index, const LunchBreak& lunch) {
  const bool is_named = keys_[static_cast<std::size_t>(index)].known();
  breaks_[static_cast<std::size_t>(index)] = lunch;
  if (take_break(day(index), lunch) != BreakFit::Meets || !is_named) return;
  reader_.diags.add(
      met_by_break_of_week(day_name(index), day(index), lunch,
                           "lunch = { " + std::string(day_key(index)) + " = \"none\" }"));
}

void WeekReader::read_lunch_of_days(const Entry& entry, diag::Span value) {
  const std::vector<int> days = days_of(entry.key);
  if (days.empty()) {
    reader_.diags.error(
        DiagnosticId::UnknownKey, entry.key_span,
        "unknown key " + quoted(entry.key) + " in " + quoted(reader_.path + ".lunch"),
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
  for (const int each : days) {
    set_lunch_of(each, {*lunch, *entry.value.as_string(), entry.value.span, value});
  }
}

void WeekReader::set_lunch_of(int index, const LunchBreak& lunch) {
  DayHours& hours = day(index);
  breaks_[static_cast<std::size_t>(index)] = lunch;
  const BreakFit fit = take_break(hours, lunch);
  const std::string none = std::string(day_key(index)) + " = \"none\"";
  if (fit == BreakFit::Meets) {
    reader_.diags.add(met_by_break(day_name(index), hours, lunch, none));
  } else if (fit == BreakFit::NotMet && hours.state == State::Open) {
    reader_.diags.add({.id = DiagnosticId::LunchOutsideHours,
                       .message = "the lunch break " + quoted(lunch.written) +
                                  " is not inside the opening hours of " + day_name(index),
                       .span = lunch.at,
                       .labels = {{hours.span, "the hours of the day"}},
                       .hints = {"correct the break, or write `" + none + "`"}});
  }
}

}  // namespace handbill::content
