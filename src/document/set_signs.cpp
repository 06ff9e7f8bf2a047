// SPDX-License-Identifier: MIT
// Ranges, minus and times signs, dots and fractions, where hyphens, x, periods and slashes are
// typed. What a number is, number_phrases knows.
#include <algorithm>
#include <array>
#include <optional>

#include "base/spaces.h"
#include "document/number_phrases.h"
#include "document/number_words.h"
#include "document/prepare_text.h"
#include "text/characters.h"

namespace handbill::document {
namespace {

using std::u32string_view;

constexpr char32_t kRangeDash = 0x2013;
constexpr char32_t kMinusSign = 0x2212;
constexpr char32_t kTimesSign = 0x00D7;
constexpr char32_t kDots = 0x2026;
constexpr char32_t kFractionSlash = 0x2044;
constexpr std::size_t kLongestMeasure = 12;

/// A row of digits; end == begin: there is none.
struct Digits {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
};

/// Fractions fonts and readers know as one sign.
char32_t one_sign(u32string_view above, u32string_view below) {
  if (below == U"2" && above == U"1") return 0x00BD;
  if (below == U"4" && above == U"1") return 0x00BC;
  return below == U"4" && above == U"3" ? 0x00BE : 0;
}

bool divides_units(u32string_view below) {
  constexpr auto kParts =
      std::to_array<u32string_view>({U"2", U"3", U"4", U"5", U"6", U"8", U"10", U"16", U"32"});
  return std::ranges::find(kParts, below) != kParts.end();
}

class SignSetter {
 public:
  SignSetter(TypedText& text, const FindDateWords& words, const FindRangeMark& range_marks)
      : text_(text), words_(words), range_marks_(range_marks) {}

  void set_all() {
    const auto& words = words_(text_.style(0).language);
    for (const NumberPhrase& phrase : find_number_phrases(text_.letters(), words)) {
      if (!is_smart(phrase.begin)) continue;
      set_minus(phrase.begin);
      if (phrase.begin > 0) set_minus(phrase.begin - 1);
      for (const std::size_t sign : phrase.range_signs) set_range_sign(sign, phrase);
    }
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const char32_t c = text_.at(i);
      if ((c != '.' && c != 'x' && c != '/') || !is_smart(i)) continue;
      if (c == '.') set_dots(i);
      if (c == 'x') set_times(i);
      if (c == '/') set_fraction(i);
    }
  }

 private:
  bool is_smart(std::size_t index) const {
    return text_.style(index).signs == text::Signs::Smart && !text_.is_address(index);
  }

  Digits digits_before(std::size_t end) const {
    std::size_t begin = end;
    while (begin > 0 && is_digit(text_.at(begin - 1))) --begin;
    return {begin, end};
  }
  Digits digits_after(std::size_t begin) const {
    std::size_t end = begin;
    while (is_digit(text_.at(end))) ++end;
    return {begin, end};
  }
  u32string_view part(Digits digits) const {
    return text_.letters().substr(digits.begin, digits.size());
  }

  /// Of whole numbers without leading zeros.
  bool is_less(Digits one, Digits other) const {
    return one.size() < other.size() || (one.size() == other.size() && part(one) < part(other));
  }

  /// "-5 °C", not "a-5": after a space or a bracket.
  void set_minus(std::size_t i) {
    const char32_t before = text_.before(i);
    const bool is_free = is_space(before) || before == '(' || before == '[';
    if (text_.at(i) == '-' && is_free && is_digit(text_.at(i + 1))) text_.replace(i, kMinusSign);
  }

  void set_range_sign(std::size_t i, const NumberPhrase& phrase) {
    if (text_.at(i) == 'x') return text_.replace(i, kTimesSign);
    if (text_.at(i) != '-' || (is_bare(phrase) && is_code(i, phrase))) return;
    const bool has_dash = range_marks_(text_.style(i).language) == text::RangeMark::Dash;
    if (has_dash) text_.replace(i, kRangeDash);
  }

  /// Nothing but whole numbers: no unit, price or time tells what they are.
  bool is_bare(const NumberPhrase& phrase) const {
    for (std::size_t i = phrase.begin; i < phrase.end; ++i) {
      const char32_t c = text_.at(i);
      if (!is_digit(c) && !is_dash(c) && !is_gap(c)) return false;
    }
    return true;
  }

