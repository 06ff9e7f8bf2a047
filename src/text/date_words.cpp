// SPDX-License-Identifier: MIT
#include "text/date_words.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <algorithm>
#include <array>

#include "text/hyphenate.h"

namespace handbill::text {
namespace {

constexpr std::size_t kShortestAbbreviation = 3;

// Known without ICU: most texts are English, and need not wait until its data are loaded.
constexpr auto kEnglishMonths = std::to_array<std::u32string_view>(
    {U"january",   U"february", U"march",    U"april",    U"may",  U"june", U"july", U"august",
     U"september", U"october",  U"november", U"december", U"jan",  U"feb",  U"mar",  U"apr",
     U"jun",       U"jul",      U"aug",      U"sep",      U"sept", U"oct",  U"nov",  U"dec"});

bool is_english(std::string_view language) {
  return language.starts_with("en") && (language.size() == 2 || language[2] == '-');
}

std::u32string to_word(const icu::UnicodeString& text) {
  std::u32string word;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    word += lower_case(static_cast<char32_t>(text.char32At(at)));
  }
  if (word.ends_with(U'.')) word.pop_back();
  return word;
}

void add(std::vector<std::u32string>& words, const icu::UnicodeString* texts, int32_t count) {
  for (int32_t i = 0; i < count; ++i) {
    std::u32string word = to_word(texts[i]);
    // Numbers stand for months where a language has no names.
    if (!word.empty() && is_in_words(word.front())) words.push_back(std::move(word));
  }
}

void add_months(std::vector<std::u32string>& months, const icu::DateFormatSymbols& symbols) {
  using Symbols = icu::DateFormatSymbols;
  for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
    for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
      int32_t count = 0;
      const icu::UnicodeString* names = symbols.getMonths(count, context, width);
      add(months, names, count);
    }
  }
}

}  // namespace

DateWords date_words(std::string_view language) {
  DateWords words;
  if (is_english(language)) return words;
  UErrorCode error = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(std::string(language), error);
  locale.setKeywordValue("calendar", "gregorian", error);
  const icu::DateFormatSymbols symbols(locale, error);
  if (U_FAILURE(error)) return words;
  add_months(words.months, symbols);
  int32_t count = 0;
  const icu::UnicodeString* halves = symbols.getAmPmStrings(count);
  add(words.day_halves, halves, count);
  return words;
}

bool is_month(const DateWords& words, std::u32string_view word) {
  const bool is_shortened = word.ends_with(U'.');
  if (is_shortened) word.remove_suffix(1);
  if (word.empty()) return false;
  std::u32string lower;
  for (const char32_t c : word) lower += lower_case(c);
  const auto is_of = [&](std::u32string_view month) {
    if (month == lower) return true;
    return is_shortened && lower.size() >= kShortestAbbreviation && month.starts_with(lower);
  };
  return (is_capital(word.front()) && std::ranges::any_of(kEnglishMonths, is_of)) ||
         std::ranges::any_of(words.months, is_of);
}

}  // namespace handbill::text
