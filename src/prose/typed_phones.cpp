// SPDX-License-Identifier: MIT
#include "prose/typed_phones.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "base/utf8.h"
#include "document/number_words.h"
#include "document/read_phone.h"
#include "document/read_quantity.h"

namespace handbill::prose {
namespace {

/// A word further before a number does not announce it.
constexpr std::size_t kFarthestCue = 8;
constexpr std::size_t kFewestDigits = 7;

/// The letters on the keys 2 to 9 (ITU-T E.161).
char key_of(char letter) {
  constexpr std::string_view kKeys = "22233344455566677778889999";
  return kKeys[static_cast<std::size_t>(to_lower(letter) - 'a')];
}

/// 0 to 9 of ASCII, of Arabic and of Persian.
char ascii_digit(char32_t c) {
  const char32_t first = c >= 0x06F0 ? 0x06F0 : c >= 0x0660 ? 0x0660 : U'0';
  return static_cast<char>('0' + (c - first));
}

struct DigitGroups {
  std::vector<std::size_t> sizes;
  bool has_letters = false;
  bool has_brackets = false;
};

DigitGroups groups_of(std::u32string_view number) {
  DigitGroups groups;
  bool goes_on = false;
  for (const char32_t c : number) {
    const bool is_letter_key = c >= 'A' && c <= 'Z';
    groups.has_letters = groups.has_letters || is_letter_key;
    groups.has_brackets = groups.has_brackets || c == '(';
    const bool counts = document::is_any_digit(c) || is_letter_key;
    if (counts && !goes_on) groups.sizes.push_back(0);
    if (counts) ++groups.sizes.back();
    goes_on = counts;
  }
  return groups;
}

/// "301-555-0100", "1 (301) 555-0100", and with letters "1-800-FLOWERS".
bool is_north_american(const DigitGroups& groups, std::string_view digits) {
  std::vector<std::size_t> sizes = groups.sizes;
  if (sizes.size() > 1 && sizes.front() == 1 && digits.front() == '1') {
    sizes.erase(sizes.begin());
    digits.remove_prefix(1);
  }
  const bool has_area = !digits.empty() && digits.front() >= '2';
  if (groups.has_letters) return has_area && digits.size() >= 10 && sizes.front() == 3;
  return has_area && sizes == std::vector<std::size_t>{3, 3, 4};
}

/// "555-0199".
bool is_local(const DigitGroups& groups) { return groups.sizes == std::vector<std::size_t>{3, 4}; }

class PhoneFinder {
 public:
  PhoneFinder(const ReadParagraph& paragraph, std::string_view text, const PhraseSet& cues)
      : paragraph_(paragraph), text_(text), cues_(cues) {}

  std::vector<TypedPhone> find() {
    if (!has_enough_digits()) return {};
    letters_ = to_utf32(text_);
    for (std::size_t at = 0; at < text_.size();) {
      offsets_.push_back(at);
      next_code_point(text_, at);
    }
    offsets_.push_back(text_.size());
    // Months and halves of the day are no part of a telephone number.
    const text::DateWords none;
    for (std::size_t i = 0; i < letters_.size();) {
      if (!document::may_begin_quantity(letters_, i, none)) {
        ++i;
        continue;
      }
      const document::Quantity quantity = document::read_quantity(letters_, i, none);
      if (quantity.kind == document::Quantity::Kind::Phone) {
        add(i, document::read_phone(letters_, i).end);
      }
      i = std::max(i + 1, quantity.end);
    }
    return std::move(found_);
  }

 private:
  /// Three, of ASCII, Arabic or Persian.
  bool has_enough_digits() const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const auto lead = static_cast<unsigned char>(text_[i]);
      const bool is_other = lead == 0xD9 || lead == 0xDB;
      std::size_t next = i;
      const bool counts =
          is_other ? document::is_any_digit(next_code_point(text_, next)) : is_digit(text_[i]);
      count += counts ? 1 : 0;
    }
    return count >= 3;
  }