  /// A postal code, the number of a part: what does not rise, has several hyphens, or begins with a
  /// zero. Two of one or two digits are a score or hours, "2026-27" is a year.
  bool is_code(std::size_t sign, const NumberPhrase& phrase) const {
    if (phrase.range_signs.size() > 1 || goes_on(phrase)) return true;
    const bool is_set_off = is_gap(text_.before(sign));
    const Digits left = digits_before(sign - (is_set_off ? 1 : 0));
    const Digits right = digits_after(sign + (is_set_off ? 2 : 1));
    const auto has_zero = [&](Digits each) { return each.size() > 1 && part(each)[0] == '0'; };
    const bool is_short_year = left.size() == 4 && right.size() == 2;
    if (is_short_year) return false;
    if (has_zero(left) || has_zero(right) || left.size() > 4) return true;
    return !is_less(left, right) && (left.size() > 2 || right.size() > 2);
  }

  /// "A-12-14", "12-14/B"
  bool goes_on(const NumberPhrase& phrase) const {
    const char32_t before = text_.before(phrase.begin);
    const char32_t after = text_.at(phrase.end);
    const bool comes_from = is_dash(before) || before == '/' || before == '#' || before == '_';
    const bool leads_to = after == '/' || after == '_' || is_capital(after) ||
                          (is_dash(after) && !is_letter(text_.at(phrase.end + 1))) ||
                          (is_dash(after) && is_capital(text_.at(phrase.end + 1)));
    return comes_from || (leads_to && !is_space(text_.at(phrase.end + 1)));
  }

  /// "2x3"
  void set_times(std::size_t i) {
    const Digits left = digits_before(i);
    if (left.size() == 0 || !is_digit(text_.at(i + 1)) || is_letter(text_.before(left.begin))) {
      return;
    }
    const bool is_hexadecimal = part(left) == U"0";
    if (!is_hexadecimal) text_.replace(i, kTimesSign);
  }

  /// Three; more of them lead somewhere, and Chinese and Japanese have signs of six.
  void set_dots(std::size_t i) {
    const auto is_dot = [&](std::size_t index) { return text_.at(index) == '.'; };
    const std::string& language = text_.style(i).language;
    const bool has_six = is_language(language, "zh") || is_language(language, "ja");
    if (has_six || text_.before(i) == '.' || !is_dot(i + 1) || !is_dot(i + 2) || is_dot(i + 3)) {
      return;
    }
    text_.replace(i, kDots);
    text_.remove(i + 1);
    text_.remove(i + 2);
  }

  /// Only where it can be no date: after a whole number, before a unit or a hyphen.
  void set_fraction(std::size_t i) {
    const Digits above = digits_before(i);
    const Digits below = digits_after(i + 1);
    if (above.size() == 0 || below.size() == 0 || !is_whole(above, below)) return;
    if (!divides_units(part(below)) || !is_less(above, below)) return;
    const bool is_mixed =
        above.begin > 1 && is_gap(text_.at(above.begin - 1)) && is_digit(text_.at(above.begin - 2));
    if (!is_mixed && !measures(below.end)) return;
    const char32_t sign = one_sign(part(above), part(below));
    if (is_mixed && sign != 0) text_.remove(above.begin - 1);
    if (is_mixed && sign == 0) text_.replace(above.begin - 1, kNarrowNoBreakSpace);
    if (sign == 0) return text_.replace(i, kFractionSlash);
    text_.replace(above.begin, sign);
    text_.remove(i);
    text_.remove(below.begin);
  }

  /// No part of "5/1/2", "1/2/2026", "A1/2" or "1/2.5".
  bool is_whole(Digits above, Digits below) const {
    const char32_t before = text_.before(above.begin);
    const char32_t after = text_.at(below.end);
    const bool goes_on = (after == '.' || after == ',') && is_digit(text_.at(below.end + 1));
    constexpr u32string_view kJoins = U"/.,:";
    return !is_letter(before) && kJoins.find(before) == kJoins.npos && after != '/' && !goes_on;
  }

  /// A unit stands there, or a hyphen and a word: "1/2-inch".
  bool measures(std::size_t index) const {
    if (text_.at(index) == 0x2033) return true;
    if (text_.at(index) == '-') return is_letter(text_.at(index + 1));
    const std::size_t begin = index + (is_gap(text_.at(index)) ? 1 : 0);
    if (begin >= text_.size()) return false;
    std::size_t end = begin;
    while (end - begin < kLongestMeasure && is_in_units(text_.at(end))) ++end;
    u32string_view word = text_.letters().substr(begin, end - begin);
    while (!word.empty() && !is_unit(word) && !is_letter(word.back())) word.remove_suffix(1);
    return !word.empty() && is_unit(word);
  }

  TypedText& text_;
  const FindDateWords& words_;
  const FindRangeMark& range_marks_;
};

}  // namespace

void set_signs(TypedText& text, const FindDateWords& words, const FindRangeMark& range_marks) {
  const auto may_be_sign = [](char32_t c) { return c == '-' || c == 'x' || c == '/' || c == '.'; };
  if (std::ranges::none_of(text.letters(), may_be_sign)) return;
  SignSetter(text, words, range_marks).set_all();
}

}  // namespace handbill::document
