// SPDX-License-Identifier: MIT
// Numbers, amounts of money and codes: read as they are written, told as the language tells them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::content {

/// Digits with a point before the decimals, "-1250.5", so that nothing is lost on the way to paper.
using Decimal = std::string;

struct Money {
  Decimal amount;
  std::string currency;  ///< "USD", as ISO 4217 has it
};

/// 1250, 12.5 or "12.5"; reports bad-value.
std::optional<Decimal> read_decimal(const spec::Value& value, diag::Diagnostics& diags);

/// 12.5, "12.50" in `currency`, or "12.50 EUR" in its own; reports bad-value at the wrong part.
std::optional<Money> read_money(const spec::Value& value, std::string_view currency,
                                diag::Diagnostics& diags);

/// Reports bad-value where a text is not written as `form` asks: A stands for a letter, 9 for a
/// digit, anything else for itself. An empty form takes any text.
void check_code(const spec::Value& value, std::string_view form, diag::Diagnostics& diags);

enum class MoneyForm { Full, Whole, Iso };

/// What the country of the ICU locale pays in: "USD"; empty: it names none.
std::string currency_of(const std::string& locale);

/// In digits and signs of the ICU locale ("en_US"), on one line.
std::string number_text(const Decimal& number, const std::string& locale);
/// "20%" of 20.
std::string percent_text(const Decimal& number, const std::string& locale);
inline constexpr double kLargestRoman = 3999;

enum class RomanLetters { Small, Capital };
/// "mcmxc", from 1 to kLargestRoman.
std::string roman_text(int number, RomanLetters letters);
/// A whole number, its thousands together.
std::string count_text(std::int64_t number, const std::string& locale);
std::string money_text(const Money& money, MoneyForm form, const std::string& locale);

}  // namespace handbill::content
