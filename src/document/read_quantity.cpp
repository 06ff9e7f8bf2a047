// SPDX-License-Identifier: MIT
#include "document/read_quantity.h"

#include "document/number_reader.h"
#include "document/read_phone.h"
#include "document/typed_text.h"
#include "text/hyphenate.h"

namespace handbill::document {
namespace {

using std::u32string_view;

constexpr std::size_t kLongestUnit = 16;
/// Scripts from here on are written without spaces or from right to left: numbers follow letters.
constexpr char32_t kFirstOther = 0x0590;

/// A function that gives an end gives that of what it found, or where it began: nothing.
class QuantityReader : public NumberReader {
 public:
  QuantityReader(u32string_view text, const text::DateWords& words)
      : NumberReader(text), words_(words) {}

  /// The first digit of a number, or the sign, bracket or word before it.
  bool may_begin(std::size_t index) const {
    const char32_t c = at(index);
    const char32_t last = before(index);
    if (is_any_digit(last) || (is_letter(last) && last < kFirstOther)) return false;
    if (is_any_digit(c) || is_fraction(c)) return true;
    if (c == '(') return is_any_digit(at(index + 1)) || at(index + 1) == '+';
    if (is_sign(c)) return !is_letter(last) && is_any_digit(at(past_sign(index)));
    return past_currency(index) > index || past_half(index) > index;
  }

  Quantity read(std::size_t begin) const {
    using Kind = Quantity::Kind;
    std::size_t first = begin;
    if (is_sign(at(first)) && at(first) != '+') first = past_sign(first);
    first = past_currency(past_half(first));
    const PhoneShape phone = read_phone(text_, first);
    if (phone.joint) return {Kind::Phone, phone.end, false, phone.joint};
    if (phone.end > first) return {Kind::Phone, unit(phone.end)};
    if (const std::size_t end = date(first); end > first) return {Kind::Date, end};
    if (at(first) == '+') ++first;
    const std::size_t end = number(first);
    if (end == first) return {};
    const std::size_t last = unit(end);
    // "3rd", "12A"
    if (last == end && is_letter(at(end)) && at(end) < kFirstOther) return {};
    const bool is_bare = last == end && first == begin;
    return {is_bare ? Kind::Bare : Kind::Signed, last, last > end && is_gap(at(end))};
  }

 private:
  /// "<5", "< 5", "-5"; a minus with a space behind it is a dash.
  std::size_t past_sign(std::size_t index) const {
    const bool may_stand_off = !is_dash(at(index)) && at(index) != '+';
    return index + (may_stand_off && is_gap(at(index + 1)) ? 2 : 1);
  }

  std::size_t past_currency(std::size_t begin) const {
    const std::size_t size = currency_size(rest(begin));
    const std::size_t end = begin + size + (is_gap(at(begin + size)) ? 1 : 0);
    return size > 0 && is_any_digit(at(end)) ? end : begin;
  }

  /// What says "am" or "pm" before a number in the language.
  std::size_t past_half(std::size_t begin) const {
    if (at(begin) < kFirstOther) return begin;
    std::size_t end = half_of_day(begin);
    if (end == begin) return begin;
    if (is_gap(at(end))) ++end;
    return is_any_digit(at(end)) ? end : begin;
  }

  /// "2026-01-05", "5/1/2026": three numbers with one sign between.
  std::size_t date(std::size_t begin) const {
    const std::size_t first = digits(begin);
    const char32_t sign = at(first);
    if (first == begin || first - begin > 4 || (!is_dash(sign) && sign != '/')) return begin;
    const std::size_t second = digits(first + 1);
    if (second == first + 1 || second - first > 3 || at(second) != sign) return begin;
    const std::size_t third = digits(second + 1);
    return third > second + 1 && third - second <= 5 ? third : begin;
  }

