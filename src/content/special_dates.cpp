// SPDX-License-Identifier: MIT
#include "content/special_dates.h"

#include <algorithm>

#include "content/absent.h"
#include "content/date.h"
#include "content/known_keys.h"
#include "content/lunch_break.h"
#include "content/seasons.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;
using spec::Value;

/// Half a year; what lasts longer is likely a slip in the year.
constexpr int kLongestSpecial = 183;
/// Days whose breaks are compared, of special dates that are longer by a slip.
constexpr int kMostCompared = 366;

using BreakOfDay = std::optional<LunchBreak>;

const BreakOfDay& break_on(const spec::Date& date, const YearBreaks& year) {
  const auto weekday = static_cast<std::size_t>(weekday_of(date));
  for (const Season& season : year.seasons) {
    if (covers(season.dates, date)) return season.breaks[weekday];
  }
  return year.week[weekday];
}

/// The breaks of the days, each once.
std::vector<BreakOfDay> breaks_on(const DateRange& dates, const YearBreaks& year) {
  std::vector<BreakOfDay> breaks;
  const int days = std::min(days_between(dates.from, dates.to) + 1, kMostCompared);
  for (int i = 0; i < days; ++i) {
    const BreakOfDay& each = break_on(plus_days(dates.from, i), year);
    const auto is_same = [&](const BreakOfDay& other) {
      return each.has_value() == other.has_value() && (!each || each->span == other->span);
    };
    if (std::ranges::none_of(breaks, is_same)) breaks.push_back(each);
  }
  return breaks;
}

/// "the special date 2026-12-31".
std::string naming(const DateRange& dates) { return "the special date " + iso_date(dates); }

class SpecialReader {
 public:
  SpecialReader(const YearBreaks& year, DayReader& reader) : year_(year), reader_(reader) {}

  std::vector<SpecialDay> read(const Value& value) {
    read_specials(value);
    std::ranges::stable_sort(dates_, {}, [](const SpecialDay& each) { return each.dates.from; });
    return without_doubles();
  }

 private:
  void read_specials(const Value& value) {
    const Value::Array* list = value.as_array();
    if (list == nullptr) {
      reader_.diags.error(DiagnosticId::WrongType, value.span,
                          "special dates have a heading each, and their lines below it",
                          {"head each special date with `[[" + reader_.path + ".special]]`"});
      return;
    }
    for (const Value& each : *list) read_special(each);
  }

  void read_special(const Value& value) {
    if (value.as_table() == nullptr) {
      reader_.diags.error(DiagnosticId::WrongType, value.span,
                          "a special date has a `date` and its `hours`",
                          {"write `{ date = 2026-12-25, hours = \"closed\" }`"});
      return;
    }
    check_known_keys(value, keys_, quoted(reader_.path + ".special"), reader_.diags);
    const Value* hours = value.find("hours");
    const auto dates = read_dates(value);
    if (hours == nullptr) return report_missing(value, "hours");
    DayHours day = reader_.read_hours_text(*hours);
    if (!dates) return;
    if (const Value* lunch = value.find("lunch")) {
      read_lunch(*lunch, *dates, day);
    } else {
      inherit_lunch(*dates, day);
    }
    const Value* first = value.find("date") ? value.find("date") : value.find("from");
    dates_.push_back({*dates, name_of(value), std::move(day), first->span});
  }

  void read_lunch(const Value& value, const DateRange& dates, DayHours& day) {
    day.lunch_at = value.span;
    if (says_none(value)) return;
    const auto span = reader_.read_break(value, "`lunch = \"12:00 pm – 1:00 pm\"` or `\"none\"`");
    if (!span || day.state == DayHours::State::Broken) return;
    const LunchBreak lunch{*span, *value.as_string(), value.span, value.span};
    const BreakFit fit = take_break(day, lunch);
    if (fit == BreakFit::Meets) {
      reader_.diags.add(met_by_break(naming(dates), day, lunch, "lunch = \"none\""));
    } else if (fit == BreakFit::NotMet) {
      const bool is_open = day.state == DayHours::State::Open;
      reader_.diags.add({.id = DiagnosticId::LunchOutsideHours,
                         .message = is_open
                                        ? "the lunch break " + quoted(lunch.written) +
                                              " is not inside the hours of " + naming(dates)
                                        : naming(dates) + " has no hours, and so no lunch break",
                         .span = lunch.at,
                         .labels = {{day.span, "the hours of the day"}},
                         .hints = {"correct the break, or take `lunch` out"}});
    }
  }

