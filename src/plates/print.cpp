// SPDX-License-Identifier: MIT
#include "plates/print.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace handbill::plates {

double Paint::sum() const { return std::accumulate(amounts.begin(), amounts.end(), 0.0); }

double Paint::process_sum() const {
  const auto end = amounts.begin() +
                   static_cast<std::ptrdiff_t>(std::min<std::size_t>(kProcessInks, amounts.size()));
  return std::accumulate(amounts.begin(), end, 0.0);
}

std::size_t Paint::ink_count() const {
  return static_cast<std::size_t>(
      std::count_if(amounts.begin(), amounts.end(), [](double amount) { return amount > 0; }));
}

double PictureFacts::pixels_per_inch() const {
  const double across_pt = std::hypot(map.a, map.b), down_pt = std::hypot(map.c, map.d);
  if (across_pt <= 0 || down_pt <= 0) return 0;
  return std::min(width / across_pt, height / down_pt) * 72;
}

}  // namespace handbill::plates
