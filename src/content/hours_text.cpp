// SPDX-License-Identifier: MIT
#include "content/hours_text.h"

#include <algorithm>
#include <utility>

#include "content/day_groups.h"

namespace handbill::content {
namespace {

using State = DayHours::State;

std::string_view state_word(State state, const HoursWords& words) {
  switch (state) {
    case State::Closed:
      return words.closed;
    case State::ByAppointment:
      return words.by_appointment;
    case State::AllDay:
      return words.open_24_hours;
    case State::Missing:
    case State::Broken:
    case State::Open:
      break;
  }
  return {};
}

/// "8 am to 12 pm and 2 pm to 6 pm", "by appointment".
std::string times_in_words(const DayHours& day, const HoursWords& words, const LocaleText& locale) {
  if (day.state != State::Open) return std::string(state_word(day.state, words));
  std::vector<std::string> spans;
  for (const TimeSpan& each : day.spans_over_lunch()) {
    spans.push_back(locale.range_in_words(each, words.to, TimeForm::HoursWhenFull));
  }
  return locale.list(spans);
}

bool alike_over_lunch(DayHours one, DayHours other) {
  one.spans = one.spans_over_lunch();
  other.spans = other.spans_over_lunch();
  return one.is_told_like(other);
}

/// Open at some time of the break, or between two spans for more than the break.
bool is_open_during(const DayHours& day, TimeSpan lunch) {
  if (day.state == State::AllDay) return true;
  const auto meets = [&](TimeSpan span) {
    return span.open < lunch.close && lunch.open < span.close;
  };
  const bool is_between = !day.spans.empty() && day.spans.front().close <= lunch.open &&
                          day.spans.back().open >= lunch.close;
  return is_between || std::ranges::any_of(day.spans, meets);
}

/// The week with its breaks told as the time between two spans.
Week parted_by_breaks(Week week) {
  for (DayHours& day : week) day.lunch.reset();
  return week;
}

std::string filled(std::string phrase, std::string_view slot, const std::string& words) {
  const std::size_t at = phrase.find(slot);
  return at == phrase.npos ? phrase : phrase.replace(at, slot.size(), words);
}

/// What follows the times: " (1st Saturday of the month; laser only)".
std::string remarks(const DayHours& day, int weekday, const OpeningHours& hours,
                    const LocaleText& locale) {
  const std::string text = remarks_text(day, weekday, hours, locale);
  if (text.empty()) return text;
  return std::string(locale.words().bracket).append(text).append(locale.words().bracket_end);
}

/// "Monday to Friday, 8 am to 5 pm", of the groups whose first day is told.
template <class IsTold>
std::string week_in_words(const Week& week, IsTold is_told, const OpeningHours& hours,
                          const LocaleText& locale) {
  std::string text;
  for (const DayGroup group : groups_of(week, alike_over_lunch)) {
    const DayHours& day = week[static_cast<std::size_t>(group.first)];
    if (!is_told(day, group.first)) continue;
    if (!text.empty()) text += locale.words().semicolon;
    text += group_name(group, NameForm::Long, hours.words.to, locale);
    text += locale.words().comma;
    text += times_in_words(day, hours.words, locale) + remarks(day, group.first, hours, locale);
  }
  return text;
}

/// What times_text() says, as it stands inside a sentence.
std::string times_inside(const DayHours& day, int weekday, const OpeningHours& hours,
                         const LocaleText& locale) {
  std::string text(state_word(day.state, hours.words));
  for (const TimeSpan& each : day.spans) {
    if (!text.empty()) text += locale.words().comma;
    text += locale.range(each);
  }
  return text + remarks(day, weekday, hours, locale);
}

std::string with_name(const std::string& name, std::string text, const LocaleText& locale) {
  if (name.empty()) return locale.at_start(std::move(text));
  return name + std::string(locale.words().colon) + text;
}

}  // namespace

std::string state_text(const DayHours& day, const OpeningHours& hours, const LocaleText& locale) {
  return locale.at_start(std::string(state_word(day.state, hours.words)));
}

std::string weeks_text(const DayHours& day, int weekday, const OpeningHours& hours,
                       const LocaleText& locale) {
  if (!day.weeks) return "";
  if (const auto& from = day.weeks->every_other_from) {
    return filled(hours.words.every_other, "{date}", locale.date(*from, DateForm::Long));
  }
  std::vector<std::string> weeks;
  for (const int each : day.weeks->of_month) weeks.push_back(hours.words.*ordinal_key(each).word);
  const std::string phrase = filled(hours.words.weeks, "{weeks}", locale.list(weeks));
  return filled(phrase, "{day}", locale.day(weekday, NameForm::Long));
}

std::string remarks_text(const DayHours& day, int weekday, const OpeningHours& hours,
                         const LocaleText& locale) {
  std::string text = weeks_text(day, weekday, hours, locale);
  if (!text.empty() && !day.note.empty()) text += locale.words().semicolon;
  return text + day.note;
}

std::string times_text(const DayHours& day, int weekday, const OpeningHours& hours,
                       const LocaleText& locale) {
  return locale.at_start(times_inside(day, weekday, hours, locale));
}

std::optional<TimeSpan> common_lunch(const Week& week) {
  std::optional<TimeSpan> lunch;
  for (const DayHours& day : week) {
    if (!day.lunch) continue;
    if (lunch && day.lunch != lunch) return std::nullopt;
    lunch = day.lunch;
  }
  const auto keeps_it = [&](const DayHours& day) { return keeps_lunch(day, *lunch); };
  return lunch && std::ranges::all_of(week, keeps_it) ? lunch : std::nullopt;
}

bool keeps_lunch(const DayHours& day, TimeSpan lunch) {
  return day.lunch ? day.lunch == lunch : !is_open_during(day, lunch);
}

std::string lunch_text(const OpeningHours& hours, TimeSpan lunch, const LocaleText& locale) {
  return locale.range_in_words(lunch, hours.words.to, TimeForm::Minutes);
}

std::string lunch_sentence(const OpeningHours& hours, TimeSpan lunch, const LocaleText& locale) {
  return filled(hours.words.lunch, "{times}", lunch_text(hours, lunch, locale));
}

std::string summary_text(const OpeningHours& hours, const LocaleText& locale) {
  const auto is_told = [](const DayHours& day, int) { return day.state != State::Closed; };
  // What all days keep is for {hours.lunch} to tell.
  const bool has_common = common_lunch(hours.days).has_value();
  return week_in_words(has_common ? hours.days : parted_by_breaks(hours.days), is_told, hours,
                       locale);
}

std::string season_text(const Season& season, SeasonPart part, const OpeningHours& hours,
                        const LocaleText& locale) {
  Week days = season.days;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const bool is_same =
        days[i].lunch == hours.days[i].lunch && days[i].is_told_like(hours.days[i]);
    // Of days told alike, some may be as in the week.
    if (part == SeasonPart::Changes && is_same) days[i].state = State::Missing;
  }
  // Nothing else tells the break of a season.
  days = parted_by_breaks(std::move(days));
  const auto is_told = [&](const DayHours& day, int weekday) {
    const bool is_closed_always =
        hours.days[static_cast<std::size_t>(weekday)].state == State::Closed;
    return day.state != State::Closed || !is_closed_always;
  };
  const std::string text = week_in_words(days, is_told, hours, locale);
  if (!text.empty()) return text;
  return week_in_words(
      days, [](const DayHours&, int) { return true; }, hours, locale);
}

std::string entry_text(const SpecialDay& special, const OpeningHours& hours,
                       const LocaleText& locale) {
  return with_name(special.name,
                   times_inside(special.hours, weekday_of(special.dates.from), hours, locale),
                   locale);
}

std::string entry_text(const Season& season, const OpeningHours& hours, const LocaleText& locale) {
  return with_name(season.name, season_text(season, SeasonPart::Changes, hours, locale), locale);
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
