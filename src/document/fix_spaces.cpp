// SPDX-License-Identifier: MIT
// Spaces at which no line may end, and dashes.
#include <algorithm>
#include <array>

#include "document/prepare_text.h"

namespace handbill::document {
namespace {

using std::u32string_view;

constexpr char32_t kNoBreakSpace = 0x00A0;
constexpr char32_t kNarrowSpace = 0x202F;
constexpr char32_t kPrime = 0x2032;
constexpr char32_t kEnDash = 0x2013;
constexpr char32_t kEmDash = 0x2014;

template <class List>
bool contains(const List& list, u32string_view word) {
  return std::ranges::find(list, word) != list.end();
}

/// Symbols that stay with the number before them. "in" and "a" would be words too often.
constexpr auto kUnits = std::to_array<u32string_view>(
    {U"mg",      U"g",        U"kg",      U"\u00B5g", U"\u03BCg", U"mcg",     U"ng",      U"ml",
     U"mL",      U"l",        U"L",       U"dl",      U"dL",      U"cl",      U"\u00B5l", U"cm",
     U"mm",      U"m",        U"km",      U"nm",      U"\u00B5m", U"\u03BCm", U"ft",      U"oz",
     U"lb",      U"lbs",      U"pt",      U"h",       U"min",     U"s",       U"sec",     U"ms",
     U"Hz",      U"kHz",      U"MHz",     U"W",       U"kW",      U"V",       U"J",       U"kJ",
     U"kcal",    U"cal",      U"IU",      U"IE",      U"UI",      U"\u00B0C", U"\u00B0F", U"\u00B0",
     U"%",       U"\u2030",   U"mmHg",    U"\u20AC",  U"EUR",     U"USD",     U"CHF",     U"kr",
     U"z\u0142", U"cm\u00B2", U"m\u00B2", U"am",      U"pm",      U"a.m.",    U"p.m.",    U"AM",
     U"PM",      U"A.M.",     U"P.M.",    U"Uhr"});

/// Signs and words that stay with the number after them.
constexpr auto kBeforeNumbers = std::to_array<u32string_view>(
    {U"\u00A7", U"\u00A7\u00A7", U"\u00B6", U"\u2116",  U"$",       U"\u20AC",  U"\u00A3",  U"US$",
     U"CHF",    U"EUR",          U"USD",    U"n\u00B0", U"N\u00B0", U"n\u00BA", U"N\u00BA", U"No.",
     U"no.",    U"Nos.",         U"Nr.",    U"nr.",     U"Art.",    U"Abs.",    U"p.",      U"pp.",
     U"P.",     U"S.",           U"s.",     U"Fig.",    U"fig.",    U"Figs.",   U"Abb.",    U"Tab.",
     U"Vol.",   U"vol.",         U"Bd.",    U"Ch.",     U"ch.",     U"Kap.",    U"cap.",    U"Sec.",
     U"sec.",   U"Ste.",         U"Apt.",   U"Rm.",     U"Tel.",    U"tel.",    U"ca.",     U"c."});

/// Titles that stay with the name after them.
constexpr auto kBeforeNames = std::to_array<u32string_view>(
    {U"Dr.", U"Drs.", U"Mr.",  U"Mrs.",  U"Ms.",  U"Mx.",  U"Prof.", U"St.",  U"Ste.",  U"Mt.",
     U"Dr",  U"Mr",   U"Mrs",  U"Ms",    U"Prof", U"Dra.", U"Sr.",   U"Sra.", U"Srta.", U"D.",
     U"Hr.", U"Fr.",  U"Mag.", U"Dipl.", U"M.",   U"MM.",  U"Mme",   U"Mlle", U"Me"});

/// Without the brackets and marks round it that belong to the sentence: "(30" and "mg)," too.
u32string_view without_leading_signs(u32string_view word) {
  constexpr u32string_view kSigns = U"([{\"'\u2018\u201A\u201C\u201E\u00AB\u2039";
  while (!word.empty() && kSigns.find(word.front()) != kSigns.npos) word.remove_prefix(1);
  return word;
}

u32string_view without_trailing_signs(u32string_view word) {
  constexpr u32string_view kSigns = U",;:!?)]}\"'\u2019\u201C\u201D\u00BB\u203A\u2026";
  while (!word.empty() && kSigns.find(word.back()) != kSigns.npos) word.remove_suffix(1);
  return word;
}

bool is_unit(u32string_view word) {
  word = without_trailing_signs(word);
  if (contains(kUnits, word)) return true;
  if (word.empty() || word.back() != '.') return false;
  word.remove_suffix(1);
  return contains(kUnits, word);
}

/// "J." of "J. R. Smith"
bool is_initial(u32string_view word) {
  return word.size() == 2 && word[1] == '.' && is_capital(word[0]) && word[0] != 'I';
}

/// "z." and "B." of "z. B.", "e." and "g." of "e. g."
bool is_abbreviated_letter(u32string_view word) {
  return word.size() == 2 && word[1] == '.' && is_letter(word[0]);
}

/// What the space between two words has to be.
char32_t space_between(u32string_view before, u32string_view after, const std::string& language) {
  if (before.empty() || after.empty()) return U' ';
  const char32_t first = after.front();
  const char32_t last = before.back();
  // A line ends after a dash, it does not start with one.
  if ((first == kEnDash || first == kEmDash) && after.size() == 1) return kNoBreakSpace;
  if (is_digit(last) && (is_digit(first) || is_unit(after))) return kNoBreakSpace;
  if (last == kPrime && is_digit(first)) return kNoBreakSpace;
  const u32string_view word = without_leading_signs(before);
  if (is_digit(first)) return contains(kBeforeNumbers, word) ? kNoBreakSpace : U' ';
  if (last == '.' && is_abbreviated_letter(word) &&
      is_abbreviated_letter(without_trailing_signs(after)) && !is_capital(word[0])) {
    return is_language(language, "de") ? kNarrowSpace : kNoBreakSpace;
  }
  if (is_capital(first) && (contains(kBeforeNames, word) || is_initial(word))) return kNoBreakSpace;
  return U' ';
}

/// French sets marks of two parts off from the word before them (Lexique des règles
/// typographiques de l'Imprimerie nationale); nothing for others. Canada keeps to the colon.
char32_t french_space_before(char32_t mark, const std::string& language) {
  const bool is_light = mark == ';' || mark == '!' || mark == '?';
  if (language == "fr-CA" && is_light) return 0;
  if (is_light) return kNarrowSpace;
  return mark == ':' || mark == 0x00BB ? (language == "fr-CH" ? kNarrowSpace : kNoBreakSpace) : 0;
}

void fix_french_mark(TypedText& text, std::size_t i, const std::string& language) {
  const char32_t mark = text.at(i);
  const char32_t before = text.before(i);
  if (mark == 0x00AB && text.at(i + 1) == ' ') {
    text.replace(i + 1, language == "fr-CH" ? kNarrowSpace : kNoBreakSpace);
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
  if (mark != 0x00BB && ends_word && is_blank(text.at(i + 1))) text.insert(i, space);
}

}  // namespace

void fix_spaces(TypedText& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text.at(i);
    if (c == ' ') {
      const std::string& language = text.style(i).language;
      text.replace(i, space_between(text.word_before(i), text.word_after(i + 1), language));
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
    const bool is_even = is_blank(text.before(i)) == is_blank(text.at(i + count));
    if (count > 3 || count < 2 || !is_even || text.is_address(i) ||
        text.style(i).quotes == text::Quotes::Straight) {
      continue;
    }
    text.replace(i, count == 2 ? kEnDash : kEmDash);
    for (std::size_t k = 1; k < count; ++k) text.remove(i + k);
  }
}

}  // namespace handbill::document
