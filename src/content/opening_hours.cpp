// SPDX-License-Identifier: MIT
#include "content/opening_hours.h"

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "base/nearest.h"
#include "content/blank.h"
#include "content/date.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::Diagnostic;
using diag::DiagnosticId;
using diag::Diagnostics;
using diag::Severity;
using diag::Span;
using spec::Entry;
using spec::Value;

constexpr std::array<std::string_view, kDaysOfWeek> kDayKeys = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, kDaysOfWeek> kDayNames = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

/// "monday", "Mon".
std::optional<int> find_day(std::string_view word) {
  const std::string name = to_lower(word);
  for (int day = 0; day < kDaysOfWeek; ++day) {
    const std::string_view key = kDayKeys[static_cast<std::size_t>(day)];
    if (name == key || name == key.substr(0, 3)) return day;
  }
  return std::nullopt;
}

/// The days of a key: "friday", "monday-friday", "sat-sun". Empty: no key of days.
std::vector<int> days_of(std::string_view key) {
  const std::size_t dash = key.find('-');
  const auto first = find_day(key.substr(0, dash));
  if (!first) return {};
  if (dash == std::string_view::npos) return {*first};
  const auto last = find_day(key.substr(dash + 1));
  if (!last) return {};
  std::vector<int> days = {*first};
  for (int day = *first; day != *last;) days.push_back(day = (day + 1) % kDaysOfWeek);
  return days;
}

/// The key, or range of days, that a misspelt key was meant to be; empty: no idea.
std::string meant_key(std::string_view key) {
  const std::string word = to_lower(key);
  const std::vector<std::string> days(kDayKeys.begin(), kDayKeys.end());
  std::vector<std::string> keys = days;
  keys.insert(keys.end(), {"lunch", "special", "words"});
  if (const auto meant = nearest(word, keys)) return *meant;
  const std::size_t dash = word.find('-');
  if (dash == std::string::npos) return "";
  const auto first = nearest(word.substr(0, dash), days);
  const auto last = nearest(word.substr(dash + 1), days);
  return first && last ? *first + "-" + *last : "";
}

class Reader {
 public:
  explicit Reader(Diagnostics& diags) : diags_(diags) {}

  OpeningHours read(const Value& table) {
    for (const Entry& entry : *table.as_table()) read_entry(entry);
    // The break is judged against the days, wherever it stands in the file.
    if (lunch_ != nullptr) read_lunch(*lunch_);
    report_missing_days(table.span);
    std::ranges::stable_sort(hours_.special, {}, &SpecialDay::date);
    return std::move(hours_);
  }

 private:
  void read_entry(const Entry& entry) {
    if (entry.key == "lunch") {
      lunch_ = &entry.value;
    } else if (entry.key == "special") {
      read_specials(entry.value);
    } else if (entry.key == "words") {
      read_words(entry.value);
    } else if (const std::vector<int> days = days_of(entry.key); !days.empty()) {
      set_days(days, entry.key_span, read_day(entry.value));
    } else {
      report_unknown(entry);
    }
  }

  void report_unknown(const Entry& entry) {
    const std::string meant = meant_key(entry.key);
    diags_.error(DiagnosticId::UnknownKey, entry.key_span,
                 "unknown key " + quoted(entry.key) + " in `hours`",
                 {!meant.empty() ? "did you mean `" + meant + "`?"
                                 : "the keys are `monday` to `sunday`, ranges such as "
                                   "`monday-friday`, `lunch`, `special` and `words`"});
    // A misspelt day is one mistake, not a missing day as well.
    for (const int day : days_of(meant)) {
      DayHours& slot = hours_.days[static_cast<std::size_t>(day)];
      if (slot.state == DayHours::State::Missing) slot.state = DayHours::State::Broken;
    }
  }

  void set_days(const std::vector<int>& days, Span key, const DayHours& hours) {
    for (const int day : days) {
      const auto index = static_cast<std::size_t>(day);
      if (day_set_[index]) {
        diags_.add({.id = DiagnosticId::DayTwice,
                    .message = std::string(kDayNames[index]) + " is in the opening hours twice",
                    .span = key,
                    .labels = {{day_keys_[index], "first here"}}});
        continue;
      }
      day_set_[index] = true;
      day_keys_[index] = key;
      hours_.days[index] = hours;
    }
  }

  /// The text of a value that says hours; reports what is none.
  const std::string* text_of(const Value& value, std::string_view example) {
    if (const std::string* text = value.as_string()) return text;
    const std::string seen = is_blank(value) ? "a blank" : a_type(value);
    diags_.error(DiagnosticId::WrongType, value.span, "opening hours are a text, not " + seen,
                 {"write " + std::string(example)});
    return nullptr;
  }

