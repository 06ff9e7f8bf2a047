// SPDX-License-Identifier: MIT
#include "text/coverage.h"

#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>

namespace handbill::text {
namespace {

/// A handful of borrowed letters is no script.
constexpr int kFewestLetters = 20;

// The languages a clinic's visitors are likely to read.
constexpr auto kLanguages = std::to_array<const char*>(
    {"am", "ar", "bg",  "bn", "bs", "ca", "cs", "cy", "da",  "de", "el", "en", "es", "et", "eu",
     "fa", "fi", "fil", "fr", "ga", "gl", "gu", "ha", "haw", "he", "hi", "hr", "hu", "hy", "id",
     "is", "it", "ja",  "ka", "km", "kn", "ko", "lo", "lt",  "lv", "mk", "ml", "mr", "mt", "my",
     "nb", "ne", "nl",  "pa", "pl", "ps", "pt", "ro", "ru",  "sk", "sl", "so", "sq", "sr", "sv",
     "sw", "ta", "te",  "th", "ti", "tr", "uk", "ur", "vi",  "yo", "yi", "zh"});

struct LocaleDataClose {
  void operator()(ULocaleData* data) const { ulocdata_close(data); }
};
struct SetClose {
  void operator()(USet* set) const { uset_close(set); }
};
using SetPtr = std::unique_ptr<USet, SetClose>;

/// What is wanted and not among `characters`, which are in ascending order.
std::u32string lacking(std::u32string_view characters, const USet* wanted) {
  std::u32string result;
  const int32_t count = uset_getItemCount(wanted);
  for (int32_t i = 0; i < count; ++i) {
    UChar32 first = 0, last = 0;
    UErrorCode error = U_ZERO_ERROR;
    // Longer than a code point: a digraph, whose letters are in the set as well.
    if (uset_getItem(wanted, i, &first, &last, nullptr, 0, &error) != 0) continue;
    for (UChar32 c = first; c <= last; ++c) {
      if (u_charType(c) == U_NON_SPACING_MARK) continue;  // most letters come with it
      if (std::ranges::binary_search(characters, static_cast<char32_t>(c))) continue;
      result += static_cast<char32_t>(c);
    }
  }
  return result;
}

/// Null: nobody knows the letters of the language.
SetPtr letters_of(const char* language) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<ULocaleData, LocaleDataClose> data(ulocdata_open(language, &error));
  if (U_FAILURE(error) != 0) return nullptr;
  SetPtr letters(ulocdata_getExemplarSet(data.get(), nullptr, 0, ULOCDATA_ES_STANDARD, &error));
  return U_SUCCESS(error) && uset_getItemCount(letters.get()) > 0 ? std::move(letters) : nullptr;
}

bool can_write(std::u32string_view characters, const char* language) {
  const SetPtr letters = letters_of(language);
  return letters && lacking(characters, letters.get()).empty();
}

}  // namespace

std::vector<std::string> scripts_of(std::u32string_view characters) {
  std::map<UScriptCode, int> letters;
  for (const char32_t c : characters) {
    UErrorCode error = U_ZERO_ERROR;
    const auto character = static_cast<UChar32>(c);
    const UScriptCode script = uscript_getScript(character, &error);
    if (u_isalpha(character) != 0 && script > USCRIPT_INHERITED) ++letters[script];
  }
  std::vector<std::pair<int, std::string>> found;
  for (const auto& [script, count] : letters) {
    if (count >= kFewestLetters) found.emplace_back(-count, uscript_getName(script));
  }
  std::ranges::sort(found);
  std::vector<std::string> names;
  for (auto& [count, name] : found) {
    std::ranges::replace(name, '_', ' ');
    names.push_back(std::move(name));
  }
  return names;
}

std::u32string missing_letters(std::u32string_view characters, const std::string& language) {
  const SetPtr letters = letters_of(language.c_str());
  return letters ? lacking(characters, letters.get()) : std::u32string();
}

std::vector<std::string> languages_of(std::u32string_view characters) {
  std::vector<std::string> found;
  for (const char* language : kLanguages) {
    if (can_write(characters, language)) found.emplace_back(language);
  }
  return found;
}

}  // namespace handbill::text
