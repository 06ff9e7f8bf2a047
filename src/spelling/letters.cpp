// SPDX-License-Identifier: MIT
#include "spelling/letters.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <array>

#include "base/utf8.h"

namespace handbill::spelling {
namespace {

UChar32 of(char32_t letter) { return static_cast<UChar32>(letter); }

char32_t small(char32_t letter) {
  if (letter < 0x80) return letter >= 'A' && letter <= 'Z' ? letter | 0x20U : letter;
  return static_cast<char32_t>(u_tolower(of(letter)));
}
char32_t capital(char32_t letter) { return static_cast<char32_t>(u_toupper(of(letter))); }
bool is_capital(char32_t letter) { return small(letter) != letter; }
bool is_small(char32_t letter) { return capital(letter) != letter; }

template <typename Change>
std::string changed(std::string_view word, const Change& change) {
  std::string result;
  for (std::size_t at = 0; at < word.size();)
    append_utf8(result, change(next_code_point(word, at)));
  return result;
}

}  // namespace

Casing casing_of(std::string_view word) {
  std::size_t capitals = 0, smalls = 0;
  bool is_first_capital = false;
  for (std::size_t at = 0; at < word.size();) {
    const bool is_first = at == 0;
    const char32_t letter = next_code_point(word, at);
    if (is_capital(letter)) {
      ++capitals;
      is_first_capital = is_first_capital || is_first;
    } else if (is_small(letter)) {
      ++smalls;
    }
  }
  if (capitals == 0) return Casing::Small;
  if (capitals == 1 && is_first_capital) return Casing::Capital;
  return smalls == 0 ? Casing::Capitals : Casing::Mixed;
}

std::string in_small_letters(std::string_view word) { return changed(word, small); }

std::string in_capitals(std::string_view word) { return changed(word, capital); }

std::string with_capital(std::string_view word) {
  std::size_t at = 0;
  std::string result;
  if (!word.empty()) append_utf8(result, capital(next_code_point(word, at)));
  return result += word.substr(at);
}

std::string cased_like(std::string_view like, std::string word) {
  switch (casing_of(like)) {
    case Casing::Capitals:
      return in_capitals(word);
    case Casing::Capital:
      return with_capital(word);
    case Casing::Small:
    case Casing::Mixed:
      break;
  }
  return word;
}

std::string with_plain_signs(std::string_view word) {
  return changed(word, [](char32_t sign) {
    if (sign == U'’' || sign == U'ʼ') return U'\'';
    return sign == U'‐' || sign == U'‑' ? U'-' : sign;
  });
}

std::string without_stress(std::string_view word) {
  return changed(word, [](char32_t letter) -> char32_t {
    switch (letter) {
      case U'á':
        return 'a';
      case U'é':
        return 'e';
      case U'í':
        return 'i';
      case U'ó':
        return 'o';
      case U'ú':
        return 'u';
      default:
        return letter;
    }
  });
}

std::string in_form_c(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* const form = unorm2_getNFCInstance(&error);
  std::u16string wide(text.size(), u'\0');  // no text has more units than bytes
  int32_t size = 0;
  u_strFromUTF8(wide.data(), static_cast<int32_t>(wide.size()), &size, text.data(),
                static_cast<int32_t>(text.size()), &error);
  wide.resize(static_cast<std::size_t>(size));
  std::u16string made(wide.size() * 3 + 1, u'\0');
  size = unorm2_normalize(form, wide.data(), static_cast<int32_t>(wide.size()), made.data(),
                          static_cast<int32_t>(made.size()), &error);
  if (U_FAILURE(error) != 0) return std::string(text);
  std::string result(static_cast<std::size_t>(size) * 3, '\0');
  int32_t bytes = 0;
  u_strToUTF8(result.data(), static_cast<int32_t>(result.size()), &bytes, made.data(), size,
              &error);
  result.resize(static_cast<std::size_t>(bytes));
  return U_FAILURE(error) != 0 ? std::string(text) : result;
}

char32_t base_letter(char32_t letter) {
  letter = small(letter);
  if (letter < 0x80) return letter;
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* const parts = unorm2_getNFDInstance(&error);
  std::array<UChar, 8> made{};
  const int32_t size =
      U_FAILURE(error) != 0
          ? 0
          : unorm2_getDecomposition(parts, of(letter), made.data(), made.size(), &error);
  return size > 0 ? static_cast<char32_t>(made[0]) : letter;
}

}  // namespace handbill::spelling
