// SPDX-License-Identifier: MIT
#include "text/scripts.h"

#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace handbill::text {
namespace {

constexpr std::uint32_t kHan = iso_tag('H', 'a', 'n', 'i');

bool is_plain_latin(char32_t c) {
  return c < 0x02E6 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2010 && c <= 0x2028) ||
         (c >= 0x202F && c <= 0x205F) || (c >= 0x20A0 && c <= 0x20BF) || c == 0x200B ||
         c == 0x2060 || (c >= 0x2150 && c <= 0x218F) || (c >= 0x2190 && c <= 0x27BF) ||
         c == 0x2116 || c == 0x2122 || c == 0xFFFC;
}

std::uint32_t tag_of(std::string_view code) {
  return code.size() == 4 ? iso_tag(code[0], code[1], code[2], code[3]) : 0;
}

void add_once(std::vector<std::uint32_t>& scripts, std::uint32_t script) {
  const auto at = std::ranges::lower_bound(scripts, script);
  if (at == scripts.end() || *at != script) scripts.insert(at, script);
}

}  // namespace

bool is_decimal_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c > 0x7F && u_isdigit(static_cast<UChar32>(c)) != 0);
}

bool is_plain_latin(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    if (!is_plain_latin(next_code_point(text, at))) return false;
  }
  return true;
}

std::string name_of_script(std::uint32_t script) {
  std::string name;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) {
    name += static_cast<char>(script >> shift & 0xFFU);
  }
  return name;
}

std::string full_name_of_script(std::uint32_t script) {
  const std::string code = name_of_script(script);
  const char* name =
      uscript_getName(static_cast<UScriptCode>(u_getPropertyValueEnum(UCHAR_SCRIPT, code.c_str())));
  std::string words = name != nullptr ? name : code;
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string script_of_language(std::string_view language) {
  if (language == "en" || language.starts_with("en-")) return "Latn";
  std::array<char, ULOC_FULLNAME_CAPACITY> likely{};
  UErrorCode error = U_ZERO_ERROR;
  uloc_addLikelySubtags(std::string(language).c_str(), likely.data(),
                        static_cast<int32_t>(likely.size()), &error);
  std::array<char, ULOC_SCRIPT_CAPACITY> script{};
  if (U_SUCCESS(error)) {
    uloc_getScript(likely.data(), script.data(), static_cast<int32_t>(script.size()), &error);
  }
  const bool is_known = U_SUCCESS(error) && std::string_view(script.data()).size() == 4;
  return is_known ? std::string(script.data()) : "Latn";
}

bool is_right_to_left(std::string_view language) {
  if (language == "en" || language.starts_with("en-")) return false;
  return uloc_isRightToLeft(std::string(language).c_str()) != 0;
}

bool is_joined(std::string_view script) {
  constexpr std::array<std::string_view, 12> kJoined = {"Arab", "Aran", "Syrc", "Nkoo",
                                                        "Mong", "Mand", "Phag", "Rohg",
                                                        "Adlm", "Deva", "Beng", "Guru"};
  return std::ranges::find(kJoined, script) != kJoined.end();
}

std::vector<std::uint32_t> scripts_of(std::string_view text, std::string_view language) {
  std::vector<std::uint32_t> scripts;
  bool is_ascii = true;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    is_ascii = false;
    const char32_t c = next_code_point(text, at);
    if (is_plain_latin(c)) continue;
    if (is_full_width_form(c)) add_once(scripts, kHan);
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &error);
    if (U_FAILURE(error) || script <= USCRIPT_INHERITED || script == USCRIPT_LATIN) continue;
    if (const char* name = uscript_getShortName(script)) add_once(scripts, tag_of(name));
  }
  if (is_ascii) return scripts;
  const std::string code = script_of_language(language);
  constexpr std::array<std::string_view, 4> kWithHan = {"Hans", "Hant", "Jpan", "Kore"};
  if (std::ranges::find(kWithHan, code) != kWithHan.end()) {
    add_once(scripts, kHan);
  } else if (code != "Latn") {
    add_once(scripts, tag_of(code));
  }
  return scripts;
}

std::u32string signs_of(std::string_view text) {
  constexpr unsigned char kFirstByte = 0xE2;  // of U+2000; signs come later
  constexpr char32_t kFirst = 0x2100;
  constexpr std::uint32_t kKinds = U_GC_SO_MASK | U_GC_SM_MASK | U_GC_NO_MASK;
  std::u32string signs;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < kFirstByte) {
      ++at;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    if (c < kFirst || (U_GET_GC_MASK(static_cast<UChar32>(c)) & kKinds) == 0) continue;
    UErrorCode error = U_ZERO_ERROR;
    if (uscript_getScript(static_cast<UChar32>(c), &error) != USCRIPT_COMMON) continue;
    if (signs.find(c) == signs.npos) signs += c;
  }
  return signs;
}

bool covers_script(std::string_view code, std::uint32_t script) {
  const auto is = [script](std::string_view name) { return script == tag_of(name); };
  if (is(code)) return true;
  if (code == "Kore") return is("Hang") || is("Hani");
  if (code == "Jpan") return is("Hani") || is("Hira") || is("Kana");
  if (code != "Hans" && code != "Hant") return false;
  return is("Hani") || is("Bopo") || is("Hira") || is("Kana");
}

}  // namespace handbill::text
