// SPDX-License-Identifier: MIT
#include "content/language_name.h"

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <array>
#include <map>
#include <vector>

#include "base/language_tag.h"
#include "base/nearest.h"
#include "content/locale_text.h"

namespace handbill::content {
namespace {

icu::Locale locale_of(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  auto locale = icu::Locale::forLanguageTag(std::string(tag).c_str(), status);
  return U_SUCCESS(status) ? locale : icu::Locale::getRoot();
}

std::string name_in(std::string_view tag, const icu::Locale& in) {
  const icu::Locale locale = locale_of(tag);
  icu::UnicodeString name;
  locale.getDisplayName(in, name);
  std::string text;
  name.toUTF8String(text);
  return text.empty() ? std::string(tag) : text;
}

/// Languages of ISO 639 with two letters, and those with three that clinics write in.
std::vector<std::string> languages() {
  constexpr std::array<std::string_view, 4> kMore = {"fil", "haw", "hmn", "chr"};
  std::vector<std::string> all(kMore.begin(), kMore.end());
  for (const char* const* each = uloc_getISOLanguages(); *each != nullptr; ++each) {
    const std::string tag = *each;
    if (tag.size() == 2) all.push_back(tag);
  }
  return all;
}

}  // namespace

std::string language_name(std::string_view tag) { return name_in(tag, icu::Locale::getEnglish()); }

std::string own_language_name(std::string_view tag) { return name_in(tag, locale_of(tag)); }

std::optional<std::string> known_language(std::string_view tag) {
  const std::string text(tag);
  std::array<char, 64> locale{};
  std::int32_t parsed = 0;
  UErrorCode status = U_ZERO_ERROR;
  uloc_forLanguageTag(text.c_str(), locale.data(), static_cast<std::int32_t>(locale.size()),
                      &parsed, &status);
  if (U_FAILURE(status) || parsed != static_cast<std::int32_t>(text.size())) return std::nullopt;
  if (*uloc_getISO3Language(locale.data()) == '\0') return std::nullopt;
  // ICU gives some other tags for those of today, and "fil" for "tl".
  std::string best = locale_of(tag).toLanguageTag<std::string>(status);
  const std::string primary(primary_language(fold_case(text)));
  const std::size_t end = std::min(best.find('-'), best.size());
  return U_SUCCESS(status) ? std::optional(primary + best.substr(end)) : std::nullopt;
}

std::optional<std::string> meant_language(std::string_view word) {
  const std::string wanted = fold_case(word);
  std::map<std::string, std::string> tags;  // by name
  for (const std::string& tag : languages()) {
    tags.emplace(fold_case(language_name(tag)), tag);
    tags.emplace(fold_case(own_language_name(tag)), tag);
  }
  if (const auto named = tags.find(wanted); named != tags.end()) return named->second;
  std::vector<std::string> names;
  for (const auto& [name, tag] : tags) names.push_back(name);
  if (const auto near = nearest(wanted, names)) return tags.at(*near);
  // "sp" and "spa" begin the name.
  constexpr std::size_t kShortest = 2;
  for (const auto& [name, tag] : tags) {
    if (wanted.size() >= kShortest && name.starts_with(wanted)) return tag;
  }
  return std::nullopt;
}

bool is_right_to_left(std::string_view tag) { return locale_of(tag).isRightToLeft() != 0; }

}  // namespace handbill::content
