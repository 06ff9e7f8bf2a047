// SPDX-License-Identifier: MIT
// Facts as the content has them, in the format that is asked for.
#include <algorithm>

#include "base/number.h"
#include "content/absent.h"
#include "content/blank.h"
#include "content/no_break.h"
#include "content/question.h"
#include "content/web_address.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::Diagnostic;
using diag::DiagnosticId;
using diag::Diagnostics;
using diag::Span;
using spec::Value;

/// U+2028: a new line in the same paragraph.
constexpr std::string_view kLineSeparator = "\u2028";

}  // namespace

std::optional<Insert> Question::of_value(const Value& value, std::string_view type) {
  if (value.is_lost()) return std::nullopt;
  if (is_blank(value)) return Blank{blank_width(value)};
  if (is_absent(full_, value, impl_.types)) return Absent{value.span};
  if (type == "money") return of_money(value);
  if (type == "number") return of_decimal(value);
  if (type.empty() && is_scalar(value)) {
    if (format_ == "money") return of_amount(value);
    if (format_ == "number" || format_ == "percent") return as_number(value);
  }
  if (type == "date") return of_written_date(value);
  if (const std::string* text = value.as_string()) return of_string(value, *text, type);
  if (const auto* date = std::get_if<spec::Date>(&value.data)) return of_date(*date);
  if (const auto* whole = std::get_if<std::int64_t>(&value.data)) {
    return is_roman() ? of_whole(*whole) : plain(std::to_string(*whole), FactType::Number);
  }
  if (const auto* number = std::get_if<double>(&value.data)) return of_number(*number);
  if (value.as_array() != nullptr) return of_list(*value.as_array());
  // What is no text of its type has been reported.
  if (!type.empty() && type != "table" && type != "address") return std::nullopt;
  if (value.as_table() != nullptr) return of_table(value);
  return not_text(a_type(value));
}

std::optional<Insert> Question::of_string(const Value& value, const std::string& text,
                                          std::string_view type) {
  if (says_none(value) && if_none(full_, impl_.types) == IfNone::Empty) return Plain{};
  if (type == "phone") return of_phone(text);
  if (type == "web") return of_web(text);
  if (type == "code") return plain(no_break(text), FactType::Text);
  if (!type.empty()) return plain(text, FactType::Text);
  if (format_ == "plain") return Plain{text};
  if (format_ == "short" && is_web_address(text)) return of_web(text);
  if (!suits(FactType::Prose)) return std::nullopt;
  return Prose{&value};
}

std::optional<Insert> Question::of_phone(const std::string& text) {
  if (!suits(FactType::Phone)) return std::nullopt;
  const auto found = std::ranges::find(impl_.typed.phones, full_, &NamedPhone::path);
  // A number that can't be read has been reported.
  if (found == impl_.typed.phones.end()) return Plain{text};
  if (format_ == "international") return Plain{found->phone.international};
  if (format_ == "uri") return Plain{found->phone.uri};
  return Plain{found->phone.national};
}

std::optional<Insert> Question::of_web(const std::string& text) {
  if (!suits(FactType::Web)) return std::nullopt;
  return Plain{format_ == "short" ? std::string(without_scheme(text)) : text};
}

// What can't be read has been reported.

std::optional<Insert> Question::of_money(const Value& value) {
  Diagnostics said;
  const auto currency = currency_for(impl_.types.form(full_));
  const auto money = currency ? read_money(value, *currency, said) : std::nullopt;
  if (!money || !suits(FactType::Money)) return std::nullopt;
  return Plain{money_text(*money, money_form(), locale().icu_locale())};
}

std::optional<Insert> Question::of_decimal(const Value& value) {
  Diagnostics said;
  const auto number = read_decimal(value, said);
  if (!number || !suits(FactType::Number)) return std::nullopt;
  if (is_roman()) return of_roman(*number);
  return Plain{words_of(*number)};
}

// What has no type is read as what the format asks for.

bool Question::is_scalar(const Value& value) {
  return value.as_string() != nullptr || value.as_number().has_value();
}

