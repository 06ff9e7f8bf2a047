// SPDX-License-Identifier: MIT
#include "text/language_tag.h"

#include <unicode/uloc.h>

#include <array>
#include <optional>
#include <string>

namespace handbill::text {
namespace {

using Buffer = std::array<char, ULOC_FULLNAME_CAPACITY>;

std::string script_of_locale(const char* locale) {
  Buffer script{};
  UErrorCode error = U_ZERO_ERROR;
  uloc_getScript(locale, script.data(), static_cast<int32_t>(script.size()), &error);
  return U_SUCCESS(error) ? script.data() : std::string();
}

/// CLDR has locales of it that differ by their script.
bool has_several_scripts(const std::string& language) {
  std::string known;
  for (int32_t i = 0; i < uloc_countAvailable(); ++i) {
    const std::string_view locale = uloc_getAvailable(i);
    if (!locale.starts_with(language + "_")) continue;
    const std::string script = script_of_locale(uloc_getAvailable(i));
    if (script.empty() || script == known) continue;
    if (!known.empty()) return true;
    known = script;
  }
  return false;
}

/// Nothing: ICU knows no such language.
std::optional<std::string> likely_script(const std::string& tag) {
  Buffer locale{}, full{};
  UErrorCode error = U_ZERO_ERROR;
  uloc_forLanguageTag(tag.c_str(), locale.data(), static_cast<int32_t>(locale.size()), nullptr,
                      &error);
  if (!script_of_locale(locale.data()).empty()) return std::nullopt;
  uloc_addLikelySubtags(locale.data(), full.data(), static_cast<int32_t>(full.size()), &error);
  const std::string script = script_of_locale(full.data());
  if (U_FAILURE(error) || script.empty()) return std::nullopt;
  return script;
}

}  // namespace

std::string with_script(std::string_view tag) {
  const std::string whole(tag);
  const std::string language = whole.substr(0, whole.find('-'));
  if (language.size() < 2 || language.size() > 3 || !has_several_scripts(language)) return whole;
  const auto script = likely_script(whole);
  if (!script) return whole;
  return language + '-' + *script + whole.substr(language.size());
}

}  // namespace handbill::text
