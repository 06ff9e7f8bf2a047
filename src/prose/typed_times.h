// SPDX-License-Identifier: MIT
// Times of day typed in a text, and how each is written.
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "prose/reading.h"

namespace handbill::prose {

/// "8:00 am": with a space, small letters, no full stops, minutes even if there are none.
struct TimeStyle {
  enum class Half { Small, SmallStops, Capitals, CapitalStops, Parted, FullDay } half{};
  bool has_space = true;    ///< before am or pm
  bool has_minutes = true;  ///< of a full hour
  auto operator<=>(const TimeStyle&) const = default;
};

struct TypedTime {
  std::size_t first = 0, last = 0;   ///< its tokens, the last one included
  std::size_t begin = 0, end = 0;    ///< bytes of the text
  int minutes = 0;                   ///< after midnight, up to 1440
  bool is_half_known = true;         ///< else 12 hours later may be meant
  std::optional<TimeStyle> style{};  ///< nothing: a word, or a number alone
};

/// Hour and minute as they are written: of "25:70" too.
struct ClockDigits {
  int hour = 0, minute = 0;
  bool has_minutes = false;
  bool has_nought = false;  ///< "08"
};
/// "8", "8:30", "8.30"; a comma, three digits or seconds are of no clock.
std::optional<ClockDigits> clock_digits(std::string_view number);
/// Such a time of day: up to 24:00.
bool is_on_clock(const ClockDigits& clock);
/// "am", "p.m."
bool is_half_of_day(std::string_view plain);

/// In order: "8 am", "8:00 a. m.", "17:00", "14 Uhr", "5 o'clock", "noon", "las 5 de la tarde",
/// "上午8点半", "٨:٣٠ صباحًا".
std::vector<TypedTime> find_typed_times(const ReadParagraph& paragraph, std::string_view text);

/// A number alone where a time must stand: the "8" of "8 to 5 pm".
std::optional<TypedTime> read_bare_hour(const ReadParagraph& paragraph, std::size_t token);

/// "8 to 5 pm", "1–5 pm": the first time is before the second, and in the half that makes it so.
void settle_half(TypedTime& from, TypedTime& to);

/// In that style.
std::string written_time(int minutes, const TimeStyle& style);

/// The same, to be put in for a time of a text: a full stop that ends the sentence stays one.
std::string written_in_place(const ReadParagraph& paragraph, std::string_view text,
                             const TypedTime& time, int minutes, const TimeStyle& style);

}  // namespace handbill::prose
