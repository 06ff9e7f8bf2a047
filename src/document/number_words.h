// SPDX-License-Identifier: MIT
// The signs and short words that numbers are written with.
#pragma once

#include <cstddef>
#include <string_view>

namespace handbill::document {

bool is_any_digit(char32_t c);     ///< 0 to 9, and those of Arabic and Persian
bool is_arabic_digit(char32_t c);  ///< U+0660 to U+0669
bool is_fraction(char32_t c);      ///< one half
bool is_gap(char32_t c);           ///< a space that may stand inside a number
bool is_dash(char32_t c);          ///< that joins two numbers, or groups of one
bool is_sign(char32_t c);          ///< plus, less than, about
bool is_from_right(char32_t c);    ///< a letter of a script from right to left
bool is_latin_letter(char32_t c);
/// 年, 月, 시: stands behind its number without a space.
bool is_counter(char32_t c);

/// "mg", "mg/kg", "°F", "%", "a.m."
bool is_unit(std::u32string_view word);
/// Letters and signs that units are made of.
bool is_in_units(char32_t c);
/// A unit that a smaller one may follow: 5 ft 10 in, 8 h 30.
bool has_smaller(std::u32string_view unit);
/// How much of the start of `text` is the sign of a currency; 0: nothing.
std::size_t currency_size(std::u32string_view text);
/// How much of the start of `text` announces an extension: "ext."; 0: nothing.
std::size_t extension_size(std::u32string_view text);

}  // namespace handbill::document
