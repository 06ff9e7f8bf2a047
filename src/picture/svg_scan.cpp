// SPDX-License-Identifier: MIT
#include "picture/svg_scan.h"

#include <charconv>
#include <cmath>
#include <cstdint>

#include "base/ascii.h"

namespace handbill::picture {
namespace {

std::size_t count_digits(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && is_digit(text[n])) ++n;
  return n;
}

std::size_t exponent_length(std::string_view text) {
  if (text.empty() || (text[0] != 'e' && text[0] != 'E')) return 0;
  std::size_t n = 1;
  if (n < text.size() && (text[n] == '+' || text[n] == '-')) ++n;
  const std::size_t digits = count_digits(text.substr(n));
  return digits == 0 ? 0 : n + digits;
}

/// How much of `text` is a number without a sign.
std::size_t number_length(std::string_view text) {
  std::size_t n = count_digits(text);
  std::size_t digits = n;
  if (n < text.size() && text[n] == '.') {
    const std::size_t decimals = count_digits(text.substr(n + 1));
    digits += decimals;
    n += 1 + decimals;
  }
  return digits == 0 ? 0 : n + exponent_length(text.substr(n));
}

struct Found {
  double value = 0;
  std::size_t length = 0;
};

/// Nearly all numbers in drawings: up to 15 digits, no exponent. Integers of that size and powers
/// of ten to 22 are exact doubles, so the one division rounds as from_chars would.
std::optional<Found> short_decimal(std::string_view text) {
  constexpr std::size_t kMostDigits = 15;
  static constexpr double kPowers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                       1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  std::uint64_t value = 0;
  std::size_t at = 0, digits = 0, decimals = 0;
  for (; at < text.size() && is_digit(text[at]); ++at) {
    if (++digits > kMostDigits) return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(text[at] - '0');
  }
  if (at < text.size() && text[at] == '.') {
    for (++at; at < text.size() && is_digit(text[at]); ++at) {
      if (++digits > kMostDigits) return std::nullopt;
      value = value * 10 + static_cast<std::uint64_t>(text[at] - '0');
      ++decimals;
    }
  }
  const bool exponent = at < text.size() && (text[at] == 'e' || text[at] == 'E');
  if (digits == 0 || exponent) return std::nullopt;
  return Found{static_cast<double>(value) / kPowers[decimals], at};
}

std::optional<Found> any_number(std::string_view text) {
  Found found{0, number_length(text)};
  if (found.length == 0) return std::nullopt;
  const auto result = std::from_chars(text.data(), text.data() + found.length, found.value);
  if (result.ec != std::errc() || !std::isfinite(found.value)) return std::nullopt;
  return found;
}

}  // namespace

bool is_svg_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_svg_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_svg_space(text.back())) text.remove_suffix(1);
  return text;
}

bool SvgScan::take(char c) {
  if (done() || text_[at_] != c) return false;
  ++at_;
  return true;
}

void SvgScan::skip_space() {
  while (!done() && is_svg_space(text_[at_])) ++at_;
}

bool SvgScan::skip_separator() {
  skip_space();
  const bool comma = take(',');
  skip_space();
  return comma;
}

std::optional<double> SvgScan::number() {
  const std::string_view text = rest();
  const bool has_sign = !text.empty() && (text[0] == '+' || text[0] == '-');
  const std::string_view digits = text.substr(has_sign ? 1 : 0);
  const auto found = short_decimal(digits);
  const auto number = found ? found : any_number(digits);
  if (!number) return std::nullopt;
  at_ += number->length + (has_sign ? 1 : 0);
  return text[0] == '-' ? -number->value : number->value;
}

std::optional<bool> SvgScan::flag() {
  if (take('0')) return false;
  if (take('1')) return true;
  return std::nullopt;
}

std::string_view SvgScan::word() {
  const std::size_t start = at_;
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  };
  while (!done() && is_letter(text_[at_])) ++at_;
  return text_.substr(start, at_ - start);
}

std::optional<double> parse_svg_number(std::string_view text) {
  SvgScan scan(trimmed(text));
  const auto value = scan.number();
  return scan.done() ? value : std::nullopt;
}

std::optional<std::vector<double>> parse_svg_numbers(std::string_view text) {
  SvgScan scan(trimmed(text));
  std::vector<double> values;
  while (!scan.done()) {
    const auto value = scan.number();
    if (!value) return std::nullopt;
    values.push_back(*value);
    if (scan.skip_separator() && scan.done()) return std::nullopt;
  }
  return values;
}

}  // namespace handbill::picture
