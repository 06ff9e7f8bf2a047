// SPDX-License-Identifier: MIT
// Writing systems: what a text and a language are written in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::text {

/// An ISO 15924 tag as HarfBuzz packs it.
constexpr std::uint32_t iso_tag(char a, char b, char c, char d) {
  return static_cast<std::uint32_t>(a) << 24U | static_cast<std::uint32_t>(b) << 16U |
         static_cast<std::uint32_t>(c) << 8U | static_cast<std::uint32_t>(d);
}

/// "Arab"
std::string name_of_script(std::uint32_t script);
/// "Arabic"
std::string full_name_of_script(std::uint32_t script);

/// "Arab" of "ar", "Hans" of "zh", "Latn" of what is not known.
std::string script_of_language(std::string_view language);
bool is_right_to_left(std::string_view language);
/// Letters of the script are joined, or hang from a line: spacing would tear them apart.
bool is_joined(std::string_view script);

/// Scripts whose letters fill squares: Han, kana, bopomofo.
constexpr bool is_ideographic(std::uint32_t script) {
  return script == iso_tag('H', 'a', 'n', 'i') || script == iso_tag('H', 'i', 'r', 'a') ||
         script == iso_tag('K', 'a', 'n', 'a') || script == iso_tag('B', 'o', 'p', 'o');
}

/// Scripts that put no space between words, so that justified lines spread their clusters.
constexpr bool is_spaced_by_clusters(std::uint32_t script) {
  return script == iso_tag('T', 'h', 'a', 'i') || script == iso_tag('L', 'a', 'o', 'o') ||
         script == iso_tag('K', 'h', 'm', 'r') || script == iso_tag('M', 'y', 'm', 'r');
}

/// Scripts of the letters of `text`, ascending, and that of its language unless the text is plain
/// Latin. Full-width punctuation counts as Han. Empty: Latin only.
std::vector<std::uint32_t> scripts_of(std::string_view text, std::string_view language);

/// Signs of text that belong to no script and that fonts of letters seldom have: ✓ ☎ ● ★; each
/// once.
std::u32string signs_of(std::string_view text);

/// What families for signs name in `scripts` (ISO 15924, symbols).
inline constexpr std::uint32_t kSigns = iso_tag('Z', 's', 'y', 'm');

/// True when a font for `code` ("Hans", "Arab") has letters of `script` (Hani, Arab): Hans, Hant,
/// Jpan and Kore are ways of writing with several scripts.
bool covers_script(std::string_view code, std::uint32_t script);

/// U+3000 to U+303F, U+FF00 to U+FFEF: punctuation and forms as wide as an ideograph.
constexpr bool is_full_width_form(char32_t c) {
  return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF);
}

/// Of any script: 0 to 9, ٠ to ٩.
bool is_decimal_digit(char32_t c);

/// True for characters of the Latin script, or of none, that are never right to left.
bool is_plain_latin(std::string_view text);

}  // namespace handbill::text
