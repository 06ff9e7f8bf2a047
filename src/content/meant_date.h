// SPDX-License-Identifier: MIT
// Which day people mean who write dates as on paper: "12/25/2026", "25.12.2026", "June 1".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "spec/value.h"

namespace handbill::content {

/// One day, or two when month and day could change places; none: not to be guessed. Without a year
/// they are of kEveryYear.
std::vector<spec::Date> meant_dates(std::string_view text);

/// How to write a date that is in no form the program reads.
std::vector<std::string> hints_of_date(std::string_view text);

}  // namespace handbill::content
