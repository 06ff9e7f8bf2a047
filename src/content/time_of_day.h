// SPDX-License-Identifier: MIT
// Times of day and spans of hours as people write them: "8:00 am – 5:00 pm", "08:00–17:00",
// "8 a.m. to noon". Pure: text in, minutes or the exact fault out.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "diag/diagnostic_id.h"

namespace handbill::content {

constexpr int kMinutesOfDay = 24 * 60;
constexpr int kNoon = kMinutesOfDay / 2;

/// Minutes after midnight of the day it opens; a closing time of more than 1440 is on the next day.
struct TimeSpan {
  int open = 0;
  int close = 0;
  auto operator<=>(const TimeSpan&) const = default;
};

/// "noon" and "midnight" belong to both.
enum class Clock { TwelveHour, TwentyFourHour };

struct WrittenTime {
  int minutes = 0;
  std::optional<Clock> clock;
  std::size_t begin = 0;  ///< bytes of the text
  std::size_t end = 0;
};

struct WrittenSpan {
  WrittenTime open;
  WrittenTime close;
  TimeSpan span() const { return {open.minutes, close.minutes}; }
};

struct HoursError {
  diag::DiagnosticId id{};  ///< bad-time, closes-before-opens or hours-overlap
  std::size_t begin = 0;    ///< the part that is wrong
  std::size_t end = 0;
  std::string message;
  std::vector<std::string> hints;  ///< empty: the forms hours have would help
};

/// One span of hours. The closing time is after the opening time; it is on the next day where that
/// is said ("8:00 am next day") or nothing else can be meant ("10:00 pm – 2:00 am"). Without am or
/// pm a time with minutes is read on the 24-hour clock, but "1:00–5:00 pm" takes its pm for both
/// times.
std::variant<WrittenSpan, HoursError> parse_span(std::string_view text);
/// Spans parted by commas, in the order of the day; at least one. Each leaves time before the next.
std::variant<std::vector<WrittenSpan>, HoursError> parse_spans(std::string_view text);

/// "17:00": for dumps, never for paper.
std::string time_on_24_hours(int minutes);
/// "5:00 pm", as one would type it.
std::string time_on_12_hours(int minutes);

}  // namespace handbill::content
