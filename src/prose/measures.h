// SPDX-License-Identifier: MIT
// Numbers and what they count, in a text of any of the languages that handouts of clinics are
// translated into: "24 hours", "7 días", "24小时", "4 أيام".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::prose {

/// What a number counts. Other: none of them, or a unit that nobody knows.
enum class Counted {
  Other,
  Minutes,
  Hours,
  Days,
  Nights,
  Weeks,
  Months,
  Years,
  Fahrenheit,
  Celsius,
  Percent,
  Micrograms,
  Milligrams,
  Grams,
  Kilograms,
  Milliliters,
  Liters,
  Millimeters,
  Centimeters,
  Inches,
  Feet,
  Pounds,
  Ounces
};

struct Measure {
  std::string digits;  ///< "1004" of "100.4", "1200" of "1,200": as each language parts them
  double value = 0;
  Counted counted = Counted::Other;
  bool is_word = false;            ///< "two weeks", "أسبوعين"
  std::size_t begin = 0, end = 0;  ///< bytes of the text: the number, and its unit behind it
};

/// In their order. Words for numbers count only beside a unit. Of facts ("{clinic.phone}") and
/// addresses of links nothing is read.
std::vector<Measure> measures_in(std::string_view text, std::string_view language);

/// Words for a number from 3 to 12 stand in the text.
bool has_number_word(std::string_view text, std::string_view language, int number);

/// "1 day" and "24 hours", "38 °C" and "100.4 °F".
bool are_equal(const Measure& one, const Measure& other);

}  // namespace handbill::prose