  /// "1,000.5", "8:00", "1 1/2", "10 000".
  std::size_t number(std::size_t begin) const {
    constexpr u32string_view kInner = U".,:/'’⁄٫٬";
    std::size_t end = digits(begin);
    for (;;) {
      const char32_t c = at(end);
      if (kInner.find(c) != kInner.npos && is_any_digit(at(end + 1))) {
        end = digits(end + 1);
      } else if (is_fraction(c)) {
        ++end;
      } else if (is_gap(c) && end > begin && continues(end + 1)) {
        end = digits(end + 1);
      } else {
        return end;
      }
    }
  }

  /// "000" of "10 000", "1/2" of "1 1/2"
  bool continues(std::size_t begin) const {
    const std::size_t end = digits(begin);
    const bool is_ratio = at(end) == '/' || at(end) == 0x2044;
    return is_fraction(at(begin)) || end - begin == 3 ||
           (end > begin && is_ratio && is_any_digit(at(end + 1)));
  }

  /// "am", "p. m.", "ص"
  std::size_t half_of_day(std::size_t begin) const {
    const char32_t first = text::lower_case(at(begin));
    if (first == 'a' || first == 'p') {
      std::size_t end = begin + 1;
      if (at(end) == '.') ++end;
      if (is_gap(at(end))) ++end;
      const bool is_half = text::lower_case(at(end)) == 'm' && !is_letter(at(end + 1));
      if (is_half) return end + (at(end + 1) == '.' ? 2 : 1);
    }
    for (const std::u32string& half : words_.day_halves) {
      if (rest(begin).starts_with(half)) return begin + half.size();
    }
    return begin;
  }

  /// " mg/kg" behind a number, and " 10 in" behind " ft".
  std::size_t unit(std::size_t end) const {
    if (is_counter(at(end))) return counters(end);
    const std::size_t begin = end + (is_gap(at(end)) ? 1 : 0);
    const std::size_t half = half_of_day(begin);
    if (half > begin && !is_letter(at(half)) && !is_any_digit(at(half))) return half;
    std::size_t last = begin;
    while (last - begin < kLongestUnit && is_in_units(at(last))) ++last;
    u32string_view word = rest(begin).substr(0, last - begin);
    if (is_letter(at(last)) || is_any_digit(at(last))) return end;
    while (!word.empty() && !is_unit(word) && !is_letter(word.back())) word.remove_suffix(1);
    if (word.empty() || !is_unit(word)) return end;
    last = begin + word.size();
    if (word == U"°") return past_scale(last);
    return has_smaller(word) ? smaller(last, word) : last;
  }

  /// "100.4° F"
  std::size_t past_scale(std::size_t end) const {
    const std::size_t scale = end + (is_gap(at(end)) ? 1 : 0);
    const bool is_scale = at(scale) == 'F' || at(scale) == 'C';
    return is_scale && !is_letter(at(scale + 1)) ? scale + 1 : end;
  }

  std::size_t smaller(std::size_t end, u32string_view unit) const {
    if (!is_gap(at(end)) || !is_any_digit(at(end + 1))) return end;
    const std::size_t last = digits(end + 1);
    const std::size_t word = last + (is_gap(at(last)) ? 1 : 0);
    for (const u32string_view small : {U"min", U"in", U"oz", U"s"}) {
      if (rest(word).starts_with(small) && !is_letter(at(word + small.size()))) {
        return word + small.size();
      }
    }
    return unit == U"h" && !is_letter(at(word)) ? last : end;
  }

  /// "年1月5日" behind "2026".
  std::size_t counters(std::size_t end) const {
    while (is_counter(at(end))) {
      ++end;
      const std::size_t next = end + (is_gap(at(end)) ? 1 : 0);
      const std::size_t last = digits(next);
      if (last == next || !is_counter(at(last))) break;
      end = last;
    }
    return end;
  }

  const text::DateWords& words_;
};

}  // namespace

Quantity read_quantity(u32string_view text, std::size_t begin, const text::DateWords& words) {
  return QuantityReader(text, words).read(begin);
}

bool may_begin_quantity(u32string_view text, std::size_t index, const text::DateWords& words) {
  return QuantityReader(text, words).may_begin(index);
}

}  // namespace handbill::document