  void add(std::size_t first, std::size_t last) {
    if (last <= first) return;
    std::u32string_view number = std::u32string_view(letters_).substr(first, last - first);
    if (number.find(U'$') != number.npos) return;
    // Without the extension.
    number = number.substr(0, std::min(number.find_first_of(U"exp"), number.find(U"Ext")));
    while (!number.empty() && (number.back() == ',' || document::is_gap(number.back()))) {
      number.remove_suffix(1);
    }
    TypedPhone phone{offsets_[first], offsets_[first + number.size()],
                     phone_digits(to_utf8(number))};
    const DigitGroups groups = groups_of(number);
    if (phone.digits.size() < kFewestDigits || groups.sizes.empty()) return;
    phone.is_international = number.starts_with(U'+') || number.starts_with(U"(+");
    phone.is_plain_to_see = phone.is_international || is_north_american(groups, phone.digits);
    phone.is_announced = is_announced(phone) || is_alone(phone);
    if (!phone.is_plain_to_see && !phone.is_announced) return;
    if (!phone.is_plain_to_see && !may_be_one(groups, number)) return;
    found_.push_back(std::move(phone));
  }

  /// "2019-2020", "192.168.0.1", "12/25/2026" and "978-3-16-148410-0" have its shape too.
  bool may_be_one(const DigitGroups& groups, std::u32string_view number) const {
    if (is_local(groups)) return true;
    const auto is_short = [](std::size_t size) { return size == 1; };
    if (number.find(U'/') != number.npos || groups.sizes.size() > 6) return false;
    if (std::ranges::count_if(groups.sizes, is_short) > 1) return false;
    const bool has_years = groups.sizes == std::vector<std::size_t>{4, 4};
    const bool has_points = number.find(U'.') != number.npos && groups.sizes.size() == 4;
    return !has_years && !has_points;
  }

  const Sentence* sentence_at(std::size_t token) const {
    for (const Sentence& each : paragraph_.sentences) {
      if (each.tokens.begin <= token && token < each.tokens.end) return &each;
    }
    return nullptr;
  }

  bool is_announced(const TypedPhone& phone) const {
    const auto& tokens = paragraph_.tokens;
    const auto at =
        std::ranges::find_if(tokens, [&](const Token& each) { return each.end > phone.begin; });
    const auto token = static_cast<std::size_t>(at - tokens.begin());
    const Sentence* sentence = sentence_at(token);
    if (sentence == nullptr) return false;
    return std::ranges::any_of(cues_.find(paragraph_), [&](const Match& cue) {
      return cue.first >= sentence->tokens.begin && cue.last < token &&
             cue.last + kFarthestCue >= token;
    });
  }

  /// Nothing but signs stands beside it.
  bool is_alone(const TypedPhone& phone) const {
    return std::ranges::none_of(paragraph_.tokens, [&](const Token& each) {
      const bool is_outside = each.end <= phone.begin || each.begin >= phone.end;
      return is_outside && each.kind != Token::Kind::Sign;
    });
  }

  const ReadParagraph& paragraph_;
  std::string_view text_;
  const PhraseSet& cues_;
  std::u32string letters_;
  std::vector<std::size_t> offsets_;  ///< of each letter, and of the end
  std::vector<TypedPhone> found_;
};

}  // namespace

std::string phone_digits(std::string_view written) {
  std::string digits;
  for (std::size_t at = 0; at < written.size();) {
    const char32_t c = next_code_point(written, at);
    if (document::is_any_digit(c)) digits += ascii_digit(c);
    if (c >= 'A' && c <= 'Z') digits += key_of(static_cast<char>(c));
  }
  return digits;
}

std::vector<TypedPhone> find_typed_phones(const ReadParagraph& paragraph, std::string_view text,
                                          const PhraseSet& cues) {
  return PhoneFinder(paragraph, text, cues).find();
}

}  // namespace handbill::prose
