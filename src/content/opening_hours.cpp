// SPDX-License-Identifier: MIT
#include "content/opening_hours.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "content/seasons.h"
#include "content/special_dates.h"
#include "content/week_reader.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;
using diag::Diagnostics;
using diag::Span;
using spec::Entry;
using spec::Value;

class HoursReader {
 public:
  HoursReader(std::string_view path, const LocaleText& locale, Diagnostics& diags)
      : path_(path), diags_(diags), reader_(path, hours_.words, diags), week_(reader_) {
    hours_.words = words_of(locale);
  }

  OpeningHours read(const Value& table) {
    // Closed in the content's own words is read with them, wherever they stand in the file.
    if (const Value* words = table.find("words")) read_words(*words, path_, hours_.words, diags_);
    for (const Entry& entry : *table.as_table()) read_entry(entry);
    // The break is judged against the days, wherever it stands in the file.
    if (const Value* lunch = table.find("lunch")) week_.read_lunch(*lunch);
    hours_.days = week_.week();
    if (const Value* seasons = table.find("season")) {
      hours_.seasons = read_seasons(*seasons, week_, reader_);
    }
    if (const Value* special = table.find("special")) {
      hours_.special = read_special_dates(*special, {week_.breaks(), hours_.seasons}, reader_);
    }
    if (table.is_whole()) {
      report_missing_days(table.span);
      report_missing_lunch(table);
    }
    return std::move(hours_);
  }

 private:
  void read_entry(const Entry& entry) {
    const std::vector<std::string> others = {"lunch", "season", "special", "words"};
    if (std::ranges::find(others, entry.key) != others.end()) return;
    if (!week_.read_entry(entry) && !is_headless(entry)) {
      report_unknown(entry);
    }
  }

  /// Keys of a special date whose heading is still a comment.
  bool is_headless(const Entry& entry) {
    const std::vector<std::string> keys = {"date", "from", "to", "name", "hours"};
    if (std::ranges::find(keys, entry.key) == keys.end()) return false;
    if (!std::exchange(said_headless_, true)) {
      diags_.error(DiagnosticId::UnknownKey, entry.key_span,
                   "unknown key " + quoted(entry.key) + " in " + quoted(path_),
                   {"head a special date with `[[" + path_ + ".special]]`, a season with `[[" +
                    path_ + ".season]]`"});
    }
    return true;
  }

  void report_unknown(const Entry& entry) {
    const std::string meant = meant_key(entry.key, {"lunch", "season", "special", "words"});
    diags_.error(DiagnosticId::UnknownKey, entry.key_span,
                 "unknown key " + quoted(entry.key) + " in " + quoted(path_),
                 {!meant.empty() ? "did you mean `" + meant + "`?"
                                 : "the keys are `monday` to `sunday`, ranges such as "
                                   "`monday-friday`, `lunch`, `season`, `special` and `words`"});
    // Days that seem to be missing may be meant by it.
    week_.forgive(meant.empty() && tells_hours(entry.value) ? "monday-sunday" : meant);
    is_lunch_misspelt_ = is_lunch_misspelt_ || meant == "lunch";
  }

  static bool tells_hours(const Value& value) {
    const std::string* text = value.as_string();
    return text != nullptr &&
           (text->find_first_of("0123456789") != text->npos || to_lower(*text) == "closed");
  }

  void report_missing_days(Span table) {
    std::vector<std::string> names;
    std::string first;
    for (int day = 0; day < kDaysOfWeek; ++day) {
      if (hours_.days[static_cast<std::size_t>(day)].state != DayHours::State::Missing) continue;
      if (names.empty()) first = day_key(day);
      names.push_back(day_name(day));
    }
    if (names.empty()) return;
    diags_.error(DiagnosticId::DayMissing, table,
                 names.size() == kDaysOfWeek ? "the opening hours name no day of the week"
                                             : "the opening hours leave out " + joined(names),
                 {"write each day once; a day without hours is `" + first + " = \"closed\"`"});
  }

  /// Nobody is to read that a clinic is open at noon because a line was lost.
  void report_missing_lunch(const Value& table) {
    if (table.find("lunch") != nullptr || is_lunch_misspelt_) return;
    const auto is_over_noon = [](const TimeSpan& span) {
      return span.open < kNoon && span.close > kNoon + 60;
    };
    for (int each = 0; each < kDaysOfWeek; ++each) {
      const DayHours& day = hours_.days[static_cast<std::size_t>(each)];
      if (std::ranges::none_of(day.spans, is_over_noon)) continue;
      diag::Diagnostic diagnostic{
          .id = DiagnosticId::MissingKey,
          .message = "`lunch` is missing: " + day_name(each) + " goes on over noon",
          .span = table.span,
          .labels = {{day.span, "its hours"}},
          .hints = {"write the break, `lunch = \"12:00 pm – 1:00 pm\"`, or `lunch = \"none\"`"}};
      explain_lunch_below(table, diagnostic);
      diags_.add(std::move(diagnostic));
      return;
    }
  }

  /// A line below the heading of a season belongs to the season.
  void explain_lunch_below(const Value& table, diag::Diagnostic& diagnostic) const {
    for (const char* key : {"season", "special"}) {
      const Value* list = table.find(key);
      if (list == nullptr || list->as_array() == nullptr) continue;
      for (const Value& each : *list->as_array()) {
        const Value* lunch = each.find("lunch");
        if (lunch == nullptr) continue;
        const std::string heading = "`[[" + path_ + "." + std::string(key) + "]]`";
        diagnostic.labels.push_back({lunch->span, "this one stands below " + heading});
        diagnostic.hints = {"the break of the week belongs above " + heading +
                            ": what stands below is of that " +
                            (key == std::string_view("season") ? "season" : "date") + " alone"};
        return;
      }
    }
  }

  std::string path_;
  Diagnostics& diags_;
  OpeningHours hours_;
  DayReader reader_;
  WeekReader week_;
  bool said_headless_ = false;
  bool is_lunch_misspelt_ = false;
};

}  // namespace

std::vector<TimeSpan> DayHours::spans_over_lunch() const {
  std::vector<TimeSpan> joined;
  for (const TimeSpan& each : spans) {
    const bool follows_lunch = lunch && !joined.empty() && each.open == lunch->close;
    if (follows_lunch) {
      joined.back().close = each.close;
    } else {
      joined.push_back(each);
    }
  }
  return joined;
}

bool DayHours::is_told_like(const DayHours& other) const {
  // The first Saturday of a month is not always beside the first Sunday.
  const bool is_of_month = weeks && !weeks->of_month.empty();
  return state == other.state && spans == other.spans && weeks == other.weeks && !is_of_month &&
         note == other.note;
}

OpeningHours read_hours(const Value& table, std::string_view path, const LocaleText& locale,
                        Diagnostics& diags) {
  if (table.as_table() == nullptr) {
    diags.error(DiagnosticId::WrongType, table.span,
                quoted(path) + " is a heading with the days below it, not " + a_type(table),
                {"write `[" + std::string(path) +
                 "]` in a line of its own, and below it `monday = \"8:00 am – 5:00 pm\"`"});
    return {};
  }
  return HoursReader(path, locale, diags).read(table);
}

}  // namespace handbill::content
