// SPDX-License-Identifier: MIT
#include "base/number.h"

#include <array>
#include <charconv>
#include <cmath>

#include "base/check.h"

namespace handbill {

void append_number(std::string& out, double value, int decimals) {
  HANDBILL_CHECK(std::isfinite(value), "a number to print is finite");
  std::array<char, 400> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                          std::chars_format::fixed, decimals);
  HANDBILL_CHECK(error == std::errc(), "the buffer holds every double");
  std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  if (decimals > 0) {
    text.remove_suffix(text.size() - 1 - text.find_last_not_of('0'));
    if (text.ends_with('.')) text.remove_suffix(1);
  }
  out += text == "-0" ? "0" : text;
}

std::string format_number(double value, int decimals) {
  std::string text;
  append_number(text, value, decimals);
  return text;
}

std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

std::string hex_digits(std::uint64_t value, std::size_t digits) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  for (; value > 0 || text.size() < digits; value >>= 4U) {
    text.insert(text.begin(), kDigits[value & 0xFU]);
  }
  return text;
}

}  // namespace handbill