  std::optional<TimeSpan> read_span(const Value& value, const std::string& text) {
    const auto parsed = parse_span(text);
    if (const auto* error = std::get_if<HoursError>(&parsed)) {
      diags_.error(error->id, value.part(error->begin, error->end), error->message, error->hints);
      return std::nullopt;
    }
    const auto& written = std::get<WrittenSpan>(parsed);
    check_clock(value, text, written.open);
    check_clock(value, text, written.close);
    return written.span();
  }

  /// Two clocks in one table are read well enough, but one of them is likely a slip.
  void check_clock(const Value& value, const std::string& text, const WrittenTime& time) {
    if (!time.clock) return;
    const Span span = value.part(time.begin, time.end);
    if (!clock_) {
      clock_ = time.clock;
      clock_span_ = span;
    } else if (*clock_ != *time.clock && !clock_reported_) {
      clock_reported_ = true;
      const std::string other = *time.clock == Clock::TwentyFourHour
                                    ? time_on_12_hours(time.minutes)
                                    : time_on_24_hours(time.minutes);
      diags_.add(
          {.id = DiagnosticId::BadTime,
           .severity = Severity::Warning,
           .message = quoted(std::string_view(text).substr(time.begin, time.end - time.begin)) +
                      " is on another clock than the first time of the opening hours",
           .span = span,
           .labels = {{clock_span_, "the first time"}},
           .hints = {"write `" + other + "`"}});
    }
  }

  DayHours read_day(const Value& value) {
    DayHours day{.state = DayHours::State::Broken, .span = value.span};
    const std::string* text = text_of(value, "`8:00 am – 5:00 pm` or `closed`");
    if (text == nullptr) return day;
    if (says_closed(*text)) {
      day.state = DayHours::State::Closed;
    } else if (const auto span = read_span(value, *text)) {
      day.state = DayHours::State::Open;
      day.hours = *span;
    }
    return day;
  }

  void report_missing_days(Span table) {
    std::vector<std::string> names;
    std::string first;
    for (std::size_t day = 0; day < kDaysOfWeek; ++day) {
      if (hours_.days[day].state != DayHours::State::Missing) continue;
      if (names.empty()) first = kDayKeys[day];
      names.emplace_back(kDayNames[day]);
    }
    if (names.empty()) return;
    diags_.error(DiagnosticId::DayMissing, table,
                 names.size() == kDaysOfWeek ? "the opening hours name no day of the week"
                                             : "the opening hours leave out " + joined(names),
                 {"write each day once; a day without hours is `" + first + " = \"closed\"`"});
  }

  /// Puts a break into a day; reports when it does not lie inside.
  void set_lunch(DayHours& day, std::size_t index, const Value& value, TimeSpan lunch) {
    if (day.state != DayHours::State::Open) return;
    if (lunch.open > day.hours.open && lunch.close < day.hours.close) {
      day.lunch = lunch;
      return;
    }
    // Half a day before or after lunch has no lunch break.
    if (day.hours.close <= lunch.open || day.hours.open >= lunch.close) return;
    diags_.add({.id = DiagnosticId::LunchOutsideHours,
                .message = "the lunch break " + quoted(*value.as_string()) +
                           " is not inside the opening hours of " + std::string(kDayNames[index]),
                .span = value.span,
                .labels = {{day.span, "the hours of the day"}},
                .hints = {"give breaks by day: `lunch = { monday-friday = \"12:00 pm – 1:00 pm\" "
                          "}`"}});
  }

  void read_lunch(const Value& value) {
    if (value.as_table() != nullptr && !is_blank(value)) {
      for (const Entry& entry : *value.as_table()) read_lunch_of_days(entry);
      return;
    }
    const std::string* text = text_of(value, "`lunch = \"12:00 pm – 1:00 pm\"`");
    if (text == nullptr) return;
    const auto lunch = read_span(value, *text);
    if (!lunch) return;
    for (std::size_t day = 0; day < kDaysOfWeek; ++day) {
      const std::size_t before = diags_.error_count();
      set_lunch(hours_.days[day], day, value, *lunch);
      if (diags_.error_count() > before) return;  // one value, one message
    }
  }

  void read_lunch_of_days(const Entry& entry) {
    const std::vector<int> days = days_of(entry.key);
    if (days.empty()) {
      std::vector<std::string> keys(kDayKeys.begin(), kDayKeys.end());
      diags_.error(DiagnosticId::UnknownKey, entry.key_span,
                   "unknown key " + quoted(entry.key) + " in `hours.lunch`",
                   did_you_mean(to_lower(entry.key), keys));
      return;
    }
    const std::string* text = text_of(entry.value, "`12:00 pm – 1:00 pm`");
    if (text == nullptr) return;
    const auto lunch = read_span(entry.value, *text);
    for (const int day : days) {
      const auto index = static_cast<std::size_t>(day);
      if (lunch_set_[index]) {
        diags_.add({.id = DiagnosticId::DayTwice,
                    .message = std::string(kDayNames[index]) + " has two lunch breaks",
                    .span = entry.key_span,
                    .labels = {{lunch_keys_[index], "first here"}}});
        return;
      }
      lunch_set_[index] = true;
      lunch_keys_[index] = entry.key_span;
      if (lunch) set_lunch(hours_.days[index], index, entry.value, *lunch);
    }
  }

