// SPDX-License-Identifier: MIT
// Spaces at which no line may end, and dashes.
#include <algorithm>

#include "base/spaces.h"
#include "document/kept_words.h"
#include "document/number_words.h"
#include "document/prepare_text.h"
#include "text/characters.h"

namespace handbill::document {
namespace {

using std::u32string_view;

constexpr char32_t kPrime = 0x2032;
constexpr char32_t kEnDash = 0x2013;
constexpr char32_t kEmDash = 0x2014;

/// "z." and "B." of "z. B.", "e." and "g." of "e. g."
bool is_abbreviated_letter(u32string_view word) {
  return word.size() == 2 && word[1] == '.' && is_letter(word[0]);
}

/// "5", "5.", "5th", "1.º": a day of a month.
bool is_day(u32string_view word) {
  constexpr u32string_view kOrdinal = U".ºst.ndrher";
  std::size_t digits = 0;
  while (digits < word.size() && is_any_digit(word[digits])) ++digits;
  const u32string_view rest = word.substr(digits);
  return digits > 0 && digits <= 2 && rest.size() <= 3 &&
         rest.find_first_not_of(kOrdinal) == rest.npos;
}

/// "de" of "5 de mayo"
bool is_of(u32string_view word) { return word == U"de" || word == U"di" || word == U"d’"; }

/// What stands on both sides of a space.
struct Sides {
  u32string_view before, after;
};

/// "Jan. 5", "5 May", "5 de mayo", "mayo de 2026".
bool is_in_date(const TypedText& text, std::size_t space, Sides sides,
                const text::DateWords& words) {
  const auto is_month_name = [&](u32string_view word) {
    return text::is_month(words, without_leading_signs(without_trailing_signs(word)));
  };
  const auto [before, after] = sides;
  const bool is_number = is_any_digit(after.front());
  if (is_number && !before.ends_with(U',') && is_month_name(before)) return true;
  if (is_day(before) && is_month_name(after)) return true;
  if (is_of(after) && is_day(before)) {
    return is_month_name(text.word_after(space + after.size() + 2));
  }
  if (!is_of(before) || space <= before.size()) return false;
  const u32string_view leading = text.word_before(space - before.size() - 1);
  return (is_day(leading) && is_month_name(after)) || (is_number && is_month_name(leading));
}

/// "5454 Wisconsin Ave": the number with the name, the name with what it is.
bool is_in_street(const TypedText& text, std::size_t space, Sides sides) {
  if (!is_capital(sides.after.front())) return false;
  const u32string_view kind = without_trailing_signs(sides.after);
  if (is_kind_of_street(kind)) return is_capital(sides.before.front());
  if (!std::ranges::all_of(sides.before, is_digit)) return false;
  std::size_t next = space + 1;
  for (int words = 0; words < 4; ++words) {
    const u32string_view word = text.word_after(next);
    if (word.empty() || !is_letter(word.front())) return false;
    if (is_kind_of_street(without_trailing_signs(word))) return true;
    next += word.size() + 1;
  }
  return false;
}

/// Words in brackets or isolates begin behind these.
bool begins_with_number(u32string_view word) {
  constexpr u32string_view kSigns = U"(+\u2066\u2067\u2068";
  while (!word.empty() && kSigns.find(word.front()) != kSigns.npos) word.remove_prefix(1);
  return !word.empty() && is_any_digit(word.front());
}

/// "z. B.", "e. g."
bool is_abbreviation(u32string_view before, u32string_view after) {
  return is_abbreviated_letter(before) && !is_capital(before[0]) &&
         is_abbreviated_letter(without_trailing_signs(after));
}

/// No line ends at the space at `index`.
bool stays_whole(const TypedText& text, std::size_t index, Sides sides,
                 const FindDateWords& words) {
  const auto [before, after] = sides;
  const std::string& language = text.style(index).language;
  const char32_t first = after.front();
  // A line ends after a dash, it does not start with one.
  if ((first == kEnDash || first == kEmDash) && after.size() == 1) return true;
  const bool has_number = begins_with_number(after);
  const bool follows_number = std::ranges::all_of(before, is_any_digit);
  if (has_number && (follows_number || before.back() == kPrime)) return true;
  const u32string_view word = without_leading_signs(before);
  if (is_abbreviation(word, after)) return true;
  const bool stays = has_number ? stays_with_number(word)
                                : stays_with_word(before, after) || ends_no_line(word, language);
  if (stays || is_in_street(text, index, sides)) return true;
  const bool may_be_date = has_number || is_day(before) || is_of(before);
  return may_be_date && is_in_date(text, index, sides, words(language));
}

void fix_space(TypedText& text, std::size_t index, const FindDateWords& words) {
  const u32string_view before = text.word_before(index), after = text.word_after(index + 1);
  if (before.empty() || after.empty()) return;
  if (is_abbreviation(without_leading_signs(before), after) &&
      is_language(text.style(index).language, "de")) {
    text.replace(index, kNarrowNoBreakSpace);
  } else if (stays_whole(text, index, {before, after}, words)) {
    text.keep_space(index);
  }
}

/// French sets marks of two parts off from the word before them (Lexique des règles
/// typographiques de l'Imprimerie nationale); nothing for others. Canada keeps to the colon.
char32_t french_space_before(char32_t mark, const std::string& language) {
  const bool is_light = mark == ';' || mark == '!' || mark == '?';
  if (language == "fr-CA" && is_light) return 0;
  if (is_light) return kNarrowNoBreakSpace;
  return mark == ':' || mark == 0x00BB ? (language == "fr-CH" ? kNarrowNoBreakSpace : kNoBreakSpace)
                                       : 0;
}

void fix_french_mark(TypedText& text, std::size_t i, const std::string& language) {
  const char32_t mark = text.at(i);
  const char32_t before = text.before(i);
  if (mark == 0x00AB && text.at(i + 1) == ' ') {
    text.replace(i + 1, language == "fr-CH" ? kNarrowNoBreakSpace : kNoBreakSpace);
    return;
  }
  const char32_t space = french_space_before(mark, language);
  if (space == 0 || i == 0) return;
  if (before == ' ') {
    text.replace(i - 1, space);
    return;
  }
  // Only after a word and before a space: "10:30" and "?!" are something else.
  const bool ends_word = is_letter(before) || is_digit(before) || before == ')';
  if (mark != 0x00BB && ends_word && is_space(text.at(i + 1))) text.insert(i, space);
}

}  // namespace

void fix_spaces(TypedText& text, const FindDateWords& words) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text.at(i);
    if (c == ' ') {
      if (!text.is_kept(i)) fix_space(text, i, words);
    } else if ((c == ';' || c == '!' || c == '?' || c == ':' || c == 0x00AB || c == 0x00BB) &&
               !text.is_address(i)) {
      const std::string& language = text.style(i).language;
      if (is_language(language, "fr")) fix_french_mark(text, i, language);
    }
  }
}

void fix_dashes(TypedText& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.at(i) != '-' || text.before(i) == '-') continue;
    std::size_t count = 1;
    while (text.at(i + count) == '-') ++count;
    // Between two words or between two spaces; "--set" and rows of hyphens are meant so.
    const bool is_even = is_space(text.before(i)) == is_space(text.at(i + count));
    if (count > 3 || count < 2 || !is_even || text.is_address(i) ||
        text.style(i).quotes == text::Quotes::Straight) {
      continue;
    }
    text.replace(i, count == 2 ? kEnDash : kEmDash);
    for (std::size_t k = 1; k < count; ++k) text.remove(i + k);
  }
}

}  // namespace handbill::document
