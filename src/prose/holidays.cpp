// SPDX-License-Identifier: MIT
#include "prose/holidays.h"

#include <algorithm>
#include <array>

#include "base/number.h"
#include "prose/written_dates.h"

namespace handbill::prose {
namespace {

std::vector<std::string> words_of_rule(std::string_view text) {
  std::vector<std::string> words;
  for (const Token& each : read_text(text).tokens) words.push_back(each.plain);
  return words;
}

std::optional<int> small_number(const std::string& text) {
  const auto number = parse_number(text);
  if (!number || *number < 1 || *number > 31) return std::nullopt;
  return static_cast<int>(*number);
}

int ordinal_of(std::string_view word) {
  constexpr auto kOrdinals =
      std::to_array<std::string_view>({"first", "second", "third", "fourth", "fifth"});
  if (word == "last") return -1;
  const auto found = std::ranges::find(kOrdinals, word);
  return found == kOrdinals.end() ? 0 : static_cast<int>(found - kOrdinals.begin()) + 1;
}

std::optional<HolidayRule> read_fixed(const std::string& month, const std::string& day) {
  HolidayRule rule;
  const auto number = small_number(day);
  rule.month = month_named(month);
  if (!number || !spec::is_real_date({content::kEveryYear, rule.month, *number}))
    return std::nullopt;
  rule.day = *number;
  return rule;
}

/// "july 4 or day off", "january 1 or monday", "december 25 or december 27".
std::optional<HolidayRule> read_with_day_off(const std::vector<std::string>& words,
                                             std::size_t at) {
  using DayOff = HolidayRule::DayOff;
  auto rule = read_fixed(words[at], words[at + 1]);
  if (!rule) return std::nullopt;
  const std::size_t off = at + 3;
  if (words.size() - off == 1) {
    if (words[off] != "monday") return std::nullopt;
    rule->day_off = DayOff::Monday;
    return rule;
  }
  if (words[off] == "day" && words[off + 1] == "off") {
    rule->day_off = DayOff::Nearest;
    return rule;
  }
  const auto fixed = read_fixed(words[off], words[off + 1]);
  if (!fixed) return std::nullopt;
  rule->day_off = DayOff::Fixed;
  rule->off_month = fixed->month;
  rule->off_day = fixed->day;
  return rule;
}

/// Words from `at` on, without what comes before or after.
std::optional<HolidayRule> read_day(const std::vector<std::string>& words, std::size_t at) {
  HolidayRule rule;
  const std::size_t count = words.size() - at;
  if ((count == 4 || count == 5) && words[at + 2] == "or") return read_with_day_off(words, at);
  if (count == 1 && words[at] == "easter") {
    rule.kind = HolidayRule::Kind::Easter;
    return rule;
  }
  if (count == 2) return read_fixed(words[at], words[at + 1]);
  if (count != 4 || words[at + 2] != "of") return std::nullopt;
  const auto weekday = weekday_named(words[at + 1]);
  rule.kind = HolidayRule::Kind::Weekday;
  rule.which = ordinal_of(words[at]);
  rule.month = month_named(words[at + 3]);
  if (!weekday || rule.which == 0 || rule.month == 0) return std::nullopt;
  rule.weekday = *weekday;
  return rule;
}

bool is_country(std::string_view text) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return text.size() > 3 && is_capital(text[0]) && is_capital(text[1]) && text[2] == ' ';
}

}  // namespace

std::optional<HolidayRule> read_holiday(std::string_view written) {
  const std::vector<std::string> words = words_of_rule(written);
  const bool is_moved = words.size() > 3 && (words[1] == "day" || words[1] == "days");
  if (words.empty() || !is_moved) return words.empty() ? std::nullopt : read_day(words, 0);
  const auto days = small_number(words[0]);
  auto rule = read_day(words, 3);
  if (!days || !rule || !(words[2] == "before" || words[2] == "after")) return std::nullopt;
  rule->days_after = words[2] == "after" ? *days : -*days;
  return rule;
}

std::optional<HolidayRule> holiday_in(std::string_view written, std::string_view country) {
  for (;;) {
    const std::size_t end = std::min(written.find(", "), written.size());
    const std::string_view each = written.substr(0, end);
    if (!is_country(each)) return read_holiday(each);
    if (each.substr(0, 2) == country) return read_holiday(each.substr(3));
    if (end == written.size()) return std::nullopt;
    written.remove_prefix(end + 2);
  }
}

bool is_holiday_value(std::string_view written) {
  for (;;) {
    const std::size_t end = std::min(written.find(", "), written.size());
    const std::string_view each = written.substr(0, end);
    if (!read_holiday(is_country(each) ? each.substr(3) : each)) return false;
    if (end == written.size()) return true;
    written.remove_prefix(end + 2);
  }
}

spec::Date easter_of(int year) {
  const int golden = year % 19, century = year / 100, rest = year % 100;
  const int moon =
      (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  const int sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
  const int late = (golden + 11 * moon + 22 * sunday) / 451;
  const int days = moon + sunday - 7 * late + 114;
  return {year, days / 31, days % 31 + 1};
}

spec::Date holiday_on(const HolidayRule& rule, int year) {
  spec::Date date{year, rule.month, rule.day};
  if (rule.kind == HolidayRule::Kind::Easter) date = easter_of(year);
  if (rule.kind == HolidayRule::Kind::Weekday) {
    if (rule.which > 0) {
      const spec::Date first{year, rule.month, 1};
      const int until = (rule.weekday - content::weekday_of(first) + 7) % 7;
      date = content::plus_days(first, until + 7 * (rule.which - 1));
    } else {
      const spec::Date next =
          rule.month == 12 ? spec::Date{year + 1, 1, 1} : spec::Date{year, rule.month + 1, 1};
      const spec::Date last = content::plus_days(next, -1);
      date = content::plus_days(last, -((content::weekday_of(last) - rule.weekday + 7) % 7));
    }
  }
  return content::plus_days(date, rule.days_after);
}

spec::Date observed_on(const HolidayRule& rule, int year) {
  const spec::Date date = holiday_on(rule, year);
  constexpr int kSaturday = 5, kDaysInWeek = 7;
  const int weekday = content::weekday_of(date);
  if (weekday < kSaturday) return date;
  const int to_monday = kDaysInWeek - weekday;
  switch (rule.day_off) {
    case HolidayRule::DayOff::None:
      return date;
    case HolidayRule::DayOff::Nearest:
      return content::plus_days(date, weekday == kSaturday ? -1 : to_monday);
    case HolidayRule::DayOff::Monday:
      return content::plus_days(date, to_monday);
    case HolidayRule::DayOff::Fixed:
      return {year, rule.off_month, rule.off_day};
  }
  return date;
}

}  // namespace handbill::prose
