// SPDX-License-Identifier: MIT
#include "document/kept_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "document/prepare_text.h"
#include "text/hyphenate.h"

namespace handbill::document {
namespace {

using std::u32string_view;

template <class List>
bool is_one_of(const List& list, u32string_view word) {
  return std::ranges::find(list, word) != list.end();
}

std::u32string in_lower_case(u32string_view word) {
  std::u32string result;
  for (const char32_t c : word) result += text::lower_case(c);
  return result;
}

/// Signs and words that stay with the number after them, in lower case.
constexpr auto kBeforeNumbers = std::to_array<u32string_view>(
    {// signs and short words
     U"§", U"§§", U"¶", U"№", U"#", U"×", U"chf", U"eur", U"usd", U"n°", U"nº", U"n.º", U"no.",
     U"nos.", U"nr.", U"núm.", U"art.", U"abs.", U"p.", U"pp.", U"pág.", U"págs.", U"s.", U"fig.",
     U"figs.", U"abb.", U"tab.", U"vol.", U"bd.", U"ch.", U"kap.", U"cap.", U"sec.", U"ste.",
     U"ste", U"apt.", U"apt", U"apto.", U"rm.", U"rm", U"bldg.", U"bldg", U"fl.", U"tel.", U"tél.",
     U"ph.", U"fax", U"ca.", U"c.", U"ext.", U"ext", U"x", U"стр.", U"рис.", U"д.", U"кв.",
     // English
     U"suite", U"unit", U"room", U"floor", U"building", U"box", U"lot", U"type", U"grade", U"stage",
     U"phase", U"class", U"step", U"day", U"week", U"level", U"part", U"page", U"pages", U"figure",
     U"table", U"chapter", U"section", U"version", U"number", U"route", U"highway", U"exit",
     U"gate", U"group",
     // Spanish, Portuguese, French, German
     U"piso", U"oficina", U"sala", U"calle", U"día", U"semana", U"tipo", U"paso", U"página",
     U"figura", U"tabla", U"número", U"fase", U"grado", U"nivel", U"étage", U"étape", U"jour",
     U"semaine", U"numéro", U"stufe", U"tag", U"woche", U"raum", U"seite", U"schritt", U"typ",
     U"zimmer", U"nummer",
     // Vietnamese, Haitian, Russian, Arabic, Persian, Urdu, Hebrew
     U"số", U"phòng", U"ngày", U"tuần", U"bước", U"etap", U"nimewo", U"номер", U"шаг", U"رقم",
     U"جناح", U"الطابق", U"الجناح", U"شماره", U"نمبر", U"מספר", U"מס׳", U"חדר", U"קומה"});

/// Titles that stay with the name after them.
constexpr auto kBeforeNames = std::to_array<u32string_view>(
    {U"Dr.", U"Drs.", U"Mr.",  U"Mrs.",  U"Ms.",  U"Mx.",  U"Prof.", U"St.",  U"Ste.",  U"Mt.",
     U"Dr",  U"Mr",   U"Mrs",  U"Ms",    U"Prof", U"Dra.", U"Sr.",   U"Sra.", U"Srta.", U"D.",
     U"Hr.", U"Fr.",  U"Mag.", U"Dipl.", U"M.",   U"MM.",  U"Mme",   U"Mlle", U"Me"});

/// What stays with the name before it.
constexpr auto kAfterNames = std::to_array<u32string_view>(
    {U"Jr.",  U"Sr.",  U"Jr",  U"Sr",  U"M.D.", U"D.O.", U"Ph.D.", U"PhD",  U"R.N.", U"RN",
     U"N.P.", U"PA-C", U"DDS", U"DMD", U"DVM",  U"Esq.", U"LLC",   U"Inc.", U"Ltd.", U"P.C."});

/// Pairs that are one word with a space in it.
struct Pair {
  u32string_view before, after;
};
constexpr auto kPairs = std::to_array<Pair>({{U"Ph.", U"D."},
                                             {U"B.", U"Sc."},
                                             {U"M.", U"Sc."},
                                             {U"M.", U"Ed."},
                                             {U"P.O.", U"Box"},
                                             {U"PO", U"Box"},
                                             {U"P.", U"O."},
                                             {U"O.", U"Box"}});

constexpr auto kStreets = std::to_array<u32string_view>(
    {U"Ave",  U"Ave.",   U"Avenue",  U"St",        U"St.",     U"Street", U"Rd",   U"Rd.",
     U"Road", U"Blvd",   U"Blvd.",   U"Boulevard", U"Ln",      U"Ln.",    U"Lane", U"Dr",
     U"Dr.",  U"Drive",  U"Ct",      U"Ct.",       U"Court",   U"Pl",     U"Pl.",  U"Place",
     U"Pkwy", U"Pkwy.",  U"Parkway", U"Hwy",       U"Hwy.",    U"Way",    U"Pike", U"Sq",
     U"Sq.",  U"Square", U"Ter",     U"Ter.",      U"Terrace", U"Cir",    U"Cir.", U"Circle"});

/// Of one letter, in languages whose rules let none stand at the end of a line.
struct Prepositions {
  std::string_view language;
  u32string_view letters;
};
constexpr auto kPrepositions = std::to_array<Prepositions>({{"cs", U"aikosuvzAIKOSUVZ"},
                                                            {"sk", U"aikosuvzAIKOSUVZ"},
                                                            {"pl", U"aiouwzAIOUWZ"},
                                                            {"ru", U"авикосуяАВИКОСУЯ"},
                                                            {"uk", U"авзійоуяєАВЗІЙОУЯЄ"},
                                                            {"en", U"I"}});

/// "SPF", "MD"
bool is_acronym(u32string_view word) {
  return word.size() >= 2 && word.size() <= 5 && std::ranges::all_of(word, is_capital);
}

/// "II", "IV"; a lone "I" is a word too.
bool is_roman_number(u32string_view word) {
  return !word.empty() && word.size() <= 5 && word.find_first_not_of(U"IVX") == word.npos;
}

/// "J." of "J. R. Smith"
bool is_initial(u32string_view word) {
  return word.size() == 2 && word[1] == '.' && is_capital(word[0]) && word[0] != 'I';
}

}  // namespace

u32string_view without_leading_signs(u32string_view word) {
  constexpr u32string_view kSigns = U"([{\"'‘‚“„«‹\u2066\u2067\u2068";
  while (!word.empty() && kSigns.find(word.front()) != kSigns.npos) word.remove_prefix(1);
  return word;
}

u32string_view without_trailing_signs(u32string_view word) {
  constexpr u32string_view kSigns = U",;:!?)]}\"'’“”»›…\u2069";
  while (!word.empty() && kSigns.find(word.back()) != kSigns.npos) word.remove_suffix(1);
  return word;
}

bool stays_with_number(u32string_view word) {
  word = without_leading_signs(word);
  return is_acronym(word) || is_one_of(kBeforeNumbers, in_lower_case(word));
}

bool stays_with_word(u32string_view before, u32string_view after) {
  const u32string_view word = without_leading_signs(before);
  const u32string_view next = without_trailing_signs(after);
  if (word.empty() || next.empty()) return false;
  if (is_capital(next.front()) && (is_one_of(kBeforeNames, word) || is_initial(word))) return true;
  const bool is_pair = std::ranges::any_of(
      kPairs, [&](const Pair& pair) { return word == pair.before && next == pair.after; });
  const u32string_view name = without_trailing_signs(word);
  const bool is_name = !name.empty() && is_capital(name.front());
  if (is_pair || (is_name && is_one_of(kAfterNames, next))) return true;
  const u32string_view sign = next.ends_with(U'.') ? next.substr(0, next.size() - 1) : next;
  if (is_roman_number(sign) && stays_with_number(word)) return true;
  // From here on a mark would end what the word says.
  if (!is_letter(before.back()) || sign == U"I") return false;
  return (is_roman_number(sign) && is_name) || (sign.size() == 1 && is_capital(sign[0]));
}

bool ends_no_line(u32string_view word, std::string_view language) {
  if (word.size() != 1) return false;
  return std::ranges::any_of(kPrepositions, [&](const Prepositions& each) {
    return is_language(language, each.language) && each.letters.find(word[0]) != word.npos;
  });
}

bool is_kind_of_street(u32string_view word) { return is_one_of(kStreets, word); }

}  // namespace handbill::document
