// SPDX-License-Identifier: MIT
#include "content/seasons.h"

#include <algorithm>

#include "content/date.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;
using spec::Date;
using spec::Entry;
using spec::Value;

constexpr const char* kSeasonHint =
    "write `from = \"06-01\"` for every year, or a date such as 2027-06-01 for one";
/// More is no week with seasons, and would take long to compare.
constexpr std::size_t kMostSeasons = 50;

/// One end of a season.
struct SeasonEnd {
  Date date{};
  Years years = Years::Told;
};

/// True when `season` begins on a day of `other`.
bool begins_in(const DateRange& season, const DateRange& other) {
  if (season.years == Years::Told || other.years == Years::Every) return covers(other, season.from);
  for (int year = other.from.year; year <= other.to.year; ++year) {
    if (covers(other, {year, season.from.month, season.from.day})) return true;
  }
  return false;
}

bool has_same_hours(const DayHours& one, const DayHours& other) {
  return one.is_told_like(other) && one.lunch == other.lunch;
}

class SeasonReader {
 public:
  SeasonReader(const WeekReader& year, DayReader& reader) : year_(year), reader_(reader) {}

  std::vector<Season> read(const Value& value) {
    const Value::Array* list = value.as_array();
    if (list == nullptr) {
      reader_.diags.error(DiagnosticId::WrongType, value.span,
                          "seasons have a heading each, and their lines below it",
                          {"head each season with `[[" + reader_.path + ".season]]`"});
      return {};
    }
    for (const Value& each : *list) {
      if (seasons_.size() == kMostSeasons) {
        reader_.diags.error(DiagnosticId::TooLarge, each.span, "a year has 50 seasons at the most");
        break;
      }
      read_season(each);
    }
    std::erase_if(seasons_, [&](const Season& season) { return is_like_the_week(season); });
    return std::move(seasons_);
  }

 private:
  void read_season(const Value& table) {
    if (table.as_table() == nullptr) {
      reader_.diags.error(DiagnosticId::WrongType, table.span,
                          "a season has its first and last day, and the days that differ",
                          {"head each season with `[[" + reader_.path + ".season]]`"});
      return;
    }
    const bool changes = changes_something(table);
    const WeekReader week = read_days(table);
    Season season{.days = week.week(), .breaks = week.breaks(), .span = table.span};
    if (const Value* name = table.find("name")) {
      season.name = reader_.read_line(*name, "the name of a season");
    }
    const auto dates = read_dates(table);
    if (!dates || !changes) return;
    season.dates = *dates;
    add(std::move(season));
  }

  /// False: a fault was reported.
  bool changes_something(const Value& table) {
    const bool has_own = std::ranges::any_of(*table.as_table(), [](const Entry& entry) {
      return entry.key != "from" && entry.key != "to" && entry.key != "name";
    });
    if (has_own || !table.is_whole()) return true;
    reader_.diags.error(DiagnosticId::MissingKey, table.span,
                        "the season has neither days nor a lunch break of its own",
                        {"write the days that differ: `friday = \"8:00 am – 12:00 pm\"`"});
    return false;
  }

  WeekReader read_days(const Value& table) {
    WeekReader week(reader_);
    const std::vector<std::string> others = {"from", "to", "name", "lunch"};
    for (const Entry& entry : *table.as_table()) {
      if (std::ranges::find(others, entry.key) != others.end()) continue;
      if (!week.read_entry(entry)) report_unknown(entry, others, week);
    }
    week.read_season_lunch(table.find("lunch"), year_);
    return week;
  }

  void report_unknown(const Entry& entry, const std::vector<std::string>& others,
                      WeekReader& week) {
    const std::string meant = meant_key(entry.key, others);
    reader_.diags.error(
        DiagnosticId::UnknownKey, entry.key_span,
        "unknown key " + quoted(entry.key) + " in " + quoted(reader_.path + ".season"),
        {!meant.empty() ? "did you mean `" + meant + "`?"
                        : "the keys are `from`, `to`, `name`, `lunch`, `monday` to "
                          "`sunday` and ranges such as `monday-friday`"});
    week.forgive(meant);
  }

