// SPDX-License-Identifier: MIT
// The letters and digits of formats and codes, whatever the locale.
#pragma once

#include <string>
#include <string_view>

namespace handbill {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// "24h", "Ste 1400".
constexpr bool has_digit(std::string_view text) {
  for (const char c : text) {
    if (is_digit(c)) return true;
  }
  return false;
}
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

inline std::string to_lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = to_lower(c);
  return result;
}

}  // namespace handbill
