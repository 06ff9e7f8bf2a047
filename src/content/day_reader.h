// SPDX-License-Identifier: MIT
// Reads the hours of single days, for the week, its breaks and special dates alike.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/opening_hours.h"
#include "content/time_of_day.h"
#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::content {

class DayReader {
 public:
  explicit DayReader(diag::Diagnostics& diagnostics) : diags(diagnostics) {}

  /// "8:00 am – 5:00 pm", "closed". Broken: a fault was reported.
  DayHours read_day(const spec::Value& value);
  /// One span, as of a break. Nothing: a fault was reported.
  std::optional<TimeSpan> read_break(const spec::Value& value, std::string_view example);

  diag::Diagnostics& diags;

 private:
  const std::string* text_of(const spec::Value& value, std::string_view example);
  std::optional<TimeSpan> read_span(const spec::Value& value, const std::string& text);
  void check_clock(const spec::Value& value, const std::string& text, const WrittenTime& time);

  std::optional<Clock> clock_;
  diag::Span clock_span_{};
  bool clock_reported_ = false;
};

}  // namespace handbill::content
