// SPDX-License-Identifier: MIT
#include "content/day_names.h"

#include <array>

#include "base/ascii.h"
#include "base/nearest.h"

namespace handbill::content {
namespace {

constexpr std::array<std::string_view, kDaysOfWeek> kDayKeys = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, kDaysOfWeek> kDayNames = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

/// "monday", "Mon", "thurs".
std::optional<int> find_day(std::string_view word) {
  const std::string name = to_lower(word);
  for (int day = 0; day < kDaysOfWeek; ++day) {
    const std::string_view key = day_key(day);
    if (name.size() >= 3 && key.starts_with(name)) return day;
  }
  return std::nullopt;
}

}  // namespace

std::string_view day_key(int day) { return kDayKeys[static_cast<std::size_t>(day)]; }

std::vector<std::string> day_keys() { return {kDayKeys.begin(), kDayKeys.end()}; }

std::string day_name(int day) { return std::string(kDayNames[static_cast<std::size_t>(day)]); }

std::vector<int> days_of(std::string_view key) {
  const std::size_t dash = key.find('-');
  const auto first = find_day(key.substr(0, dash));
  if (!first) return {};
  if (dash == std::string_view::npos) return {*first};
  const auto last = find_day(key.substr(dash + 1));
  if (!last) return {};
  std::vector<int> days = {*first};
  for (int day = *first; day != *last;) days.push_back(day = (day + 1) % kDaysOfWeek);
  return days;
}

std::string meant_key(std::string_view key, std::vector<std::string> others) {
  const std::string word = to_lower(key);
  const std::vector<std::string> days = day_keys();
  others.insert(others.begin(), days.begin(), days.end());
  if (const auto meant = nearest(word, others)) return *meant;
  const std::size_t dash = word.find('-');
  if (dash == std::string::npos) return "";
  const auto first = nearest(word.substr(0, dash), days);
  const auto last = nearest(word.substr(dash + 1), days);
  return first && last ? *first + "-" + *last : "";
}

}  // namespace handbill::content
