// SPDX-License-Identifier: MIT
// Spans of time as texts have them: "24 hours", "2–3 weeks", "a few days", "una semana".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "prose/passage.h"

namespace handbill::prose {

inline constexpr double kHoursOfDay = 24, kHoursOfWeek = 7 * kHoursOfDay;

/// 24 of "day", "days", "día", "nights"; nothing: it is no unit of time in English or Spanish.
std::optional<double> hours_in(std::string_view unit);

/// The same of words of a label, also in Arabic and Chinese, whose sentences are not read.
std::optional<double> hours_in_label(std::string_view unit);

struct SpanOfTime {
  double low = 0, high = 0;  ///< in hours
  bool is_vague = false;     ///< "a few days", "weeks"
  std::size_t first = 0, last = 0;
};

/// The span that begins at the token. Nothing: there is none.
std::optional<SpanOfTime> span_at(const Passage& passage, std::size_t at);

}  // namespace handbill::prose
