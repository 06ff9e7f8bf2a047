// SPDX-License-Identifier: MIT
// Limits of amounts as rules write them: "up to 400 mg at once, up to 1200 mg a day", "15 to 100",
// "95 to 110 °F, 35 to 43 °C".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "prose/written_amounts.h"

namespace handbill::prose {

struct AmountLimit {
  std::optional<double> least{}, most{};
  const Unit* unit = nullptr;  ///< null: a number alone
  enum class Each { Amount, Dose, Day } each = Each::Amount;
  std::string written{};  ///< "up to 400 mg at once"
};

/// Nothing: it can't be read.
std::optional<std::vector<AmountLimit>> read_limits(std::string_view written);

}  // namespace handbill::prose
