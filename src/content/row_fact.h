// SPDX-License-Identifier: MIT
// A fact of a row that the program computes: a value until somebody asks for it in a format.
#pragma once

#include <cstdint>
#include <set>
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

/// The key can't tell the hours of this row, and would say something wrong.
struct Untold {
  std::string message;
  diag::Span hours{};  ///< in the content
};

struct RowFact {
  std::string key;
  /// Nothing: the row has no such fact, as a closed day has no opening time.
  std::variant<std::monostate, std::string, RowTime, DateRange, Untold, std::int64_t> value{};
};

/// What a table that shows some of a row's times leaves out, though the times alone would mislead:
/// `words` of a day that is not closed, `weeks`, `note` (a `remark` tells both); of a season its
/// `dates` or `summary`. `shown`: the keys the table shows.
std::vector<std::string_view> left_out(const std::vector<RowFact>& row,
                                       const std::set<std::string>& shown);

struct ComputedRow {
  std::vector<RowFact> facts{};
  diag::Span hours{};  ///< in the content
};

}  // namespace handbill::content
