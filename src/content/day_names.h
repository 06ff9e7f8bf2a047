// SPDX-License-Identifier: MIT
// The days of the week as content files name them: "friday", "sat", "monday-friday".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::content {

constexpr int kDaysOfWeek = 7;

/// "monday"; 0 is Monday.
std::string_view day_key(int day);
std::vector<std::string> day_keys();
/// "Monday", for messages.
std::string day_name(int day);

/// The days of a key: "friday", "thurs", "monday-friday", "sat-sun". Empty: no key of days.
std::vector<int> days_of(std::string_view key);

/// The key that a misspelt one was meant to be: a day, a range of days or one of `others`; empty:
/// no idea.
std::string meant_key(std::string_view key, std::vector<std::string> others);

}  // namespace handbill::content
