// SPDX-License-Identifier: MIT
// A fact of a row that the program computes: a value until somebody asks for it in a format.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "content/date.h"
#include "content/locale_text.h"

namespace handbill::content {

struct RowTime {
  int minutes = 0;                      ///< after midnight
  TimeForm on_clock = TimeForm::Clock;  ///< how `{… | clock}` tells it
};

struct RowFact {
  std::string_view key;
  /// Nothing: the row has no such fact, as a closed day has no opening time.
  std::variant<std::monostate, std::string, RowTime, spec::Date> value{};
};

using RowFacts = std::vector<RowFact>;

}  // namespace handbill::content