  void read_words(const Value& value) {
    if (value.as_table() == nullptr) {
      diags_.error(DiagnosticId::WrongType, value.span, "`hours.words` is a table",
                   {"write `words = { closed = \"Closed\" }`"});
      return;
    }
    for (const Entry& entry : *value.as_table()) {
      const std::string* text = entry.value.as_string();
      if (entry.key != "closed" && entry.key != "to") {
        const std::vector<std::string> keys = {"closed", "to"};
        diags_.error(DiagnosticId::UnknownKey, entry.key_span,
                     "unknown key " + quoted(entry.key) + " in `hours.words`",
                     did_you_mean(entry.key, keys));
      } else if (text == nullptr) {
        diags_.error(DiagnosticId::WrongType, entry.value.span,
                     quoted(entry.key) + " in `hours.words` is a text");
      } else if (entry.key == "closed") {
        hours_.closed_word = *text;
      } else {
        hours_.to_word = " " + *text + " ";
      }
    }
  }

  void read_specials(const Value& value) {
    const Value::Array* list = value.as_array();
    if (list == nullptr) {
      diags_.error(DiagnosticId::WrongType, value.span, "`hours.special` is a list of tables",
                   {"head each special date with `[[hours.special]]`"});
      return;
    }
    for (const Value& each : *list) read_special(each);
  }

  void read_special(const Value& value) {
    if (value.as_table() == nullptr) {
      diags_.error(DiagnosticId::WrongType, value.span, "a special date is a table",
                   {"write `{ date = 2026-12-25, hours = \"closed\" }`"});
      return;
    }
    for (const Entry& entry : *value.as_table()) {
      const std::vector<std::string> keys = {"date", "name", "hours"};
      if (std::ranges::find(keys, entry.key) != keys.end()) continue;
      diags_.error(DiagnosticId::UnknownKey, entry.key_span,
                   "unknown key " + quoted(entry.key) + " in `hours.special`",
                   did_you_mean(entry.key, keys));
    }
    const Value* date = value.find("date");
    const Value* hours = value.find("hours");
    if (date == nullptr || hours == nullptr) {
      diags_.error(
          DiagnosticId::MissingKey, value.span,
          std::string("a special date has no `") + (date == nullptr ? "date" : "hours") + "`",
          {"write `date = 2026-12-25` and `hours = \"closed\"`"});
      return;
    }
    SpecialDay special{.name = name_of(value), .hours = read_day(*hours), .span = date->span};
    const auto read = read_date(*date, diags_);
    if (!read) return;
    special.date = *read;
    add_special(std::move(special));
  }

  std::string name_of(const Value& special) {
    const Value* name = special.find("name");
    if (name == nullptr) return "";
    if (const std::string* text = name->as_string()) return *text;
    diags_.error(DiagnosticId::WrongType, name->span, "the name of a special date is a text");
    return "";
  }

  void add_special(SpecialDay special) {
    const auto [first, is_new] = special_dates_.emplace(special.date, special.span);
    if (!is_new) {
      diags_.add({.id = DiagnosticId::DuplicateName,
                  .message = "the special date " + iso_date(special.date) + " is there twice",
                  .span = special.span,
                  .labels = {{first->second, "first here"}}});
      return;
    }
    hours_.special.push_back(std::move(special));
  }

  Diagnostics& diags_;
  OpeningHours hours_;
  const Value* lunch_ = nullptr;
  std::array<bool, kDaysOfWeek> day_set_{};
  std::array<bool, kDaysOfWeek> lunch_set_{};
  std::map<spec::Date, Span> special_dates_;
  std::array<Span, kDaysOfWeek> day_keys_{};
  std::array<Span, kDaysOfWeek> lunch_keys_{};
  std::optional<Clock> clock_;
  Span clock_span_{};
  bool clock_reported_ = false;
};

}  // namespace

OpeningHours read_hours(const Value& table, Diagnostics& diags) {
  if (table.as_table() == nullptr) {
    diags.error(DiagnosticId::WrongType, table.span, "`hours` is a table, not " + a_type(table));
    return {};
  }
  return Reader(diags).read(table);
}

}  // namespace handbill::content
