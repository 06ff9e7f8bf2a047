// SPDX-License-Identifier: MIT
// How often a day something is done, as texts have it: "3 times a day", "every 4 to 6 hours".
#pragma once

#include <cstddef>
#include <optional>

#include "prose/passage.h"

namespace handbill::prose {

struct TimesADay {
  double times = 1;
  bool is_sum = false;              ///< "a day", "in 24 hours": the amount is that of the day
  std::size_t first = 0, last = 0;  ///< its tokens
};

/// In English or Spanish; it begins at the token. Of "every 4 to 6 hours" the seldomest that is
/// meant, over the 18 hours in which most people take anything.
std::optional<TimesADay> times_a_day_at(const Passage& passage, std::size_t at);

}  // namespace handbill::prose
