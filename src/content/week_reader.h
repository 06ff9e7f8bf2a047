// SPDX-License-Identifier: MIT
// Reads a table of days and their lunch breaks.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "content/day_reader.h"

namespace handbill::content {

class WeekReader {
 public:
  explicit WeekReader(DayReader& reader) : reader_(reader) {}

  /// A day or a range of days. False: the key is none.
  bool read_entry(const spec::Entry& entry);
  /// A key that was meant for days: they are not missing as well.
  void forgive(std::string_view meant);
  /// After all days: `lunch`, for all open days or by day.
  void read_lunch(const spec::Value& value);
  /// After all days of a season, whose `lunch` may be null: days and breaks that it does not name
  /// are those of the year.
  void read_season_lunch(const spec::Value* value, const WeekReader& year);
  const Week& week() const { return week_; }
  /// Of days that are closed too, as they would have them if they were open.
  const WeekBreaks& breaks() const { return breaks_; }

 private:
  DayHours& day(int index) { return week_[static_cast<std::size_t>(index)]; }
  void set_lunch_of_all(const LunchBreak& lunch);
  void set_lunch_of(int index, const LunchBreak& lunch);
  void report_idle(const LunchBreak& lunch);
  void read_lunch_of_days(const spec::Entry& entry, diag::Span value);
  void inherit_lunch(int index, const LunchBreak& lunch);

  DayReader& reader_;
  Week week_{};
  Week written_{};  ///< without the breaks
  WeekBreaks breaks_{};
  std::array<diag::Span, kDaysOfWeek> keys_{}, lunch_keys_{};
};

}  // namespace handbill::content
