// SPDX-License-Identifier: MIT
#include "picture/svg_scan.h"

#include <charconv>
#include <cmath>

namespace handbill::picture {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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
  std::string_view text = rest();
  const bool has_sign = text.starts_with('+') || text.starts_with('-');
  const bool negative = text.starts_with('-');
  if (has_sign) text.remove_prefix(1);
  const std::size_t length = number_length(text);
  if (length == 0) return std::nullopt;
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + length, value);
  if (result.ec != std::errc() || !std::isfinite(value)) return std::nullopt;
  at_ += length + (has_sign ? 1 : 0);
  return negative ? -value : value;
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
