// SPDX-License-Identifier: MIT
#include "content/amount.h"

#include <unicode/currunit.h>
#include <unicode/measunit.h>
#include <unicode/numberformatter.h>
#include <unicode/ucurr.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/check.h"
#include "base/number.h"
#include "content/no_break.h"
#include "content/wording.h"
#include "spec/fact_spec.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;
using diag::Diagnostics;
using spec::Value;

/// A part of a text value.
struct Part {
  std::size_t begin = 0, end = 0;
};

diag::Span place(const Value& value, Part part) {
  return value.as_string() != nullptr ? value.part(part.begin, part.end) : value.span;
}

bool is_decimal(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view rest = point == text.npos ? "0" : text.substr(point + 1);
  const auto are_digits = [](std::string_view digits) {
    return !digits.empty() && std::ranges::all_of(digits, is_digit);
  };
  return are_digits(whole) && are_digits(rest);
}

/// What a number of TOML, or a text, says; empty: it is neither.
std::string written(const Value& value) {
  if (const std::string* text = value.as_string()) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return std::to_string(*whole);
  const auto* number = std::get_if<double>(&value.data);
  return number != nullptr ? format_number(*number, 9) : std::string();
}

Part without_spaces(std::string_view text, Part part) {
  while (part.begin < part.end && text[part.begin] == ' ') ++part.begin;
  while (part.end > part.begin && text[part.end - 1] == ' ') --part.end;
  return part;
}

/// Three letters before or behind the amount; nothing: it has none.
std::optional<Part> currency_in(std::string_view text, Part& amount) {
  constexpr std::size_t kLetters = 3;
  const auto is_code = [&](std::size_t begin) {
    return std::ranges::all_of(text.substr(begin, kLetters), is_letter);
  };
  // Words without a digit are no amount, whatever they end in.
  if (amount.end - amount.begin <= kLetters || std::ranges::none_of(text, is_digit)) {
    return std::nullopt;
  }
  Part code{amount.end - kLetters, amount.end};
  if (is_code(code.begin)) {
    amount = without_spaces(text, {amount.begin, code.begin});
    return code;
  }
  code = {amount.begin, amount.begin + kLetters};
  if (!is_code(code.begin)) return std::nullopt;
  amount = without_spaces(text, {code.end, amount.end});
  return code;
}

std::string on_one_line(const icu::number::FormattedNumber& formatted, UErrorCode& status) {
  const icu::UnicodeString text = formatted.toString(status);
  HANDBILL_CHECK(U_SUCCESS(status), "ICU formats any decimal number");
  std::string utf8;
  text.toUTF8String(utf8);
  return no_break(utf8);
}

int decimals_of(std::string_view amount) {
  const std::size_t point = amount.find('.');
  return point == amount.npos ? 0 : static_cast<int>(amount.size() - point - 1);
}

int decimals_in(const std::string& currency) {
  std::array<UChar, 4> letters{};
  std::ranges::copy(currency, letters.begin());
  UErrorCode status = U_ZERO_ERROR;
  const int decimals = ucurr_getDefaultFractionDigits(letters.data(), &status);
  return U_SUCCESS(status) ? decimals : 2;
}

}  // namespace

std::optional<Decimal> read_decimal(const Value& value, Diagnostics& diags) {
  const std::string text = written(value);
  const Part part = without_spaces(text, {0, text.size()});
  const std::string number = text.substr(part.begin, part.end - part.begin);
  if (is_decimal(number)) return number;
  diags.error(DiagnosticId::BadValue, value.span,
              (text.empty() ? a_type(value) : quoted(text)) + " is not a number",
              {"write digits, with a point before the decimals: `1250` or `0.5`"});
  return std::nullopt;
}

