// SPDX-License-Identifier: MIT
#include "content/hours_text.h"

#include "content/date.h"

namespace handbill::content {
namespace {

using State = DayHours::State;

/// Days first to last, both included.
struct Group {
  int first = 0;
  int last = 0;
};

bool is_known(const DayHours& day) {
  return day.state == State::Open || day.state == State::Closed;
}

std::vector<Group> groups_of(const OpeningHours& hours) {
  std::vector<Group> groups;
  for (int day = 0; day < kDaysOfWeek; ++day) {
    const DayHours& here = hours.days[static_cast<std::size_t>(day)];
    if (!is_known(here)) continue;
    const bool joins = !groups.empty() && groups.back().last == day - 1 &&
                       hours.days[static_cast<std::size_t>(day - 1)].same_hours(here);
    if (joins) {
      groups.back().last = day;
    } else {
      groups.push_back({day, day});
    }
  }
  return groups;
}

std::string group_name(Group group, NameForm form, std::string_view to, const LocaleText& locale) {
  std::string name = locale.day(group.first, form);
  if (group.last != group.first) {
    name += to;
    name += locale.day(group.last, form);
  }
  return name;
}

std::string open_text(const DayHours& day, const LocaleText& locale) {
  if (!day.lunch) return locale.range(day.hours);
  return locale.range({day.hours.open, day.lunch->open}).append(locale.words().comma) +
         locale.range({day.lunch->close, day.hours.close});
}

void add_hours(RowFacts& row, const DayHours& day, const OpeningHours& hours,
               const LocaleText& locale) {
  const bool open = day.state == State::Open;
  const auto add_time = [&](std::string_view key, bool known, int minutes) {
    row.push_back({key, {}});
    if (known) row.back().value = RowTime{minutes};
  };
  const bool lunch = open && day.lunch;
  // Half a day stands in its own half; a day without a break begins in one and ends in the other.
  constexpr int kNoon = 12 * 60;
  const bool only_morning = open && !lunch && day.hours.close <= kNoon + 60;
  const bool only_afternoon = open && !lunch && !only_morning && day.hours.open >= kNoon;
  add_time("open", open, day.hours.open);
  add_time("close", open, day.hours.close);
  add_time("morning_open", open && !only_afternoon, day.hours.open);
  add_time("morning_close", lunch || only_morning, lunch ? day.lunch->open : day.hours.close);
  add_time("afternoon_open", lunch || only_afternoon, lunch ? day.lunch->close : day.hours.open);
  add_time("afternoon_close", open && !only_morning, day.hours.close);
  row.push_back({"state", open ? "open" : "closed"});
  row.push_back({"closed", open ? "" : locale.at_start(hours.words.closed)});
  row.push_back({"times", times_text(day, hours, locale)});
}

RowFacts row_of(Group group, const OpeningHours& hours, const LocaleText& locale) {
  RowFacts row;
  row.push_back({"day", locale.at_start(group_name(group, NameForm::Long, "–", locale))});
  row.push_back({"day_short", locale.at_start(group_name(group, NameForm::Short, "–", locale))});
  add_hours(row, hours.days[static_cast<std::size_t>(group.first)], hours, locale);
  return row;
}

}  // namespace

std::vector<RowFacts> week_rows(const OpeningHours& hours, const LocaleText& locale) {
  std::vector<RowFacts> rows;
  for (int day = 0; day < kDaysOfWeek; ++day) {
    if (!is_known(hours.days[static_cast<std::size_t>(day)])) continue;
    rows.push_back(row_of({day, day}, hours, locale));
  }
  return rows;
}

std::vector<RowFacts> grouped_rows(const OpeningHours& hours, const LocaleText& locale) {
  std::vector<RowFacts> rows;
  for (const Group group : groups_of(hours)) rows.push_back(row_of(group, hours, locale));
  return rows;
}

std::vector<RowFacts> special_rows(const OpeningHours& hours, const LocaleText& locale) {
  std::vector<RowFacts> rows;
  for (const SpecialDay& special : hours.special) {
    if (!is_known(special.hours)) continue;
    const int weekday = weekday_of(special.date);
    RowFacts row = {{"date", special.date},
                    {"date_iso", iso_date(special.date)},
                    {"day", locale.at_start(locale.day(weekday, NameForm::Long))},
                    {"day_short", locale.at_start(locale.day(weekday, NameForm::Short))},
                    {"name", special.name}};
    add_hours(row, special.hours, hours, locale);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string times_text(const DayHours& day, const OpeningHours& hours, const LocaleText& locale) {
  if (day.state == State::Open) return open_text(day, locale);
  return day.state == State::Closed ? locale.at_start(hours.words.closed) : "";
}

std::optional<TimeSpan> common_lunch(const OpeningHours& hours) {
  std::optional<TimeSpan> lunch;
  for (const DayHours& day : hours.days) {
    if (day.state != State::Open || !day.lunch) continue;
    if (lunch && day.lunch != lunch) return std::nullopt;
    lunch = day.lunch;
  }
  return lunch;
}

std::string lunch_text(const OpeningHours& hours, TimeSpan lunch, const LocaleText& locale) {
  return locale.range_in_words(lunch, hours.words.to, TimeForm::Minutes);
}

std::string summary_text(const OpeningHours& hours, const LocaleText& locale) {
  const std::string to = hours.words.to;
  std::string text;
  for (const Group group : groups_of(hours)) {
    const DayHours& day = hours.days[static_cast<std::size_t>(group.first)];
    if (day.state != State::Open) continue;
    if (!text.empty()) text += locale.words().semicolon;
    text += group_name(group, NameForm::Long, to, locale).append(locale.words().comma) +
            locale.range_in_words(day.hours, to, TimeForm::HoursWhenFull);
  }
  return text;
}

std::string closed_days_text(const OpeningHours& hours, const LocaleText& locale) {
  std::vector<std::string> names;
  for (int day = 0; day < kDaysOfWeek; ++day) {
    if (hours.days[static_cast<std::size_t>(day)].state != State::Closed) continue;
    names.push_back(locale.day(day, NameForm::Long));
  }
  return names.empty() ? "" : locale.list(names);
}

}  // namespace handbill::content
