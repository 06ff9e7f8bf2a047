// SPDX-License-Identifier: MIT
// Days of the calendar as texts have them, in English and Spanish: "February 31", "31st of March
// 2027", "2/31/2027", "2027-02-31", "lunes 4 de marzo".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/date.h"
#include "prose/passage.h"

namespace handbill::prose {

struct WrittenDate {
  std::optional<int> year{};  ///< none is written
  int month = 0, day = 0;     ///< they may be in no calendar
  int last_day = 0;           ///< of "November 24–26", else `day`
  /// Month and day may change places: "3/4/2027". `month` and `day` are as Americans read it.
  bool is_numeric = false;
  std::optional<int> weekday{};  ///< 0 is Monday
  std::size_t weekday_token = 0;
  std::size_t first = 0, last = 0;            ///< its tokens, weekday and year included
  std::size_t date_first = 0, date_last = 0;  ///< without the weekday

  /// In `year`, by the one order or the other; nothing: it is in no calendar.
  std::optional<spec::Date> in_year(int year) const;
  /// There is such a day in one year or another.
  bool is_possible() const;
};

/// All of a paragraph, in their order.
std::vector<WrittenDate> dates_in(const Passage& passage);

/// A year of four digits, from 1000 to 2999, as one token; nothing: it is none.
std::optional<int> year_of(std::string_view plain);

/// "Monday", "lunes": as the weekday at that token is written, so long and with such a first
/// letter.
std::string weekday_like(int weekday, std::string_view written);
/// "Monday"; 0 is Monday.
std::string_view weekday_name(int weekday);
/// "July 4, 2027".
std::string in_words(const spec::Date& date);
/// "July 4".
std::string in_words_without_year(const spec::Date& date);
/// 1 of "january" and "ene"; 0: it names no month.
int month_named(std::string_view plain);
/// 0 of "monday", "mon" and "lunes"; nothing: it names none.
std::optional<int> weekday_named(std::string_view plain);

}  // namespace handbill::prose
