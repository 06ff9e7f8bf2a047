// SPDX-License-Identifier: MIT
#include "content/check_hours.h"

#include <algorithm>
#include <set>

#include "content/date.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;

/// Every day that is printed: of the week, of seasons, of special dates.
std::vector<const DayHours*> all_days(const OpeningHours& hours) {
  std::vector<const DayHours*> days;
  for (const DayHours& day : hours.days) days.push_back(&day);
  for (const Season& season : hours.seasons) {
    for (const DayHours& day : season.days) days.push_back(&day);
  }
  for (const SpecialDay& special : hours.special) days.push_back(&special.hours);
  return days;
}

bool has(const OpeningHours& hours, DayHours::State state) {
  return std::ranges::any_of(all_days(hours),
                             [&](const DayHours* day) { return day->state == state; });
}

void check_words(const OpeningHours& hours, const spec::Value& table, std::string_view language,
                 diag::Diagnostics& diags) {
  std::set<std::string_view> told;
  const auto check = [&](std::string_view key, const std::string& word, bool is_used) {
    if (!word.empty() || !is_used || !told.insert(key).second) return;
    diags.error(
        DiagnosticId::MissingKey, table.span,
        "the word for " + quoted(key) + " in the language " + quoted(language) + " is not known",
        {"write it under the opening hours: `words = { " + std::string(key) + " = \"…\" }`"});
  };
  check("closed", hours.words.closed, has(hours, DayHours::State::Closed));
  check("by_appointment", hours.words.by_appointment, has(hours, DayHours::State::ByAppointment));
  check("open_24_hours", hours.words.open_24_hours, has(hours, DayHours::State::AllDay));
  for (const DayHours* day : all_days(hours)) {
    if (!day->weeks) continue;
    check("every_other", hours.words.every_other, day->weeks->every_other_from.has_value());
    check("weeks", hours.words.weeks, !day->weeks->of_month.empty());
    for (const int each : day->weeks->of_month) {
      check(ordinal_key(each).key, hours.words.*ordinal_key(each).word, true);
    }
  }
}

/// " weeks 1 3", " every other week from 2026-12-05".
std::string dump_weeks(const WeeksRule& weeks) {
  if (weeks.every_other_from) return " every other week from " + iso_date(*weeks.every_other_from);
  std::string text = " weeks";
  for (const int each : weeks.of_month) {
    text += each == WeeksRule::kLast ? " last" : " " + std::to_string(each);
  }
  return text;
}

std::string dump_times(const DayHours& day) {
  switch (day.state) {
    case DayHours::State::Missing:
      return "missing";
    case DayHours::State::Broken:
      return "broken";
    case DayHours::State::Closed:
      return "closed";
    case DayHours::State::ByAppointment:
      return "by appointment";
    case DayHours::State::AllDay:
      return "open 24 hours";
    case DayHours::State::Open:
      break;
  }
  const auto span = [](TimeSpan hours) {
    return time_on_24_hours(hours.open) + "-" + time_on_24_hours(hours.close);
  };
  std::string text;
  for (const TimeSpan& each : day.spans_over_lunch())
    text += (text.empty() ? "" : " ") + span(each);
  return text + (day.lunch ? " lunch " + span(*day.lunch) : "");
}

std::string dump_day(const DayHours& day) {
  return dump_times(day) + (day.weeks ? dump_weeks(*day.weeks) : "") +
         (day.note.empty() ? "" : " note \"" + day.note + "\"");
}

/// A night that goes on after the next day opens.
void check_night(int day, const Week& week, diag::Diagnostics& diags) {
  const int next = (day + 1) % kDaysOfWeek;
  const DayHours& night = week[static_cast<std::size_t>(day)];
  const DayHours& morning = week[static_cast<std::size_t>(next)];
  if (night.spans.empty()) return;
  const int opens = morning.state == DayHours::State::AllDay ? 0
                    : morning.spans.empty()                  ? kMinutesOfDay
                                                             : morning.spans.front().open;
  const int closes = night.spans.back().close - kMinutesOfDay;
  if (closes <= opens || closes <= 0) return;
  diags.add({.id = DiagnosticId::HoursOverlap,
             .message = "the hours of " + day_name(day) + " go on until " +
                        time_on_12_hours(closes) + ", when " + day_name(next) + " is open already",
             .span = night.span,
             .labels = {{morning.span, "the next day"}},
             .hints = {"let one of them end or begin where the other does"}});
}

void check_nights(const OpeningHours& hours, diag::Diagnostics& diags) {
  for (int day = 0; day < kDaysOfWeek; ++day) check_night(day, hours.days, diags);
  for (const Season& season : hours.seasons) {
    for (int day = 0; day < kDaysOfWeek; ++day) {
      // What is wrong with days of the week has been said.
      const auto is_own = [&](int each) {
        const auto index = static_cast<std::size_t>(each % kDaysOfWeek);
        return season.days[index].span != hours.days[index].span;
      };
      if (is_own(day) || is_own(day + 1)) check_night(day, season.days, diags);
    }
  }
}

void check_age(const std::string& what, const DateRange& dates, diag::Span at,
               const spec::Date& reviewed, diag::Diagnostics& diags) {
  // Years: nobody plans further ahead.
  constexpr int kFarthest = 5;
  if (dates.years == Years::Every) return;
  if (dates.from.year > reviewed.year + kFarthest) {
    diags.warning(
        DiagnosticId::BadDate, at,
        what + " " + iso_date(dates) + " is many years after the revision of " + iso_date(reviewed),
        {"correct its year"});
  }
  if (dates.to >= reviewed) return;
  diags.warning(DiagnosticId::BadDate, at,
                what + " " + iso_date(dates) + " is before the revision of " + iso_date(reviewed),
                {"take it out, or correct its year"});
}

/// The days of a season that are not as in the week.
void dump_season(const Season& season, const Week& week, std::string& out) {
  out += "  season " + iso_date(season.dates);
  out += season.name.empty() ? "\n" : " \"" + season.name + "\"\n";
  for (int day = 0; day < kDaysOfWeek; ++day) {
    const auto index = static_cast<std::size_t>(day);
    const std::string text = dump_day(season.days[index]);
    if (text == dump_day(week[index])) continue;
    out += "    " + std::string(day_key(day)) + " " + text + "\n";
  }
}

}  // namespace

void check_hours(const OpeningHours& hours, const spec::Value& table, std::string_view language,
                 const std::optional<spec::Date>& reviewed, diag::Diagnostics& diags) {
  check_words(hours, table, language, diags);
  check_nights(hours, diags);
  if (!reviewed) return;
  for (const Season& season : hours.seasons) {
    check_age("the season", season.dates, season.span, *reviewed, diags);
  }
  for (const SpecialDay& special : hours.special) {
    check_age("the special date", special.dates, special.span, *reviewed, diags);
  }
}

std::string dump(const OpeningHours& hours, std::string_view path) {
  std::string out = std::string(path) + "\n";
  for (int day = 0; day < kDaysOfWeek; ++day) {
    out += "  " + std::string(day_key(day)) + " " +
           dump_day(hours.days[static_cast<std::size_t>(day)]) + "\n";
  }
  for (const Season& season : hours.seasons) dump_season(season, hours.days, out);
  for (const SpecialDay& special : hours.special) {
    out += "  " + iso_date(special.dates) + " " + dump_day(special.hours);
    out += special.name.empty() ? "\n" : " \"" + special.name + "\"\n";
  }
  return out;
}

}  // namespace handbill::content
