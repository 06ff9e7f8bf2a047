// SPDX-License-Identifier: MIT
// Reads the hours of single days, for the week, its breaks and special dates alike.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "content/opening_hours.h"
#include "content/time_of_day.h"
#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::content {

class DayReader {
 public:
  /// `hours_path`: "hours", "bakery.open". `words`: those of the content's language, read beside
  /// the English ones.
  DayReader(std::string_view hours_path, const HoursWords& words, diag::Diagnostics& diagnostics)
      : path(hours_path), diags(diagnostics), words_(words) {}

  /// "8:00 am – 12:00 pm, 2:00 pm – 6:00 pm", "closed", or a table of `hours`, `weeks` and `note`
  /// for the `days`. Broken: a fault was reported.
  DayHours read_day(const spec::Value& value, std::span<const int> days);
  /// The same without a table.
  DayHours read_hours_text(const spec::Value& value);
  /// Words that are printed: a note, a name. Empty: a fault was reported. `what`: "the note".
  std::string read_line(const spec::Value& value, std::string_view what);
  /// One span, as of a break. Nothing: a fault was reported.
  std::optional<TimeSpan> read_break(const spec::Value& value, std::string_view example);

  const std::string path;  ///< for messages
  diag::Diagnostics& diags;

 private:
  const std::string* text_of(const spec::Value& value, std::string_view example);
  void report(const HoursError& error, const spec::Value& value, std::string_view forms);
  std::optional<DayHours::State> state_in_words(std::string_view text) const;
  void read_spans(const spec::Value& value, const std::string& text, DayHours& day);
  void read_weeks(const spec::Value& value, std::span<const int> days, DayHours& day);
  void check_weekday(const spec::Value& value, const std::string& text, const spec::Date& from,
                     std::span<const int> days);
  void check_clock(const spec::Value& value, const std::string& text, const WrittenTime& time);

  const HoursWords& words_;
  std::optional<Clock> clock_;
  diag::Span clock_span_{};
  bool clock_reported_ = false;
};

}  // namespace handbill::content
