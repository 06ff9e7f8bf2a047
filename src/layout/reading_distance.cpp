// SPDX-License-Identifier: MIT
#include "layout/reading_distance.h"

#include <cmath>

#include "base/number.h"

namespace handbill::layout {

std::string reading_distance(Length capitals, UserUnit unit) {
  constexpr double kTimesCapitals = 300;  // 25 ft for an inch
  constexpr double kSlack = 1e-6;         // of lengths that are exact in their unit
  if (capitals < Length::pt(24)) return "";
  const Length distance = capitals * kTimesCapitals;
  const std::string far =
      unit == UserUnit::Inch
          ? format_number(std::floor(distance.inch() / 12 + kSlack), 0) + " ft"
          : format_number(std::floor(distance.mm() / 100 + kSlack) / 10, 1) + " m";
  return "capitals " + in_words(capitals, unit) + " tall, read from " + far + " or nearer";
}

}  // namespace handbill::layout
