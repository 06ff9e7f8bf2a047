// SPDX-License-Identifier: MIT
// Reads a table of days and their lunch breaks.
#pragma once

#include <array>
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
  const Week& week() const { return week_; }

 private:
  DayHours& day(int index) { return week_[static_cast<std::size_t>(index)]; }
  /// Whether a break fits a day.
  enum class Fit { Taken, NotMet, Meets };
  Fit set_lunch(DayHours& hours, TimeSpan lunch);
  void set_lunch_of_all(const spec::Value& value, TimeSpan lunch);
  void set_lunch_of(const spec::Entry& entry, int index, TimeSpan lunch);
  void read_lunch_of_days(const spec::Entry& entry);
  void report_met(int index, const std::string& written, diag::Span at, TimeSpan lunch,
                  std::string open_through);

  DayReader& reader_;
  Week week_{};
  std::array<diag::Span, kDaysOfWeek> keys_{}, lunch_keys_{};
};

}  // namespace handbill::content
