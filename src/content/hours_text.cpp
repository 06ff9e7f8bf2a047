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

std::string times_text(const DayHours& day, const LocaleText& locale) {
  if (!day.lunch) return locale.range(day.hours);
  return locale.range({day.hours.open, day.lunch->open}) + locale.comma() +
         locale.range({day.lunch->close, day.hours.close});
}

void add_hours(ComputedRow& row, const DayHours& day, const std::string& closed,
               const LocaleText& locale) {
  const bool open = day.state == State::Open;
  // Under its own key and, for `{open | clock}`, under the key with the format.
  const auto add_time = [&](const char* key, std::optional<int> minutes) {
    row.emplace_back(key, minutes ? locale.time(*minutes, TimeForm::Minutes) : "");
    row.emplace_back(std::string(key) + " | clock",
                     minutes ? locale.time(*minutes, TimeForm::Clock) : "");
  };
  const auto when = [](bool known, int minutes) {
    return known ? std::optional(minutes) : std::nullopt;
  };
  const bool lunch = open && day.lunch;
  // Half a day stands in its own half; a day without a break begins in one and ends in the other.
  constexpr int kNoon = 12 * 60;
  const bool only_morning = open && !lunch && day.hours.close <= kNoon + 60;
  const bool only_afternoon = open && !lunch && !only_morning && day.hours.open >= kNoon;
  add_time("open", when(open, day.hours.open));
  add_time("close", when(open, day.hours.close));
  add_time("morning_open", when(open && !only_afternoon, day.hours.open));
  add_time("morning_close",
           lunch ? std::optional(day.lunch->open) : when(only_morning, day.hours.close));
  add_time("afternoon_open",
           lunch ? std::optional(day.lunch->close) : when(only_afternoon, day.hours.open));
  add_time("afternoon_close", when(open && !only_morning, day.hours.close));
  row.emplace_back("state", open ? "open" : "closed");
  row.emplace_back("closed", open ? "" : closed);
  row.emplace_back("times", open ? times_text(day, locale) : closed);
}

ComputedRow row_of(Group group, const OpeningHours& hours, const std::string& closed,
                   const LocaleText& locale) {
  ComputedRow row;
  row.emplace_back("day", locale.at_start(group_name(group, NameForm::Long, "–", locale)));
  row.emplace_back("day_short", locale.at_start(group_name(group, NameForm::Short, "–", locale)));
  add_hours(row, hours.days[static_cast<std::size_t>(group.first)], closed, locale);
  return row;
}

std::string to_word(const OpeningHours& hours, const LocaleText& locale) {
  return hours.to_word.empty() ? locale.to_word() : hours.to_word;
}

}  // namespace

std::vector<ComputedRow> week_rows(const OpeningHours& hours, const LocaleText& locale) {
  const std::string closed = closed_word(hours, locale);
  std::vector<ComputedRow> rows;
  for (int day = 0; day < kDaysOfWeek; ++day) {
    if (!is_known(hours.days[static_cast<std::size_t>(day)])) continue;
    rows.push_back(row_of({day, day}, hours, closed, locale));
  }
  return rows;
}

std::vector<ComputedRow> grouped_rows(const OpeningHours& hours, const LocaleText& locale) {
  const std::string closed = closed_word(hours, locale);
  std::vector<ComputedRow> rows;
  for (const Group group : groups_of(hours)) rows.push_back(row_of(group, hours, closed, locale));
  return rows;
}

std::vector<ComputedRow> special_rows(const OpeningHours& hours, const LocaleText& locale) {
  const std::string closed = closed_word(hours, locale);
  std::vector<ComputedRow> rows;
  for (const SpecialDay& special : hours.special) {
    if (!is_known(special.hours)) continue;
    ComputedRow row;
    const int weekday = weekday_of(special.date);
    row.emplace_back("date", locale.date(special.date, DateForm::Long));
    row.emplace_back("date_iso", iso_date(special.date));
    row.emplace_back("day", locale.at_start(locale.day(weekday, NameForm::Long)));
    row.emplace_back("day_short", locale.at_start(locale.day(weekday, NameForm::Short)));
    row.emplace_back("name", special.name);
    add_hours(row, special.hours, closed, locale);
    rows.push_back(std::move(row));
  }
  return rows;
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
  return locale.range_in_words(lunch, to_word(hours, locale), TimeForm::Minutes);
}

std::string summary_text(const OpeningHours& hours, const LocaleText& locale) {
  const std::string to = to_word(hours, locale);
  std::string text;
  for (const Group group : groups_of(hours)) {
    const DayHours& day = hours.days[static_cast<std::size_t>(group.first)];
    if (day.state != State::Open) continue;
    if (!text.empty()) text += locale.semicolon();
    text += group_name(group, NameForm::Long, to, locale) + locale.comma() +
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

std::string closed_word(const OpeningHours& hours, const LocaleText& locale) {
  return hours.closed_word.empty() ? locale.closed_word() : hours.closed_word;
}

}  // namespace handbill::content
