// SPDX-License-Identifier: MIT
#include "spec/written_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "base/ascii.h"

namespace handbill::spec {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

bool is_in_word(char c) { return is_letter(c) || is_digit(c); }

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  bool goes_on = false;
  for (const char c : text) {
    if (is_in_word(c) && !goes_on) words.emplace_back();
    if (is_in_word(c)) words.back() += c;
    goes_on = is_in_word(c);
  }
  return words;
}

/// 0: no number of at most four digits. "1st" is 1.
int number_of(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (word.ends_with(ending)) word.remove_suffix(ending.size());
  }
  int value = 0;
  const char* last = word.data() + word.size();
  const auto [end, error] = std::from_chars(word.data(), last, value);
  return error == std::errc() && end == last && word.size() <= 4 ? value : 0;
}

/// "june", "jun"; 0: no month.
int month_of(const std::string& word) {
  const auto is_named = [&](std::string_view month) {
    return word == month || word == month.substr(0, 3);
  };
  const auto found = std::ranges::find_if(kMonths, is_named);
  return found == kMonths.end() ? 0 : static_cast<int>(found - kMonths.begin()) + 1;
}

/// Takes the year out of three words; 0: there is none.
int take_year(std::vector<std::string>& words) {
  if (words.size() != 3) return words.size() == 2 ? kEveryYear : 0;
  const auto year =
      std::ranges::find_if(words, [](const std::string& word) { return number_of(word) >= 1000; });
  if (year == words.end()) return 0;
  const int number = number_of(*year);
  words.erase(year);
  return number;
}

}  // namespace

std::string iso_date(const Date& date) {
  const auto padded = [](int value, std::size_t digits) {
    std::string text = std::to_string(value);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
  };
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

bool is_real_date(const Date& date) {
  const bool has_year = date.year >= 1 && date.year <= 9999;
  return has_year && date.month >= 1 && date.day >= 1 &&
         (std::chrono::year(date.year) / date.month / date.day).ok();
}

bool looks_like_date(std::string_view text) {
  std::vector<std::string> words = split_words(to_lower(text));
  if (words.size() != 3 || take_year(words) == 0) return false;
  return std::ranges::all_of(words, [](const std::string& word) {
    return month_of(word) > 0 || (number_of(word) > 0 && number_of(word) < 100);
  });
}

std::vector<Date> meant_dates(std::string_view text) {
  std::vector<std::string> words = split_words(to_lower(text));
  const bool begins_with_year = !words.empty() && number_of(words.front()) >= 1000;
  const int year = take_year(words);
  if (year == 0) return {};
  std::vector<Date> dates;
  const auto add = [&](int month, int day) {
    const Date date{year, month, day};
    const bool is_new = std::ranges::find(dates, date) == dates.end();
    if (month > 0 && day > 0 && is_new && is_real_date(date)) dates.push_back(date);
  };
  add(month_of(words[0]), number_of(words[1]));
  add(month_of(words[1]), number_of(words[0]));
  if (!dates.empty()) return dates;
  add(number_of(words[0]), number_of(words[1]));
  // After the year the month comes first everywhere.
  if (!begins_with_year) add(number_of(words[1]), number_of(words[0]));
  return dates;
}

std::vector<std::string> hints_of_date(std::string_view text) {
  std::vector<Date> dates = meant_dates(text);
  std::erase_if(dates, [](const Date& date) { return date.year == kEveryYear; });
  if (dates.empty()) return {"write year, month and day: `2026-12-25`"};
  if (dates.size() == 1) return {"did you mean `" + iso_date(dates.front()) + "`?"};
  return {"write year, month and day: `" + iso_date(dates[0]) + "` or `" + iso_date(dates[1]) +
          "`"};
}

}  // namespace handbill::spec