std::optional<Money> read_money(const Value& value, std::string_view currency, Diagnostics& diags) {
  const std::string text = written(value);
  Part amount = without_spaces(text, {0, text.size()});
  Money money{.amount = {}, .currency = std::string(currency)};
  if (const auto code = currency_in(text, amount)) {
    money.currency = text.substr(code->begin, code->end - code->begin);
    if (!spec::is_currency(money.currency)) {
      diags.error(DiagnosticId::BadValue, place(value, *code),
                  quoted(money.currency) + " is not a currency",
                  {"a currency is written by its three capital letters: `USD`, `EUR`"});
      return std::nullopt;
    }
  }
  money.amount = text.substr(amount.begin, amount.end - amount.begin);
  if (!is_decimal(money.amount)) {
    diags.error(
        DiagnosticId::BadValue, amount.end > amount.begin ? place(value, amount) : value.span,
        (text.empty() ? a_type(value) : quoted(money.amount)) + " is not an amount of money",
        {"write digits, with a point before the cents: `12.50` or `12.50 EUR`"});
    return std::nullopt;
  }
  const int most = decimals_in(money.currency), has = decimals_of(money.amount);
  if (has <= most) return money;
  diags.error(DiagnosticId::BadValue, place(value, amount),
              quoted(money.amount) + " has " + std::to_string(has) +
                  (has == 1 ? " decimal" : " decimals") + ", and " + quoted(money.currency) +
                  " has " + (most == 0 ? "none" : std::to_string(most)));
  return std::nullopt;
}

void check_code(const Value& value, std::string_view form, Diagnostics& diags) {
  const std::string& text = *value.as_string();
  const auto fits = [](char wanted, char c) {
    return wanted == 'A' ? is_letter(c) : wanted == '9' ? is_digit(c) : c == wanted;
  };
  if (form.empty() || std::ranges::equal(form, text, fits)) return;
  diags.error(DiagnosticId::BadValue, value.span,
              quoted(text) + " is not written as " + quoted(form),
              {"`A` stands for a letter, `9` for a digit, anything else for itself"});
}

std::string number_text(const Decimal& number, const std::string& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const auto formatter = icu::number::NumberFormatter::withLocale(icu::Locale(locale.c_str()))
                             .precision(icu::number::Precision::unlimited());
  return on_one_line(formatter.formatDecimal(number, status), status);
}

std::string percent_text(const Decimal& number, const std::string& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const auto formatter = icu::number::NumberFormatter::withLocale(icu::Locale(locale.c_str()))
                             .unit(icu::MeasureUnit::getPercent())
                             .precision(icu::number::Precision::unlimited());
  return on_one_line(formatter.formatDecimal(number, status), status);
}

std::string currency_of(const std::string& locale) {
  std::array<UChar, 4> letters{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length = ucurr_forLocale(locale.c_str(), letters.data(),
                                              static_cast<std::int32_t>(letters.size()), &status);
  if (U_FAILURE(status) || length != 3) return {};
  return {letters.begin(), letters.begin() + length};
}

std::string roman_text(int number, RomanLetters letters) {
  constexpr auto kLetters = std::to_array<std::pair<int, std::string_view>>({{1000, "m"},
                                                                             {900, "cm"},
                                                                             {500, "d"},
                                                                             {400, "cd"},
                                                                             {100, "c"},
                                                                             {90, "xc"},
                                                                             {50, "l"},
                                                                             {40, "xl"},
                                                                             {10, "x"},
                                                                             {9, "ix"},
                                                                             {5, "v"},
                                                                             {4, "iv"},
                                                                             {1, "i"}});
  std::string text;
  for (const auto& [value, small] : kLetters) {
    for (; number >= value; number -= value) text += small;
  }
  if (letters == RomanLetters::Small) return text;
  for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::string count_text(std::int64_t number, const std::string& locale) {
  if (locale.starts_with("en")) return std::to_string(number);
  UErrorCode status = U_ZERO_ERROR;
  const auto formatter = icu::number::NumberFormatter::withLocale(icu::Locale(locale.c_str()))
                             .grouping(UNUM_GROUPING_OFF);
  return on_one_line(formatter.formatInt(number, status), status);
}

std::string money_text(const Money& money, MoneyForm form, const std::string& locale) {
  UErrorCode status = U_ZERO_ERROR;
  auto formatter = icu::number::NumberFormatter::withLocale(icu::Locale(locale.c_str()))
                       .unit(icu::CurrencyUnit(money.currency, status));
  const std::size_t point = money.amount.find('.');
  const bool is_whole = point == money.amount.npos ||
                        money.amount.find_first_not_of('0', point + 1) == std::string::npos;
  if (form == MoneyForm::Whole && is_whole) {
    formatter = std::move(formatter).precision(icu::number::Precision::integer());
  }
  if (form == MoneyForm::Iso) {
    formatter = std::move(formatter).unitWidth(UNUM_UNIT_WIDTH_ISO_CODE);
  }
  return on_one_line(formatter.formatDecimal(money.amount, status), status);
}

}  // namespace handbill::content
