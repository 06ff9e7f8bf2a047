// SPDX-License-Identifier: MIT
#include "content/hours_rows.h"

#include <algorithm>
#include <array>

#include "content/clock_form.h"
#include "content/date.h"
#include "content/day_groups.h"
#include "content/hours_text.h"

namespace handbill::content {
namespace {

using State = DayHours::State;

/// No words, no fact.
void add_text(RowFacts& row, std::string_view key, std::string text) {
  row.push_back({key, {}});
  if (!text.empty()) row.back().value = std::move(text);
}

void add_time(RowFacts& row, std::string_view key, std::optional<int> minutes, TimeForm on_clock) {
  row.push_back({key, {}});
  if (minutes) row.back().value = RowTime{*minutes, on_clock};
}

std::optional<int> when(bool known, int minutes) {
  return known ? std::optional(minutes) : std::nullopt;
}

void add_times(RowFacts& row, const DayHours& day, TimeForm on_clock) {
  const bool open = day.state == State::Open;
  const TimeSpan all = open ? TimeSpan{day.spans.front().open, day.spans.back().close} : TimeSpan{};
  const bool lunch = open && day.lunch;
  add_time(row, "open", when(open, all.open), on_clock);
  add_time(row, "close", when(open, all.close), on_clock);
  // Half a day stands in its own half; a day without a break begins in one and ends in the other.
  constexpr int kNoon = 12 * 60;
  const bool only_morning = open && !lunch && all.close <= kNoon + 60;
  const bool only_afternoon = open && !lunch && !only_morning && all.open >= kNoon;
  // The heading of the column says which half of the day it is.
  const auto add = [&](std::string_view key, bool known, int minutes) {
    add_time(row, key, when(known, minutes), TimeForm::Clock);
  };
  add("morning_open", open && !only_afternoon, all.open);
  add("morning_close", lunch || only_morning, lunch ? day.lunch->open : all.close);
  add("afternoon_open", lunch || only_afternoon, lunch ? day.lunch->close : all.open);
  add("afternoon_close", open && !only_morning, all.close);
}

std::string state_name(State state) {
  if (state == State::ByAppointment) return "by appointment";
  if (state == State::AllDay) return "open 24 hours";
  return state == State::Open ? "open" : "closed";
}

/// What is said of the whole day, not of one of its spans.
void add_state(RowFacts& row, const DayHours& day, int weekday, const OpeningHours& hours,
               const LocaleText& locale) {
  add_text(row, "state", state_name(day.state));
  add_text(row, "words", state_text(day, hours, locale));
  add_text(row, "weeks", locale.at_start(weeks_text(day, weekday, hours, locale)));
  add_text(row, "note", day.note);
}

void add_hours(RowFacts& row, const DayHours& day, int weekday, TimeForm on_clock,
               const OpeningHours& hours, const LocaleText& locale) {
  add_times(row, day, on_clock);
  add_state(row, day, weekday, hours, locale);
  add_text(row, "closed", day.state == State::Closed ? state_text(day, hours, locale) : "");
  add_text(row, "times", times_text(day, weekday, hours, locale));
}

RowFacts row_of(DayGroup group, const LocaleText& locale) {
  return {{"day", locale.at_start(group_name(group, NameForm::Long, "–", locale))},
          {"day_short", locale.at_start(group_name(group, NameForm::Short, "–", locale))}};
}

const DayHours& hours_of(DayGroup group, const OpeningHours& hours) {
  return hours.days[static_cast<std::size_t>(group.first)];
}

std::vector<RowFacts> rows_of(const std::vector<DayGroup>& groups, const OpeningHours& hours,
                              const LocaleText& locale) {
  const TimeForm on_clock = clock_form(hours.days);
  std::vector<RowFacts> rows;
  for (const DayGroup group : groups) {
    rows.push_back(row_of(group, locale));
    add_hours(rows.back(), hours_of(group, hours), group.first, on_clock, hours, locale);
  }
  return rows;
}

bool are_told_alike(const DayHours& one, const DayHours& other) { return one.is_told_like(other); }

void add_span(RowFacts& row, const TimeSpan* span, TimeForm on_clock, const LocaleText& locale) {
  add_time(row, "open", when(span != nullptr, span ? span->open : 0), on_clock);
  add_time(row, "close", when(span != nullptr, span ? span->close : 0), on_clock);
  add_text(row, "span", span ? locale.range(*span) : "");
}

/// The second and further lines of a group: a span alone.
RowFacts next_line(const RowFacts& first) {
  RowFacts row = first;
  for (RowFact& fact : row) {
    if (fact.key != "state") fact.value = {};
  }
  return row;
}

constexpr auto kLists = std::to_array<HoursList>({
    {"hours.week", week_rows},
    {"hours.grouped", grouped_rows},
    {"hours.lines", line_rows},
    {"hours.special", special_rows},
});

}  // namespace

const HoursList* find_hours_list(std::string_view path) {
  const auto found = std::ranges::find(kLists, path, &HoursList::path);
  return found == kLists.end() ? nullptr : &*found;
}

std::vector<RowFacts> week_rows(const OpeningHours& hours, const LocaleText& locale) {
  const auto never = [](const DayHours&, const DayHours&) { return false; };
  return rows_of(groups_of(hours.days, never), hours, locale);
}

std::vector<RowFacts> grouped_rows(const OpeningHours& hours, const LocaleText& locale) {
  return rows_of(groups_of(hours.days, are_told_alike), hours, locale);
}

std::vector<RowFacts> line_rows(const OpeningHours& hours, const LocaleText& locale) {
  const TimeForm on_clock = clock_form(hours.days);
  std::vector<RowFacts> rows;
  for (const DayGroup group : groups_of(hours.days, are_told_alike)) {
    const DayHours& day = hours_of(group, hours);
    RowFacts first = row_of(group, locale);
    add_state(first, day, group.first, hours, locale);
    for (std::size_t i = 0; i < std::max<std::size_t>(1, day.spans.size()); ++i) {
      rows.push_back(i == 0 ? first : next_line(first));
      add_span(rows.back(), day.spans.empty() ? nullptr : &day.spans[i], on_clock, locale);
    }
  }
  return rows;
}

std::vector<RowFacts> special_rows(const OpeningHours& hours, const LocaleText& locale) {
  const TimeForm on_clock = clock_form(hours.special);
  std::vector<RowFacts> rows;
  for (const SpecialDay& special : hours.special) {
    if (!special.hours.is_known()) continue;
    const int weekday = weekday_of(special.date);
    RowFacts row = {{"date", special.date},
                    {"date_iso", iso_date(special.date)},
                    {"day", locale.at_start(locale.day(weekday, NameForm::Long))},
                    {"day_short", locale.at_start(locale.day(weekday, NameForm::Short))}};
    add_text(row, "name", special.name);
    add_hours(row, special.hours, weekday, on_clock, hours, locale);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace handbill::content