  /// Hours of a special date have the break of the week, or of the season, as its days do.
  void inherit_lunch(const DateRange& dates, DayHours& day) {
    if (day.state != DayHours::State::Open && day.state != DayHours::State::AllDay) return;
    std::vector<DayHours> meant;
    for (const BreakOfDay& each : breaks_on(dates, year_)) {
      meant.push_back(day);
      if (!each || take_break(meant.back(), *each) != BreakFit::Meets) continue;
      reader_.diags.add(met_by_break_of_week(naming(dates), day, *each, "lunch = \"none\""));
      return;
    }
    const auto differs = [&](const DayHours& each) { return each.spans != meant.front().spans; };
    if (std::ranges::any_of(meant, differs)) {
      reader_.diags.add({.id = DiagnosticId::LunchOutsideHours,
                         .message = "the days of " + naming(dates) + " have different lunch breaks",
                         .span = day.span,
                         .hints = {"write `lunch = \"12:00 pm – 1:00 pm\"` or `lunch = \"none\"` "
                                   "below its hours"}});
    }
    day = meant.front();
  }

  void report_missing(const Value& special, std::string_view key) {
    if (may_be_meant(special, keys_, key)) return;
    const bool is_range = key == "from" || key == "to";
    reader_.diags.error(DiagnosticId::MissingKey, special.span,
                        "a special date has no `" + std::string(key) + "`",
                        {is_range ? "write `from = 2026-12-24` and `to = 2026-12-26`"
                                  : "write `date = 2026-12-25` and `hours = \"closed\"`"});
  }

  /// `date`, or `from` and `to`. Nothing: a fault was reported.
  std::optional<DateRange> read_dates(const Value& special) {
    const Value *date = special.find("date"), *from = special.find("from");
    const Value* to = special.find("to");
    if (date != nullptr && (from != nullptr || to != nullptr)) {
      reader_.diags.error(DiagnosticId::BadValue, (from != nullptr ? from : to)->span,
                          "a special date has both `date` and a first or last day",
                          {"write `date` for one day, `from` and `to` for several"});
      return std::nullopt;
    }
    if (date != nullptr) {
      const auto day = read_date(*date, reader_.diags);
      return day ? std::optional(DateRange{*day, *day}) : std::nullopt;
    }
    if (from == nullptr || to == nullptr) {
      report_missing(special, from != nullptr ? "to" : to != nullptr ? "from" : "date");
      return std::nullopt;
    }
    return read_range(*from, *to);
  }

  std::optional<DateRange> read_range(const Value& from, const Value& to) {
    const auto first = read_date(from, reader_.diags), last = read_date(to, reader_.diags);
    if (!first || !last) return std::nullopt;
    if (*last < *first) {
      reader_.diags.add({.id = DiagnosticId::BadDate,
                         .message = iso_date(*last) + " is before " + iso_date(*first),
                         .span = to.span,
                         .labels = {{from.span, "the first day"}},
                         .hints = {"correct the year, or let `from` be the first day"}});
      return std::nullopt;
    }
    const int days = days_between(*first, *last) + 1;
    if (days > kLongestSpecial) {
      reader_.diags.warning(DiagnosticId::BadDate, to.span,
                            "these special dates last " + std::to_string(days) + " days",
                            {"correct the year, if it is not right"});
    }
    return DateRange{*first, *last};
  }

  std::string name_of(const Value& special) {
    const Value* name = special.find("name");
    return name != nullptr ? reader_.read_line(*name, "the name of a special date") : "";
  }

  /// Sorted by their first day, so that a day which is there twice is within what stands before.
  std::vector<SpecialDay> without_doubles() {
    std::vector<SpecialDay> kept;
    for (SpecialDay& each : dates_) {
      if (kept.empty() || kept.back().dates.to < each.dates.from) {
        kept.push_back(std::move(each));
        continue;
      }
      // Of the two the one further down in the file is the second.
      const bool is_in_order = kept.back().span < each.span;
      reader_.diags.add(
          {.id = DiagnosticId::DuplicateName,
           .message = "the special date " + iso_date(each.dates.from) + " is there twice",
           .span = is_in_order ? each.span : kept.back().span,
           .labels = {{is_in_order ? kept.back().span : each.span, "first here"}}});
      kept.back().dates.to = std::max(kept.back().dates.to, each.dates.to);
    }
    return kept;
  }

  const std::vector<std::string> keys_ = {"date", "from", "to", "name", "hours", "lunch"};
  const YearBreaks& year_;
  DayReader& reader_;
  std::vector<SpecialDay> dates_;
};

}  // namespace

std::vector<SpecialDay> read_special_dates(const Value& value, const YearBreaks& year,
                                           DayReader& reader) {
  return SpecialReader(year, reader).read(value);
}

}  // namespace handbill::content
