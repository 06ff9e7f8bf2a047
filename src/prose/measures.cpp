// SPDX-License-Identifier: MIT
#include "prose/measures.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/language_tag.h"
#include "base/number.h"
#include "base/utf8.h"
#include "prose/unit_words.h"
#include "prose/words_alone.h"

namespace handbill::prose {
namespace {

bool is_letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto c = static_cast<UChar32>(next_code_point(text, at));
  return u_isalpha(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

/// Written without spaces between words.
bool is_ideographic(std::string_view word) {
  if (word.empty()) return false;
  std::size_t at = 0;
  const auto c = static_cast<UChar32>(next_code_point(word, at));
  return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0 || (c >= 0x3041 && c <= 0x30FF);
}

int digit_at(std::string_view text, std::size_t at, std::size_t& end) {
  if (at >= text.size()) return -1;
  end = at;
  const char32_t c = next_code_point(text, end);
  if (c < 0x80) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
  return u_charType(static_cast<UChar32>(c)) == U_DECIMAL_DIGIT_NUMBER
             ? u_charDigitValue(static_cast<UChar32>(c))
             : -1;
}

template <class Visit>
bool any_word_of(std::string_view list, const Visit& visit) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (end > at && visit(list.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

/// Where the word of a list that stands at `at` ends; nothing: another stands there.
std::optional<std::size_t> end_of_word(std::string_view text, std::size_t at,
                                       std::string_view word) {
  const bool has_any_ending = word.ends_with('*');
  if (has_any_ending) word.remove_suffix(1);
  for (const char c : word) {
    if (at >= text.size() || (c == '_' ? text[at] != ' ' : text[at] != c)) return std::nullopt;
    ++at;
  }
  if (is_ideographic(word)) return at;
  if (has_any_ending) {
    while (is_letter_at(text, at)) next_code_point(text, at);
  }
  return is_letter_at(text, at) ? std::nullopt : std::optional(at);
}

std::optional<std::size_t> end_of_any(std::string_view text, std::size_t at,
                                      std::string_view words) {
  std::optional<std::size_t> longest;
  any_word_of(words, [&](std::string_view each) {
    const auto end = end_of_word(text, at, each);
    if (end && (!longest || *end > *longest)) longest = end;
    return false;
  });
  return longest;
}

std::size_t past_spaces(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (c != ' ' && c != '\n' && c != 0xA0 && c != 0x202F) break;
    at = next;
  }
  return at;
}

struct FoundUnit {
  Counted counted = Counted::Other;
  std::size_t end = 0;
};

class Scanner {
 public:
  Scanner(std::string_view text, std::string_view language)
      : text_(in_small_letters(words_alone(text))), language_(primary_language(language)) {
    if (language_ == "fil") language_ = "tl";
    if (language_ == "yue") language_ = "zh";
  }

  std::vector<Measure> measures() {
    for (std::size_t at = 0; at < text_.size();) {
      std::size_t end = at;
      if (digit_at(text_, at, end) >= 0) {
        at = add_number(at);
      } else if (begins_word(at)) {
        at = add_words(at);
      } else {
        next_code_point(text_, at);
      }
    }
    share_units();
    std::erase_if(found_, [](const Measure& each) {
      return each.digits.find_first_not_of('0') == std::string::npos;
    });
    return std::move(found_);
  }

  bool has(int number) {
    const auto words = number_words(language_);
    if (words.empty()) return false;
    for (std::size_t at = 0; at < text_.size(); next_code_point(text_, at)) {
      if (begins_word(at) && end_of_any(text_, at, words[static_cast<std::size_t>(number) - 1])) {
        return true;
      }
    }
    return false;
  }

 private:
  bool begins_word(std::size_t at) const {
    if (!is_letter_at(text_, at)) return false;
    if (at == 0 || is_ideographic(std::string_view(text_).substr(at))) return true;
    std::size_t before = at - 1;
    while ((static_cast<unsigned char>(text_[before]) & 0xC0U) == 0x80) --before;
    return !is_letter_at(text_, before);
  }

  /// Past "و", "ب" and the article of Arabic.
  std::array<std::size_t, 4> beginnings_of_word(std::size_t at) const {
    constexpr std::array<std::string_view, 5> kJoined = {"و", "ب", "ل", "ك", "ف"};
    constexpr std::string_view kArticle = "ال";
    std::array<std::size_t, 4> all = {at, at, at, at};
    if (language_ != "ar") return all;
    const std::string_view text = text_;
    for (const std::string_view each : kJoined) {
      if (text.substr(at).starts_with(each)) all[1] = at + each.size();
    }
    if (text.substr(at).starts_with(kArticle)) all[2] = at + kArticle.size();
    if (text.substr(all[1]).starts_with(kArticle)) all[3] = all[1] + kArticle.size();
    return all;
  }

  std::optional<FoundUnit> unit_at(std::size_t at, std::span<const UnitWords> all) const {
    std::optional<FoundUnit> longest;
    for (const std::size_t begin : beginnings_of_word(at)) {
      for (const UnitWords& each : all) {
        if (!each.language.empty() && each.language != language_) continue;
        const auto end = end_of_any(text_, begin, each.words);
        if (end && (!longest || *end > longest->end)) longest = FoundUnit{each.counted, *end};
      }
    }
    return longest;
  }

  static bool is_temperature(Counted counted) {
    return counted == Counted::Fahrenheit || counted == Counted::Celsius;
  }

  std::optional<FoundUnit> unit_behind(std::size_t at) const {
    at = past_spaces(text_, at);
    if (at < text_.size() && text_[at] == '-') at = past_spaces(text_, at + 1);
    if (auto unit = unit_at(at, unit_words())) return unit;
    const auto degrees = end_of_any(text_, at, degree_words());
    const auto scale = degrees ? unit_at(past_spaces(text_, *degrees), unit_words()) : std::nullopt;
    return scale && is_temperature(scale->counted) ? scale : std::nullopt;
  }

  /// "Days" of "Days 4 to 7"; it belongs to no number before it.
  Counted unit_before(std::size_t at) const {
    std::size_t end = at;
    while (end > 0 && text_[end - 1] == ' ') --end;
    std::size_t begin = end;
    while (begin > 0) {
      std::size_t one = begin - 1;
      while (one > 0 && (static_cast<unsigned char>(text_[one]) & 0xC0U) == 0x80) --one;
      if (!is_letter_at(text_, one)) break;
      begin = one;
    }
    if (begin == end || (!found_.empty() && found_.back().end > begin)) return Counted::Other;
    const auto unit = unit_at(begin, unit_words());
    if (!unit) return Counted::Other;
    const bool is_joined = is_ideographic(std::string_view(text_).substr(begin));
    if (is_joined) return is_temperature(unit->counted) ? unit->counted : Counted::Other;
    return end < at ? unit->counted : Counted::Other;
  }

  /// Where the sign between two groups of digits at `at` ends; `at`: there is none.
  std::size_t past_separator(std::size_t at) const {
    if (at >= text_.size()) return at;
    std::size_t next = at, end = 0;
    const char32_t c = next_code_point(text_, next);
    const bool is_mark = c == '.' || c == ',' || c == 0x66B || c == 0x66C || c == '\'';
    if (is_mark && digit_at(text_, next, end) >= 0) return next;
    if (c != 0xA0 && c != 0x202F) return at;
    std::size_t after = next, digits = 0;
    while (digit_at(text_, after, end) >= 0) {
      after = end;
      ++digits;
    }
    return digits == 3 ? next : at;
  }

  std::size_t add_number(std::size_t begin) {
    Measure measure;
    measure.begin = begin;
    std::string number;
    std::size_t at = begin, last_group = 0;
    for (std::size_t end = at; at < text_.size();) {
      if (const int digit = digit_at(text_, at, end); digit >= 0) {
        measure.digits += static_cast<char>('0' + digit);
        at = end;
      } else if (const std::size_t next = past_separator(at); next > at) {
        last_group = measure.digits.size();
        at = next;
      } else {
        break;
      }
    }
    number = measure.digits;
    const bool has_decimals = last_group > 0 && number.size() - last_group != 3;
    if (has_decimals) number.insert(last_group, ".");
    measure.value = parse_number(number).value_or(0);
    measure.end = at;
    const auto behind = unit_behind(at);
    measure.counted = behind ? behind->counted : unit_before(begin);
    if (behind) measure.end = behind->end;
    found_.push_back(std::move(measure));
    return at;
  }

  void add_word_number(std::size_t begin, std::size_t end, int number, Counted counted) {
    found_.push_back({std::to_string(number), double(number), counted, true, begin, end});
  }

  /// A word for a number with its unit, or two of a unit in a word. Gives where to go on.
  std::size_t add_words(std::size_t begin) {
    const auto words = number_words(language_);
    for (std::size_t i = words.size(); i > 0; --i) {
      const auto end = end_of_any(text_, begin, words[i - 1]);
      const auto unit = end ? unit_behind(*end) : std::nullopt;
      if (!unit) continue;
      add_word_number(begin, unit->end, static_cast<int>(i), unit->counted);
      return unit->end;
    }
    if (const auto two = unit_at(begin, dual_words()); two && !touches_number(two->end)) {
      add_word_number(begin, two->end, 2, two->counted);
      return two->end;
    }
    next_code_point(text_, begin);
    return begin;
  }

  bool touches_number(std::size_t at) const {
    std::size_t end = 0;
    return digit_at(text_, past_spaces(text_, at), end) >= 0;
  }

  /// One word or sign stands between two numbers, as in a range: "2 to 6 weeks", "第2至3天".
  bool are_joined(const Measure& one, const Measure& other) const {
    const std::string_view between = std::string_view(text_).substr(one.end, other.begin - one.end);
    constexpr std::size_t kMostBetween = 24;
    if (other.begin < one.end || between.size() > kMostBetween) return false;
    if (between.find_first_of(".,;:()!?\n") != between.npos) return false;
    int words = 0;
    bool is_in_word = false;
    for (std::size_t at = 0; at < between.size();) {
      const bool is_space = between[at] == ' ';
      if (!is_space && !is_in_word) ++words;
      is_in_word = !is_space;
      next_code_point(between, at);
    }
    return words <= 1;
  }

  void share_units() {
    for (std::size_t i = found_.size(); i-- > 1;) {
      Measure &one = found_[i - 1], &other = found_[i];
      if (one.counted == Counted::Other && are_joined(one, other)) one.counted = other.counted;
    }
    for (std::size_t i = 1; i < found_.size(); ++i) {
      Measure &one = found_[i - 1], &other = found_[i];
      if (other.counted == Counted::Other && are_joined(one, other)) other.counted = one.counted;
    }
  }

  std::string text_;
  std::string_view language_;
  std::vector<Measure> found_{};
};

/// Of a unit of time; 0: it is none.
double hours_of(Counted counted) {
  constexpr double kDay = 24, kYear = 365.25 * kDay;
  switch (counted) {
    case Counted::Minutes:
      return 1.0 / 60;
    case Counted::Hours:
      return 1;
    case Counted::Days:
    case Counted::Nights:
      return kDay;
    case Counted::Weeks:
      return 7 * kDay;
    case Counted::Months:
      return kYear / 12;
    case Counted::Years:
      return kYear;
    default:
      return 0;
  }
}

std::optional<double> celsius_of(const Measure& measure) {
  if (measure.counted == Counted::Celsius) return measure.value;
  if (measure.counted == Counted::Fahrenheit) return (measure.value - 32) * 5 / 9;
  return std::nullopt;
}

}  // namespace

std::vector<Measure> measures_in(std::string_view text, std::string_view language) {
  return Scanner(text, language).measures();
}

bool has_number_word(std::string_view text, std::string_view language, int number) {
  return Scanner(text, language).has(number);
}

bool are_equal(const Measure& one, const Measure& other) {
  constexpr double kRounding = 0.3;  // of degrees: 101 °F is told as 38.3 °C
  if (const double hours = hours_of(one.counted), others = hours_of(other.counted);
      hours > 0 && others > 0) {
    return std::abs(one.value * hours - other.value * others) < 1e-6 * one.value * hours;
  }
  const auto warm = celsius_of(one), others = celsius_of(other);
  if (warm && others) return std::abs(*warm - *others) <= kRounding;
  return one.counted == other.counted && one.digits == other.digits;
}

}  // namespace handbill::prose
