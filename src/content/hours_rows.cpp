// SPDX-License-Identifier: MIT
#include "content/hours_rows.h"

#include "content/date.h"
#include "content/day_groups.h"
#include "content/hours_text.h"

namespace handbill::content {
namespace {

using State = DayHours::State;

void add_times(RowFacts& row, const DayHours& day) {
  const bool open = day.state == State::Open;
  const auto add_time = [&](std::string_view key, bool known, int minutes) {
    row.push_back({key, {}});
    if (known) row.back().value = RowTime{minutes};
  };
  const TimeSpan all = open ? TimeSpan{day.spans.front().open, day.spans.back().close} : TimeSpan{};
  const bool lunch = open && day.lunch;
  // Half a day stands in its own half; a day without a break begins in one and ends in the other.
  constexpr int kNoon = 12 * 60;
  const bool only_morning = open && !lunch && all.close <= kNoon + 60;
  const bool only_afternoon = open && !lunch && !only_morning && all.open >= kNoon;
  add_time("open", open, all.open);
  add_time("close", open, all.close);
  add_time("morning_open", open && !only_afternoon, all.open);
  add_time("morning_close", lunch || only_morning, lunch ? day.lunch->open : all.close);
  add_time("afternoon_open", lunch || only_afternoon, lunch ? day.lunch->close : all.open);
  add_time("afternoon_close", open && !only_morning, all.close);
}

std::string state_name(State state) {
  if (state == State::ByAppointment) return "by appointment";
  if (state == State::AllDay) return "open 24 hours";
  return state == State::Open ? "open" : "closed";
}

void add_hours(RowFacts& row, const DayHours& day, int weekday, const OpeningHours& hours,
               const LocaleText& locale) {
  add_times(row, day);
  const std::string words = state_text(day, hours, locale);
  row.push_back({"state", state_name(day.state)});
  row.push_back({"words", words});
  row.push_back({"closed", day.state == State::Closed ? words : ""});
  row.push_back({"weeks", locale.at_start(weeks_text(day, weekday, hours, locale))});
  row.push_back({"note", day.note});
  row.push_back({"times", times_text(day, weekday, hours, locale)});
}

RowFacts row_of(DayGroup group, const OpeningHours& hours, const LocaleText& locale) {
  RowFacts row;
  row.push_back({"day", locale.at_start(group_name(group, NameForm::Long, "–", locale))});
  row.push_back({"day_short", locale.at_start(group_name(group, NameForm::Short, "–", locale))});
  add_hours(row, hours.days[static_cast<std::size_t>(group.first)], group.first, hours, locale);
  return row;
}

std::vector<RowFacts> rows_of(const std::vector<DayGroup>& groups, const OpeningHours& hours,
                              const LocaleText& locale) {
  std::vector<RowFacts> rows;
  for (const DayGroup group : groups) rows.push_back(row_of(group, hours, locale));
  return rows;
}

}  // namespace

std::vector<RowFacts> week_rows(const OpeningHours& hours, const LocaleText& locale) {
  const auto never = [](const DayHours&, const DayHours&) { return false; };
  return rows_of(groups_of(hours.days, never), hours, locale);
}

std::vector<RowFacts> grouped_rows(const OpeningHours& hours, const LocaleText& locale) {
  const auto alike = [](const DayHours& a, const DayHours& b) { return a.is_told_like(b); };
  return rows_of(groups_of(hours.days, alike), hours, locale);
}

std::vector<RowFacts> special_rows(const OpeningHours& hours, const LocaleText& locale) {
  std::vector<RowFacts> rows;
  for (const SpecialDay& special : hours.special) {
    if (!special.hours.is_known()) continue;
    const int weekday = weekday_of(special.date);
    RowFacts row = {{"date", special.date},
                    {"date_iso", iso_date(special.date)},
                    {"day", locale.at_start(locale.day(weekday, NameForm::Long))},
                    {"day_short", locale.at_start(locale.day(weekday, NameForm::Short))},
                    {"name", special.name}};
    add_hours(row, special.hours, weekday, hours, locale);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace handbill::content
