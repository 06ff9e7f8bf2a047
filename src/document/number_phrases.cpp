// SPDX-License-Identifier: MIT
#include "document/number_phrases.h"

#include <algorithm>

#include "document/number_reader.h"
#include "document/read_quantity.h"

namespace handbill::document {
namespace {

using std::u32string_view;

constexpr std::size_t kMostInRange = 8;  ///< numbers joined by dashes

class PhraseScan : public NumberReader {
 public:
  PhraseScan(u32string_view text, const text::DateWords& words)
      : NumberReader(text), words_(words) {}

  std::vector<NumberPhrase> run() const {
    std::vector<NumberPhrase> found;
    for (std::size_t at = 0; at < text_.size();) {
      const NumberPhrase phrase = phrase_at(at);
      if (phrase.end > phrase.begin) found.push_back(phrase);
      at = std::max(phrase.end, at + 1);
    }
    return found;
  }

 private:
  /// The dash or times sign of a range, with the spaces round it.
  std::size_t past_range_sign(std::size_t begin) const {
    const std::size_t sign = begin + (is_gap(at(begin)) ? 1 : 0);
    const bool has_times = at(sign) == 0x00D7 || (at(sign) == 'x' && sign > begin);
    if (!is_dash(at(sign)) && !has_times) return begin;
    const bool is_set_off = is_gap(at(sign + 1));
    return is_set_off == (sign > begin) ? sign + (is_set_off ? 2 : 1) : begin;
  }

  NumberPhrase phrase_at(std::size_t begin) const {
    using Kind = Quantity::Kind;
    if (!may_begin_quantity(text_, begin, words_)) return {begin, begin};
    Quantity last = read_quantity(text_, begin, words_);
    if (last.kind == Kind::None) return {begin, begin};
    NumberPhrase phrase{begin, last.end, last.joint};
    bool is_alone = last.kind == Kind::Bare && is_plain(begin, last.end);
    for (std::size_t count = 1; count < kMostInRange && last.kind != Kind::Phone; ++count) {
      const std::size_t next = past_range_sign(last.end);
      if (next == last.end) break;
      const Quantity quantity = read_quantity(text_, next, words_);
      if (quantity.kind == Kind::None || quantity.kind == Kind::Phone) break;
      const bool is_loose = last.is_set_off || (last.kind != Kind::Bare && is_gap(at(next - 1)));
      if (is_loose) phrase.joint = next - 1;
      phrase.range_signs.push_back(last.end + (is_gap(at(last.end)) ? 1 : 0));
      phrase.end = quantity.end;
      last = quantity;
      is_alone = false;
    }
    phrase.is_in_order = is_alone || keeps_its_order(phrase);
    return phrase;
  }

  bool is_plain(std::size_t begin, std::size_t end) const {
    return std::ranges::none_of(text_.substr(begin, end - begin),
                                [](char32_t c) { return is_gap(c) || is_fraction(c); });
  }

  /// In Arabic digits what follows stands to the left, as the percent sign does.
  bool keeps_its_order(const NumberPhrase& phrase) const {
    const auto part = text_.substr(phrase.begin, phrase.end - phrase.begin);
    if (std::ranges::any_of(part, is_from_right)) return true;
    return part.back() == 0x066A && std::ranges::any_of(part, is_arabic_digit);
  }

  const text::DateWords& words_;
};

bool is_between_latin(char32_t c) {
  return is_gap(c) || u32string_view(U",.-#/&'’–").find(c) != u32string_view::npos;
}

/// Behind the last of the words in Latin letters, and numbers among them, that follow `end`.
std::size_t past_latin(u32string_view text, std::size_t end) {
  const auto at = [&](std::size_t index) { return index < text.size() ? text[index] : U' '; };
  const std::size_t next = end + (is_gap(at(end)) || is_dash(at(end)) ? 1 : 0);
  if (!is_latin_letter(at(next))) return end;
  for (std::size_t index = next; index < text.size(); ++index) {
    if (is_latin_letter(text[index]) || is_any_digit(text[index])) {
      end = index + 1;
    } else if (!is_between_latin(text[index])) {
      break;
    }
  }
  return end;
}

/// Where the words in Latin letters begin that lead to `begin`.
std::size_t before_latin(u32string_view text, std::size_t begin, std::size_t least) {
  std::size_t index = begin;
  if (index > least && (is_gap(text[index - 1]) || is_dash(text[index - 1]))) --index;
  if (index == least || !(is_latin_letter(text[index - 1]) || text[index - 1] == '.')) return begin;
  for (; index > least; --index) {
    const char32_t c = text[index - 1];
    if (is_latin_letter(c) || is_any_digit(c)) {
      begin = index - 1;
    } else if (!is_between_latin(c)) {
      break;
    }
  }
  return begin;
}

}  // namespace

std::vector<NumberPhrase> find_number_phrases(u32string_view text, const text::DateWords& words) {
  return PhraseScan(text, words).run();
}

std::vector<LeftToRight> find_left_to_right(u32string_view text,
                                            const std::vector<NumberPhrase>& phrases) {
  std::vector<LeftToRight> found;
  std::size_t taken = 0;
  for (const NumberPhrase& phrase : phrases) {
    if (phrase.begin < taken) continue;
    const std::size_t end = past_latin(text, phrase.end);
    if (phrase.is_in_order && end == phrase.end) continue;
    found.push_back({before_latin(text, phrase.begin, taken), end});
    taken = end;
  }
  return found;
}

}  // namespace handbill::document
