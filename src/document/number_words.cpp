// SPDX-License-Identifier: MIT
#include "document/number_words.h"

#include <algorithm>
#include <array>

#include "base/spaces.h"
#include "document/typed_text.h"

namespace handbill::document {
namespace {

using std::u32string_view;

/// "in" and "a" would be words too often.
constexpr auto kUnits = std::to_array<u32string_view>(
    {U"%",       U"‰",       U"°",       U"°C",      U"°F",   U"℃",     U"℉",   U"µg",  U"μg",
     U"µl",      U"µL",      U"μL",      U"µm",      U"μm",   U"mcg",   U"ng",  U"mg",  U"g",
     U"kg",      U"MG",      U"KG",      U"ml",      U"mL",   U"ML",    U"dl",  U"dL",  U"cl",
     U"cL",      U"l",       U"L",       U"cc",      U"nm",   U"mm",    U"cm",  U"m",   U"km",
     U"cm²",     U"m²",      U"cm³",     U"m³",      U"mm²",  U"ft",    U"yd",  U"mi",  U"sq",
     U"oz",      U"lb",      U"lbs",     U"gal",     U"qt",   U"pt",    U"fl",  U"h",   U"hr",
     U"hrs",     U"min",     U"s",       U"sec",     U"ms",   U"Hz",    U"kHz", U"MHz", U"W",
     U"kW",      U"V",       U"J",       U"kJ",      U"cal",  U"kcal",  U"Pa",  U"kPa", U"mmHg",
     U"dB",      U"bpm",     U"mph",     U"rpm",     U"mol",  U"mmol",  U"mEq", U"U",   U"mU",
     U"IU",      U"IE",      U"UI",      U"$",       U"€",    U"£",     U"¥",   U"₪",   U"EUR",
     U"USD",     U"CHF",     U"kr",      U"zł",      U"Kč",   U"руб",   U"am",  U"pm",  U"a.m",
     U"p.m",     U"AM",      U"PM",      U"A.M",     U"P.M",  U"Am",    U"Pm",  U"Uhr", U"percent",
     U"million", U"billion", U"o’clock", U"o'clock", U"мг",   U"мл",    U"кг",  U"г",   U"мм",
     U"см",      U"км",      U"ч",       U"мин",     U"٪",    U"ملغ",   U"مغ",  U"مجم", U"مل",
     U"كجم",     U"كغ",      U"غ",       U"سم",      U"مم",   U"مئوية", U"מ״ג", U"ק״ג", U"מ״ל",
     U"ס״מ",     U"מ\"ג",    U"ק\"ג",    U"מ\"ל",    U"ס\"מ", U"₪"});

constexpr auto kWithSmaller =
    std::to_array<u32string_view>({U"h", U"hr", U"hrs", U"min", U"ft", U"lb", U"lbs"});

constexpr auto kCurrencies = std::to_array<u32string_view>(
    {U"US$", U"CA$", U"C$", U"A$", U"R$", U"$", U"€", U"£", U"¥", U"₪", U"₹", U"₩", U"₱"});

constexpr auto kExtensions =
    std::to_array<u32string_view>({U"extension", U"Extension", U"extensión", U"Extensión", U"ext.",
                                   U"Ext.", U"ext", U"Ext", U"poste", U"x"});

template <class List>
bool contains(const List& list, u32string_view word) {
  return std::ranges::find(list, word) != list.end();
}

template <class List>
std::size_t size_at_start(const List& list, u32string_view text) {
  const auto found =
      std::ranges::find_if(list, [&](u32string_view word) { return text.starts_with(word); });
  return found == list.end() ? 0 : found->size();
}

}  // namespace

bool is_arabic_digit(char32_t c) { return c >= 0x0660 && c <= 0x0669; }

bool is_any_digit(char32_t c) {
  return is_digit(c) || is_arabic_digit(c) || (c >= 0x06F0 && c <= 0x06F9);
}

bool is_fraction(char32_t c) {
  return (c >= 0x00BC && c <= 0x00BE) || (c >= 0x2150 && c <= 0x215E);
}

bool is_gap(char32_t c) {
  return c == ' ' || c == kNoBreakSpace || c == kNarrowNoBreakSpace || c == 0x2009;
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2013) || c == 0x2212; }

bool is_sign(char32_t c) { return u32string_view(U"+-−±<>≤≥~≈").find(c) != u32string_view::npos; }

bool is_from_right(char32_t c) {
  const bool is_in_block =
      (c >= 0x0590 && c < 0x0900) || (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFEFF);
  return is_in_block && is_letter(c);
}

bool is_latin_letter(char32_t c) {
  return (c < 0x0250 || (c >= 0x1E00 && c < 0x1F00)) && is_letter(c);
}

bool is_counter(char32_t c) {
  constexpr u32string_view kCounters = U"年月日号號时時點点分秒元円圆岁歳歲％년월일시분초원℃";
  return kCounters.find(c) != kCounters.npos;
}

bool is_unit(u32string_view word) {
  const std::size_t per = word.find(U'/');
  if (per == word.npos) return contains(kUnits, word);
  // "$25/month", "beats/min" as well as "mg/kg".
  return per + 1 < word.size() && (per == 0 || contains(kUnits, word.substr(0, per)));
}

bool is_in_units(char32_t c) {
  return is_letter(c) || u32string_view(U"%‰°℃℉µ²³$€£¥₪/·.'’\"״٪").find(c) != u32string_view::npos;
}

bool has_smaller(u32string_view unit) { return contains(kWithSmaller, unit); }

std::size_t currency_size(u32string_view text) { return size_at_start(kCurrencies, text); }

std::size_t extension_size(u32string_view text) { return size_at_start(kExtensions, text); }

}  // namespace handbill::document
