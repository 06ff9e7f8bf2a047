// SPDX-License-Identifier: MIT
#include "content/day_names.h"

#include <array>
#include <utility>

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

/// What people call several days; the program takes ranges.
constexpr auto kWordsForDays = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"daily", "monday-sunday"},
    {"every day", "monday-sunday"},
    {"everyday", "monday-sunday"},
    {"weekday", "monday-friday"},
    {"weekdays", "monday-friday"},
    {"weekend", "saturday-sunday"},
    {"weekends", "saturday-sunday"},
});

/// "monday" of " mon " and "mondy"; empty: no day.
std::string meant_day(std::string_view word) {
  const std::size_t begin = word.find_first_not_of(' ');
  if (begin == word.npos) return "";
  word = word.substr(begin, word.find_last_not_of(' ') + 1 - begin);
  if (const auto day = find_day(word)) return std::string(day_key(*day));
  return nearest(word, day_keys()).value_or("");
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
  for (const auto& [words, days] : kWordsForDays) {
    if (word == words) return std::string(days);
  }
  const std::vector<std::string> days = day_keys();
  others.insert(others.begin(), days.begin(), days.end());
  if (const auto meant = nearest(word, others)) return *meant;
  for (const std::string_view between : {"-", "\u2013", " to ", " through "}) {
    const std::size_t at = word.find(between);
    if (at == std::string::npos) continue;
    const std::string first = meant_day(std::string_view(word).substr(0, at));
    const std::string last = meant_day(std::string_view(word).substr(at + between.size()));
    return first.empty() || last.empty() ? "" : first + "-" + last;
  }
  return "";
}

}  // namespace handbill::content
