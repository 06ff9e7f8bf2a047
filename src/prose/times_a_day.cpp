// SPDX-License-Identifier: MIT
#include "prose/times_a_day.h"

#include <cmath>

#include "prose/written_amounts.h"

namespace handbill::prose {
namespace {

/// The last token of "a day", "per day", "daily", "al día"; nothing: it is none.
std::optional<std::size_t> end_of_day(const Passage& passage, std::size_t at) {
  if (passage.is_any(at, {"daily", "diario", "diarios", "diaria", "diarias", "diariamente"}))
    return at;
  const bool leads = passage.is_any(at, {"a", "per", "each", "every", "/", "al", "por", "cada"});
  if (leads && passage.is_any(at + 1, {"day", "día", "dia"})) return at + 1;
  return std::nullopt;
}

/// "in 24 hours", "within any 24-hour period", "en 24 horas".
std::optional<std::size_t> end_of_24_hours(const Passage& passage, std::size_t at) {
  if (!passage.is_any(at, {"in", "within", "per", "en", "every", "cada"})) return std::nullopt;
  std::size_t next = at + 1;
  if (passage.is_any(next, {"any", "a", "one", "each", "un", "una"})) ++next;
  if (passage.is_any(next, {"day", "día", "dia"})) return next;
  if (passage.plain(next) != "24") return std::nullopt;
  ++next;
  if (passage.plain(next) == "-") ++next;
  const bool is_hours = passage.is_any(next, {"hours", "hour", "hrs", "h", "horas"});
  return is_hours ? std::optional(next) : std::nullopt;
}

std::optional<double> count_at(const Passage& passage, std::size_t at, std::size_t& last) {
  if (const auto number = number_at(passage, at)) {
    last = number->last;
    return number->value;
  }
  last = at;
  if (const auto word = number_word(passage.plain(at))) return *word;
  return std::nullopt;
}

/// "3 times a day", "twice daily", "dos veces al día".
std::optional<TimesADay> counted_times(const Passage& passage, std::size_t at) {
  std::size_t last = at;
  double times = 0;
  if (passage.is_any(at, {"once", "twice", "thrice"})) {
    times = passage.plain(at) == "once" ? 1 : passage.plain(at) == "twice" ? 2 : 3;
  } else {
    const auto count = count_at(passage, at, last);
    if (!count) return std::nullopt;
    times = *count;
    // "3 to 4 times": the seldomest.
    if (is_range_mark(passage.plain(last + 1)) || passage.is_any(last + 1, {"or", "o"})) {
      std::size_t high = last;
      if (count_at(passage, last + 2, high)) last = high;
    }
    if (!passage.is_any(last + 1, {"times", "time", "x", "veces", "vez"})) return std::nullopt;
    ++last;
  }
  const auto end = end_of_day(passage, last + 1);
  if (!end) return std::nullopt;
  return TimesADay{times, false, at, *end};
}

/// "every 4 to 6 hours", "cada 8 horas".
std::optional<TimesADay> by_hours(const Passage& passage, std::size_t at) {
  if (!passage.is_any(at, {"every", "each", "cada"})) return std::nullopt;
  std::size_t last = at;
  auto hours = count_at(passage, at + 1, last);
  if (!hours) return std::nullopt;
  if (is_range_mark(passage.plain(last + 1))) {
    std::size_t high = last;
    if (const auto more = count_at(passage, last + 2, high)) {
      hours = more;
      last = high;
    }
  }
  if (!passage.is_any(last + 1, {"hours", "hour", "hrs", "h", "horas", "hora"}))
    return std::nullopt;
  constexpr double kWaking = 18;
  if (*hours < 1 || *hours > 24) return std::nullopt;
  return TimesADay{std::ceil(kWaking / *hours), false, at, last + 1};
}

}  // namespace

std::optional<TimesADay> times_a_day_at(const Passage& passage, std::size_t at) {
  if (const auto end = end_of_24_hours(passage, at)) return TimesADay{1, true, at, *end};
  if (const auto times = counted_times(passage, at)) return times;
  if (const auto times = by_hours(passage, at)) return times;
  if (const auto end = end_of_day(passage, at)) return TimesADay{1, true, at, *end};
  return std::nullopt;
}

}  // namespace handbill::prose
