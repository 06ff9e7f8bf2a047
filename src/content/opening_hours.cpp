// SPDX-License-Identifier: MIT
#include "content/opening_hours.h"

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
  explicit HoursReader(Diagnostics& diags) : diags_(diags), reader_(diags), week_(reader_) {}

  OpeningHours read(const Value& table) {
    for (const Entry& entry : *table.as_table()) read_entry(entry);
    // The break is judged against the days, wherever it stands in the file.
    if (const Value* lunch = table.find("lunch")) week_.read_lunch(*lunch);
    hours_.days = week_.week();
    report_missing_days(table.span);
    return std::move(hours_);
  }

 private:
  void read_entry(const Entry& entry) {
    if (entry.key == "lunch") return;
    if (entry.key == "special") {
      hours_.special = read_special_dates(entry.value, reader_);
    } else if (entry.key == "words") {
      read_words(entry.value);
    } else if (!week_.read_entry(entry)) {
      report_unknown(entry);
    }
  }

  void report_unknown(const Entry& entry) {
    const std::string meant = meant_key(entry.key, {"lunch", "special", "words"});
    diags_.error(DiagnosticId::UnknownKey, entry.key_span,
                 "unknown key " + quoted(entry.key) + " in `hours`",
                 {!meant.empty() ? "did you mean `" + meant + "`?"
                                 : "the keys are `monday` to `sunday`, ranges such as "
                                   "`monday-friday`, `lunch`, `special` and `words`"});
    week_.forgive(meant);
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

  Diagnostics& diags_;
  DayReader reader_;
  WeekReader week_;
  OpeningHours hours_;
};

}  // namespace

OpeningHours read_hours(const Value& table, Diagnostics& diags) {
  if (table.as_table() == nullptr) {
    diags.error(DiagnosticId::WrongType, table.span, "`hours` is a table, not " + a_type(table));
    return {};
  }
  return HoursReader(diags).read(table);
}

}  // namespace handbill::content
