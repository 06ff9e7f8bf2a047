// SPDX-License-Identifier: MIT
#include "content/hours_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "content/clock_form.h"
#include "content/date.h"
#include "content/day_groups.h"
#include "content/hours_text.h"

namespace handbill::content {
namespace {

using spec::Date;
using State = DayHours::State;

/// Large type shows how near a dash stands: thin spaces round it, where no line breaks.
constexpr std::string_view kSignDash = "\u202f–\u202f";

/// No words, no fact.
void add_text(ComputedRow& row, std::string_view key, std::string text) {
  row.facts.push_back({std::string(key), {}});
  if (!text.empty()) row.facts.back().value = std::move(text);
}

void add_time(ComputedRow& row, std::string_view key, std::optional<int> minutes,
              TimeForm on_clock) {
  row.facts.push_back({std::string(key), {}});
  if (minutes) row.facts.back().value = RowTime{*minutes, on_clock};
}

std::optional<int> when(bool known, int minutes) {
  return known ? std::optional(minutes) : std::nullopt;
}

/// Opening and closing times of morning and afternoon.
using HalfDays = std::array<std::optional<int>, 4>;

/// A day in its two halves, as columns with a heading for each tell it; nothing: they can't.
std::optional<HalfDays> half_days(const DayHours& day) {
  const auto& spans = day.spans;
  const bool fits =
      day.state == State::Open && spans.front().open >= 60 && spans.back().close < kMinutesOfDay;
  if (!fits || spans.size() > 2) return std::nullopt;
  const TimeSpan first = spans.front();
  if (spans.size() == 2) {
    const TimeSpan second = spans.back();
    const bool around_noon = first.open < kNoon && first.close <= kNoon + 180 &&
                             second.open >= kNoon - 60 && second.close > kNoon;
    if (!around_noon) return std::nullopt;
    return HalfDays{first.open, first.close, second.open, second.close};
  }
  // Half a day stands in its own half; a day without a break begins in one and ends in the other.
  if (first.open >= kNoon) return HalfDays{std::nullopt, std::nullopt, first.open, first.close};
  if (first.close <= kNoon + 60)
    return HalfDays{first.open, first.close, std::nullopt, std::nullopt};
  return HalfDays{first.open, std::nullopt, std::nullopt, first.close};
}

/// From when to when, for one column of opening and one of closing times; nothing: they can't tell.
std::optional<TimeSpan> whole_day(const DayHours& day) {
  const auto spans = day.spans_over_lunch();
  return spans.size() == 1 ? std::optional(spans.front()) : std::nullopt;
}

void add_halves(ComputedRow& row, const DayHours& day) {
  constexpr std::array<std::string_view, 4> kKeys = {"morning_open", "morning_close",
                                                     "afternoon_open", "afternoon_close"};
  const auto halves = half_days(day);
  for (std::size_t i = 0; i < kKeys.size(); ++i) {
    // The heading of the column says which half of the day it is.
    add_time(row, kKeys[i], halves ? (*halves)[i] : std::nullopt, TimeForm::Clock);
    if (halves || day.state == State::Closed) continue;
    row.facts.back().value =
        Untold{"these hours do not fit columns of morning and afternoon", day.span};
  }
}

/// Why opening and closing times can't tell the day; nothing: they can. A break that all days keep
/// is told by `{hours.lunch}`; one that differs, or a date that has none, would be told nowhere.
std::optional<Untold> untold_by_ends(const DayHours& day, const OpeningHours& hours) {
  if (day.state != State::Closed && !whole_day(day)) {
    return Untold{"these hours do not fit one opening and one closing time", day.span};
  }
  const auto common = common_lunch(hours.days);
  if (common ? keeps_lunch(day, *common) : !day.lunch) return std::nullopt;
  return Untold{
      day.lunch
          ? "not every day has this lunch break, and one opening and one closing time would hide it"
          : "the week has a lunch break and these hours have none, and one opening and one closing "
            "time would hide it",
      day.lunch_at.known() ? day.lunch_at : day.span};
}

void add_times(ComputedRow& row, const DayHours& day, TimeForm on_clock,
               const OpeningHours& hours) {
  const auto all = whole_day(day);
  const auto untold = untold_by_ends(day, hours);
  for (const auto& [key, minutes] :
       {std::pair("open", when(all.has_value(), all ? all->open : 0)),
        std::pair("close", when(all.has_value(), all ? all->close : 0))}) {
    add_time(row, key, minutes, on_clock);
    if (untold) row.facts.back().value = *untold;
  }
  add_halves(row, day);
}

std::string state_name(State state) {
  if (state == State::ByAppointment) return "by appointment";
  if (state == State::AllDay) return "open 24 hours";
  return state == State::Open ? "open" : "closed";
}

/// What is said of the whole day, not of one of its spans.
void add_state(ComputedRow& row, const DayHours& day, int weekday, const OpeningHours& hours,
               const LocaleText& locale) {
  add_text(row, "state", state_name(day.state));
  add_text(row, "words", state_text(day, hours, locale));
  add_text(row, "weeks", locale.at_start(weeks_text(day, weekday, hours, locale)));
  add_text(row, "note", day.note);
}

void add_hours(ComputedRow& row, const DayHours& day, int weekday, TimeForm on_clock,
               const OpeningHours& hours, const LocaleText& locale) {
  add_times(row, day, on_clock, hours);
  add_state(row, day, weekday, hours, locale);
  add_text(row, "closed", day.state == State::Closed ? state_text(day, hours, locale) : "");
  add_text(row, "times", times_text(day, weekday, hours, locale));
}

ComputedRow row_of(DayGroup group, const DayHours& day, std::string_view to,
                   const LocaleText& locale) {
  return {{{"day", locale.at_start(group_name(group, NameForm::Long, to, locale))},
           {"day_short", locale.at_start(group_name(group, NameForm::Short, to, locale))}},
          day.span};
}

const DayHours& hours_of(DayGroup group, const Week& week) {
  return week[static_cast<std::size_t>(group.first)];
}

/// A row for each group of a week, the ordinary one or that of a season.
std::vector<ComputedRow> rows_of(const std::vector<DayGroup>& groups, const Week& week,
                                 const OpeningHours& hours, const LocaleText& locale) {
  const TimeForm on_clock = clock_form(week);
  std::vector<ComputedRow> rows;
  for (const DayGroup group : groups) {
    rows.push_back(row_of(group, hours_of(group, week), "–", locale));
    add_hours(rows.back(), hours_of(group, week), group.first, on_clock, hours, locale);
  }
  return rows;
}

bool are_told_alike(const DayHours& one, const DayHours& other) { return one.is_told_like(other); }

void add_span(ComputedRow& row, const TimeSpan* span, TimeForm on_clock, const LocaleText& locale) {
  add_time(row, "open", when(span != nullptr, span ? span->open : 0), on_clock);
  add_time(row, "close", when(span != nullptr, span ? span->close : 0), on_clock);
  add_text(row, "span", span ? locale.range(*span) : "");
}

/// The second and further lines of a group, before what they tell: a span, or a remark.
ComputedRow next_line(const ComputedRow& first) {
  ComputedRow row = first;
  for (RowFact& fact : row.facts) {
    if (fact.key != "state") fact.value = {};
  }
  return row;
}

/// "Thursday–Saturday"; nothing when a day of the week would be among them twice.
std::string weekdays(const DateRange& dates, NameForm form, const LocaleText& locale) {
  if (days_between(dates.from, dates.to) >= kDaysOfWeek) return "";
  const DayGroup days{weekday_of(dates.from), weekday_of(dates.to)};
  return locale.at_start(group_name(days, form, "–", locale));
}

/// The break of all, in words, when this group is the last to keep it; else empty.
std::string lunch_below(DayGroup group, const Week& week, const OpeningHours& hours,
                        const LocaleText& locale) {
  const auto lunch = common_lunch(week);
  const auto keeps_it = [](const DayHours& day) { return day.lunch.has_value(); };
  const bool is_last = hours_of(group, week).lunch &&
                       std::none_of(week.begin() + group.last + 1, week.end(), keeps_it);
  return lunch && is_last ? locale.at_start(lunch_sentence(hours, *lunch, locale)) : "";
}

/// What is said of a group below its hours, each in a line of its own.
std::vector<std::string> remarks_below(DayGroup group, const Week& week, const OpeningHours& hours,
                                       const LocaleText& locale) {
  std::vector<std::string> lines = {
      locale.at_start(remarks_text(hours_of(group, week), group.first, hours, locale)),
      lunch_below(group, week, hours, locale)};
  std::erase(lines, "");
  return lines;
}

std::vector<ComputedRow> lines_of(const Week& week, const OpeningHours& hours,
                                  const LocaleText& locale) {
  const TimeForm on_clock = clock_form(week);
  std::vector<ComputedRow> rows;
  for (const DayGroup group : groups_of(week, are_told_alike)) {
    const DayHours& day = hours_of(group, week);
    ComputedRow first = row_of(group, day, kSignDash, locale);
    add_state(first, day, group.first, hours, locale);
    for (std::size_t i = 0; i < std::max<std::size_t>(1, day.spans.size()); ++i) {
      rows.push_back(i == 0 ? first : next_line(first));
      add_span(rows.back(), day.spans.empty() ? nullptr : &day.spans[i], on_clock, locale);
      add_text(rows.back(), "remark", "");
    }
    for (std::string& remark : remarks_below(group, week, hours, locale)) {
      rows.push_back(next_line(first));
      add_span(rows.back(), nullptr, on_clock, locale);
      add_text(rows.back(), "remark", std::move(remark));
    }
  }
  return rows;
}

/// Which part of the year a row is about; of the further rows of a season nothing.
void add_season(ComputedRow& row, const Season* season) {
  using Part = Date DateRange::*;
  const auto add_day = [&](std::string_view key, Part part) {
    row.facts.push_back({std::string(key), {}});
    if (season == nullptr) return;
    const Date day = season->dates.*part;
    row.facts.back().value = DateRange{day, day, season->dates.years};
  };
  row.facts.push_back({"dates", {}});
  if (season != nullptr) row.facts.back().value = season->dates;
  add_day("from", &DateRange::from);
  add_day("to", &DateRange::to);
  add_text(row, "name", season != nullptr ? season->name : "");
}

template <class RowsOf>
std::vector<ComputedRow> rows_of_seasons(const OpeningHours& hours, RowsOf rows_of_week) {
  std::vector<ComputedRow> rows;
  for (const Season& season : hours.seasons) {
    const Season* told = &season;
    for (ComputedRow& row : rows_of_week(season.days)) {
      if (told != nullptr) row.hours = season.span;
      add_season(row, std::exchange(told, nullptr));
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

constexpr auto kLists = std::to_array<HoursList>({
    {"hours.week", week_rows},
    {"hours.grouped", grouped_rows},
    {"hours.lines", line_rows},
    {"hours.seasons", season_rows},
    {"hours.season_grouped", season_grouped_rows},
    {"hours.season_lines", season_line_rows},
    {"hours.special", special_rows},
});

}  // namespace

const HoursList* find_hours_list(std::string_view path) {
  const auto found = std::ranges::find(kLists, path, &HoursList::path);
  return found == kLists.end() ? nullptr : &*found;
}

std::vector<ComputedRow> week_rows(const OpeningHours& hours, const LocaleText& locale) {
  const auto never = [](const DayHours&, const DayHours&) { return false; };
  return rows_of(groups_of(hours.days, never), hours.days, hours, locale);
}

std::vector<ComputedRow> grouped_rows(const OpeningHours& hours, const LocaleText& locale) {
  return rows_of(groups_of(hours.days, are_told_alike), hours.days, hours, locale);
}

std::vector<ComputedRow> line_rows(const OpeningHours& hours, const LocaleText& locale) {
  return lines_of(hours.days, hours, locale);
}

std::vector<ComputedRow> season_rows(const OpeningHours& hours, const LocaleText& locale) {
  std::vector<ComputedRow> rows;
  for (const Season& season : hours.seasons) {
    rows.push_back({{}, season.span});
    add_season(rows.back(), &season);
    const auto words = [&](SeasonPart part) {
      return locale.at_start(season_text(season, part, hours, locale));
    };
    add_text(rows.back(), "summary", words(SeasonPart::Week));
    add_text(rows.back(), "changes", words(SeasonPart::Changes));
    add_text(rows.back(), "entry", entry_text(season, hours, locale));
  }
  return rows;
}

std::vector<ComputedRow> season_grouped_rows(const OpeningHours& hours, const LocaleText& locale) {
  return rows_of_seasons(hours, [&](const Week& week) {
    return rows_of(groups_of(week, are_told_alike), week, hours, locale);
  });
}

std::vector<ComputedRow> season_line_rows(const OpeningHours& hours, const LocaleText& locale) {
  return rows_of_seasons(hours, [&](const Week& week) { return lines_of(week, hours, locale); });
}

std::vector<ComputedRow> special_rows(const OpeningHours& hours, const LocaleText& locale) {
  const TimeForm on_clock = clock_form(hours.special);
  std::vector<ComputedRow> rows;
  for (const SpecialDay& special : hours.special) {
    if (!special.hours.is_known()) continue;
    ComputedRow row{{{"date", special.dates}, {"date_iso", iso_date(special.dates)}},
                    special.hours.span};
    add_text(row, "day", weekdays(special.dates, NameForm::Long, locale));
    add_text(row, "day_short", weekdays(special.dates, NameForm::Short, locale));
    add_text(row, "name", special.name);
    add_text(row, "entry", entry_text(special, hours, locale));
    add_hours(row, special.hours, weekday_of(special.dates.from), on_clock, hours, locale);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace handbill::content
