// SPDX-License-Identifier: MIT
// Days of the calendar as files and people write them: "2026-12-25"; "12/25/2026", "June 1".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "spec/value.h"

namespace handbill::spec {

/// Stands for every year: a leap year, so that February has all its days.
constexpr int kEveryYear = 2000;

/// "2026-12-25".
std::string iso_date(const Date& date);
bool is_real_date(const Date& date);

/// Which day is meant that is written as on paper. One day, or two when month and day could change
/// places; none: not to be guessed. Without a year they are of kEveryYear.
std::vector<Date> meant_dates(std::string_view text);
/// True for a year with month and day in any order, though they may not be in the calendar.
bool looks_like_date(std::string_view text);

/// How to write a date that is in no form the program reads.
std::vector<std::string> hints_of_date(std::string_view text);

}  // namespace handbill::spec
