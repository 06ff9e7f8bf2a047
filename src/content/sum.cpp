// SPDX-License-Identifier: MIT
#include "content/sum.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace handbill::content {
namespace {

constexpr std::size_t kMostDigits = 12;
constexpr std::size_t kMostDecimals = 9;
constexpr std::int64_t kOne = 1'000'000'000;  ///< kMostDecimals zeros

std::int64_t digits_value(std::string_view digits) {
  std::int64_t number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

}  // namespace

bool Sum::add(const Decimal& number) {
  std::string_view text(number);
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string_view whole = text.substr(0, point);
  whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
  std::string decimals(text.substr(std::min(point + 1, text.size())));
  if (whole.size() > kMostDigits || decimals.size() > kMostDecimals) return false;
  decimals_ = std::max(decimals_, decimals.size());
  decimals.resize(kMostDecimals, '0');
  const std::int64_t sign = is_negative ? -1 : 1;
  part_ += sign * digits_value(decimals);
  whole_ += sign * digits_value(whole) + part_ / kOne;
  part_ %= kOne;
  if (whole_ > 0 && part_ < 0) {
    --whole_;
    part_ += kOne;
  } else if (whole_ < 0 && part_ > 0) {
    ++whole_;
    part_ -= kOne;
  }
  return true;
}

Decimal Sum::text() const {
  const bool is_negative = whole_ < 0 || part_ < 0;
  const std::int64_t sign = is_negative ? -1 : 1;
  Decimal text = (is_negative ? "-" : "") + std::to_string(sign * whole_);
  if (decimals_ == 0) return text;
  std::string part = std::to_string(sign * part_);
  part.insert(0, kMostDecimals - part.size(), '0');
  return text + "." + part.substr(0, decimals_);
}

}  // namespace handbill::content
