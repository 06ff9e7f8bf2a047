// SPDX-License-Identifier: MIT
// Roman numbers, as lists count in them.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/ascii.h"

namespace handbill {

constexpr int roman_digit(char c) {
  switch (to_lower(c)) {
    case 'i':
      return 1;
    case 'v':
      return 5;
    case 'x':
      return 10;
    case 'l':
      return 50;
    case 'c':
      return 100;
    case 'd':
      return 500;
    case 'm':
      return 1000;
    default:
      return 0;
  }
}

/// "iv" and "IV" are 4; 0: it is no number.
constexpr int roman_number(std::string_view letters) {
  int number = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const int digit = roman_digit(letters[i]);
    if (digit == 0) return 0;
    const bool is_less = i + 1 < letters.size() && digit < roman_digit(letters[i + 1]);
    number += is_less ? -digit : digit;
  }
  return number;
}

}  // namespace handbill
