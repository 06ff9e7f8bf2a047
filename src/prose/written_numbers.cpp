// SPDX-License-Identifier: MIT
#include "prose/written_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/ascii.h"
#include "base/number.h"

namespace handbill::prose {
namespace {

struct NamedNumber {
  std::string_view name;
  double value;
};
constexpr auto kFractionSigns = std::to_array<NamedNumber>(
    {{"½", 0.5}, {"¼", 0.25}, {"¾", 0.75}, {"⅓", 1.0 / 3}, {"⅔", 2.0 / 3}});
constexpr auto kNumberWords = std::to_array<NamedNumber>(
    {{"one", 1},     {"two", 2},     {"three", 3}, {"four", 4},  {"five", 5},
     {"six", 6},     {"seven", 7},   {"eight", 8}, {"nine", 9},  {"ten", 10},
     {"eleven", 11}, {"twelve", 12}, {"un", 1},    {"una", 1},   {"dos", 2},
     {"tres", 3},    {"cuatro", 4},  {"cinco", 5}, {"seis", 6},  {"siete", 7},
     {"ocho", 8},    {"nueve", 9},   {"diez", 10}, {"once", 11}, {"doce", 12}});

template <std::size_t Size>
std::optional<double> value_named(const std::array<NamedNumber, Size>& names,
                                  std::string_view name) {
  const auto found = std::ranges::find(names, name, &NamedNumber::name);
  return found == names.end() ? std::nullopt : std::optional(found->value);
}

/// Of digits with points or commas between them.
class DigitReader {
 public:
  DigitReader(std::string_view digits, std::string_view language)
      : digits_(digits), has_comma_decimals_(language.starts_with("es")) {}

  std::optional<WrittenNumber> read() const {
    const auto is_known = [](char c) { return is_digit(c) || c == '.' || c == ','; };
    if (!std::ranges::all_of(digits_, is_known)) return std::nullopt;
    const std::size_t mark = digits_.find_last_of(".,");
    if (mark == digits_.npos) return made(digits_, "", ' ');
    const std::string_view whole = digits_.substr(0, mark), rest = digits_.substr(mark + 1);
    const char sign = digits_[mark];
    if (whole.find_first_of(".,") != whole.npos) return of_thousands(whole, rest, sign);
    if (rest.size() == 3 && whole != "0" && whole.size() <= 3 && parts_thousands(sign)) {
      return made(std::string(whole) + std::string(rest), "", ' ');
    }
    if (sign == ',' && !has_comma_decimals_) return std::nullopt;
    return made(whole, rest, sign);
  }

 private:
  bool parts_thousands(char sign) const { return sign == ',' || has_comma_decimals_; }

  /// "1,234,567" and "1,234.5".
  static std::optional<WrittenNumber> of_thousands(std::string_view whole, std::string_view rest,
                                                   char sign) {
    std::string digits;
    std::size_t count = 0;
    for (const char c : whole) {
      if (is_digit(c)) {
        digits += c;
        ++count;
        continue;
      }
      const bool is_first = digits.size() == count;
      if (is_first ? count > 3 : count != 3) return std::nullopt;
      count = 0;
    }
    if (count != 3) return std::nullopt;
    if (whole.find(sign) == whole.npos) return made(digits, rest, sign);
    return rest.size() == 3 ? made(digits + std::string(rest), "", ' ') : std::nullopt;
  }

  static std::optional<WrittenNumber> made(std::string_view whole, std::string_view decimals,
                                           char sign) {
    constexpr std::size_t kMostDigits = 12;
    if (whole.size() + decimals.size() > kMostDigits) return std::nullopt;
    std::string text(whole);
    if (!decimals.empty()) text += "." + std::string(decimals);
    const auto value = parse_number(text);
    if (!value) return std::nullopt;
    return WrittenNumber{
        .value = *value, .decimals = static_cast<int>(decimals.size()), .has_comma = sign == ','};
  }

  std::string_view digits_;
  bool has_comma_decimals_;
};

}  // namespace

double WrittenNumber::half_step() const {
  if (is_fraction) return value / 6;
  return 0.5 * std::pow(10, -decimals);
}

std::optional<WrittenNumber> number_at(const Passage& passage, std::size_t at) {
  if (const auto sign = value_named(kFractionSigns, passage.plain(at))) {
    return WrittenNumber{.value = *sign, .is_fraction = true, .first = at, .last = at};
  }
  if (!passage.is_number(at)) return std::nullopt;
  auto number = DigitReader(passage.plain(at), passage.language(at)).read();
  if (!number) return std::nullopt;
  number->first = number->last = at;
  if (const auto sign = value_named(kFractionSigns, passage.plain(at + 1))) {
    return WrittenNumber{
        .value = number->value + *sign, .is_fraction = true, .first = at, .last = at + 1};
  }
  // "1/2", and "1 1/2".
  const auto over = [&](std::size_t top) -> std::optional<double> {
    if (passage.plain(top + 1) != "/" || !passage.touches(top + 1) || !passage.touches(top + 2)) {
      return std::nullopt;
    }
    if (passage.plain(top).size() > 2 || passage.plain(top + 2).size() > 2) return std::nullopt;
    const auto above = parse_number(passage.plain(top)),
               below = parse_number(passage.plain(top + 2));
    if (!above || !below || *above >= *below) return std::nullopt;
    // "10/12 cm" are two numbers.
    constexpr auto kParts = std::to_array<double>({2, 3, 4, 5, 6, 8, 16});
    if (std::ranges::find(kParts, *below) == kParts.end()) return std::nullopt;
    return *above / *below;
  };
  if (const auto part = over(at)) {
    return WrittenNumber{.value = *part, .is_fraction = true, .first = at, .last = at + 2};
  }
  if (const auto part = over(at + 1); part && passage.is_number(at + 1)) {
    return WrittenNumber{
        .value = number->value + *part, .is_fraction = true, .first = at, .last = at + 3};
  }
  return number;
}

std::string written_like(double value, int decimals, bool has_comma) {
  std::string text = format_number(value, decimals);
  if (has_comma) std::ranges::replace(text, '.', ',');
  return text;
}

std::optional<int> number_word(std::string_view word) {
  const auto value = value_named(kNumberWords, word);
  return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

}  // namespace handbill::prose