  /// Nothing: a fault was reported.
  std::optional<SeasonEnd> read_end(const Value& table, const char* key) {
    const Value* value = table.find(key);
    if (value == nullptr) {
      if (!table.is_whole()) return std::nullopt;
      reader_.diags.error(DiagnosticId::MissingKey, table.span,
                          "the season has no `" + std::string(key) + "`", {kSeasonHint});
      return std::nullopt;
    }
    const std::string* text = value->as_string();
    if (text == nullptr || parse_date(*text)) {
      const auto date = read_date(*value, reader_.diags);
      return date ? std::optional(SeasonEnd{*date, Years::Told}) : std::nullopt;
    }
    if (const auto day = parse_month_day(*text)) return SeasonEnd{*day, Years::Every};
    reader_.diags.error(DiagnosticId::BadDate, value->span,
                        quoted(*text) + " is not a day of the year", hints_of_end(*text));
    return std::nullopt;
  }

  static std::vector<std::string> hints_of_end(const std::string& text) {
    const std::vector<Date> meant = spec::meant_dates(text);
    if (meant.size() != 1) return {kSeasonHint};
    const bool is_every_year = meant.front().year == kEveryYear;
    const Years years = is_every_year ? Years::Every : Years::Told;
    return {"did you mean `" + iso_date(DateRange{meant.front(), meant.front(), years}) + "`?"};
  }

  std::optional<DateRange> read_dates(const Value& table) {
    const auto from = read_end(table, "from"), to = read_end(table, "to");
    if (!from || !to) return std::nullopt;
    const diag::Span at = table.find("to")->span;
    const diag::Label first{table.find("from")->span, "the first day"};
    const auto fail = [&](std::string message, std::string hint) {
      reader_.diags.add({.id = DiagnosticId::BadDate,
                         .message = std::move(message),
                         .span = at,
                         .labels = {first},
                         .hints = {std::move(hint)}});
      return std::nullopt;
    };
    if (from->years != to->years) {
      return fail("one end of the season has a year, and the other has none", kSeasonHint);
    }
    if (from->years == Years::Told && to->date < from->date) {
      return fail(iso_date(to->date) + " is before " + iso_date(from->date),
                  "correct the year; a season of every year may go over New Year: `12-15` to "
                  "`01-10`");
    }
    return DateRange{from->date, to->date, from->years};
  }

  void add(Season season) {
    for (const Season& other : seasons_) {
      if (!begins_in(season.dates, other.dates) && !begins_in(other.dates, season.dates)) continue;
      reader_.diags.add({.id = DiagnosticId::HoursOverlap,
                         .message = "the season " + iso_date(season.dates) +
                                    " overlaps the season " + iso_date(other.dates),
                         .span = season.span,
                         .labels = {{other.span, "the other season"}},
                         .hints = {"let one end before the other begins"}});
      return;
    }
    seasons_.push_back(std::move(season));
  }

  bool is_like_the_week(const Season& season) {
    // Of a broken day nothing is known.
    const auto is_broken = [](const DayHours& day) { return !day.is_known(); };
    if (std::ranges::any_of(season.days, is_broken)) return false;
    if (!std::ranges::equal(season.days, year_.week(), has_same_hours)) return false;
    reader_.diags.note(
        DiagnosticId::HoursOverlap, season.span,
        "the season " + iso_date(season.dates) + " has the hours of the week, and is not printed");
    return true;
  }

  const WeekReader& year_;
  DayReader& reader_;
  std::vector<Season> seasons_;
};

}  // namespace

bool covers(const DateRange& season, const Date& date) {
  if (season.years == Years::Told) return season.from <= date && date <= season.to;
  const Date day{kEveryYear, date.month, date.day};
  const bool is_over_new_year = season.to < season.from;
  return is_over_new_year ? day >= season.from || day <= season.to
                          : day >= season.from && day <= season.to;
}

std::vector<Season> read_seasons(const Value& value, const WeekReader& year, DayReader& reader) {
  return SeasonReader(year, reader).read(value);
}

}  // namespace handbill::content
