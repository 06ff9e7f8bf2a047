// SPDX-License-Identifier: MIT
// The words of dates and times in a language, as CLDR has them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbill::text {

/// In lower case, without the period of an abbreviation.
struct DateWords {
  std::vector<std::u32string> months;      ///< whole and short, in each form they take in dates
  std::vector<std::u32string> day_halves;  ///< what "am" and "pm" are
};

/// English ones for a language nobody knows.
DateWords date_words(std::string_view language);

/// "Jan.", "Sept.", "enero": a month, or the first three letters of one or more with a period.
bool is_month(const DateWords& words, std::u32string_view word);

}  // namespace handbill::text