std::optional<Insert> Question::of_amount(const Value& value) {
  const auto currency = currency_for({});
  const auto money = currency ? read_money(value, *currency, diags_) : std::nullopt;
  if (!money) return std::nullopt;
  return Plain{money_text(*money, money_form(), locale().icu_locale())};
}

std::optional<Insert> Question::as_number(const Value& value) {
  const auto number = read_decimal(value, diags_);
  if (!number) return std::nullopt;
  if (is_roman()) return of_roman(*number);
  return Plain{words_of(*number)};
}

std::string Question::words_of(const Decimal& number) const {
  const std::string locale = this->locale().icu_locale();
  return format_ == "percent" ? percent_text(number, locale) : number_text(number, locale);
}

std::optional<Insert> Question::of_written_date(const Value& value) {
  Diagnostics said;
  const auto date = read_date(value, said);
  return date ? of_date(*date) : std::nullopt;
}

std::optional<Insert> Question::of_dates(const DateRange& dates) {
  if (!suits(FactType::Date)) return std::nullopt;
  if (format_ == "iso") return Plain{iso_date(dates)};
  return Plain{locale().dates(dates, format_ == "short"     ? DateForm::Short
                                     : format_ == "month"   ? DateForm::Month
                                     : format_ == "weekday" ? DateForm::Weekday
                                     : format_ == "day"     ? DateForm::Day
                                                            : DateForm::Long)};
}

/// Nobody parts the thousands of a page.
std::optional<Insert> Question::of_whole(std::int64_t number) {
  if (!suits(FactType::Number)) return std::nullopt;
  if (is_roman()) return of_roman(std::to_string(number));
  return Plain{count_text(number, locale().icu_locale())};
}

std::optional<Insert> Question::of_roman(const std::string& number) {
  const auto whole = parse_number(number);
  const bool is_whole = whole && number.find('.') == number.npos;
  if (is_whole && *whole >= 1 && *whole <= kLargestRoman) {
    return Plain{roman_text(static_cast<int>(*whole),
                            format_ == "roman" ? RomanLetters::Small : RomanLetters::Capital)};
  }
  fail(DiagnosticId::BadInterpolation,
       quoted(path_) + " is " + number + "; Roman numbers are whole, from 1 to 3,999");
  return std::nullopt;
}

std::optional<Insert> Question::of_number(double number) {
  // TOML's inf and nan are numbers too.
  if (number - number != 0) return not_text("no number that can be printed");
  if (is_roman()) return of_roman(format_number(number, 9));
  return plain(format_number(number, 9), FactType::Number);
}

std::optional<Insert> Question::of_list(const Value::Array& list) {
  std::vector<std::string> texts;
  for (const Value& each : list) {
    if (const std::string* text = each.as_string()) texts.push_back(*text);
  }
  if (format_ != "list" || texts.size() != list.size()) return not_text("a list");
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (texts[i].find_first_not_of(" \t\r\n") != std::string::npos) continue;
    diags_.error(DiagnosticId::BadValue, list[i].span, "this entry is empty",
                 {"write its words, or take the whole entry out"});
    return std::nullopt;
  }
  return Plain{locale().list(texts)};
}

std::optional<Insert> Question::of_table(const Value& table) {
  if (known_ != "clinic.address") {
    if (const spec::Entry* misspelt = misspelt_blank(table)) return misspelt_as(*misspelt);
    return not_text("a table", &table);
  }
  if (!suits(FactType::Address)) return std::nullopt;
  const auto address = read_address(table, impl_.typed.regions.at(full_));
  if (!address) return Blank{kBlankAddress};
  if (format_ == "street") return Plain{address->street};
  if (format_ == "city") return Plain{address->city};
  const std::string_view between = format_ == "lines" ? kLineSeparator : ", ";
  if (address->street.empty() || address->city.empty()) {
    return Plain{address->street + address->city};
  }
  return Plain{address->street + std::string(between) + address->city};
}

}  // namespace handbill::content
