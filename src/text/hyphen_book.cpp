// SPDX-License-Identifier: MIT
#include "text/hyphen_book.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/installed.h"

namespace handbill::text {
namespace {

struct Tag {
  std::string language;
  std::string region;  ///< the likely one where none is written
};

Tag read_tag(std::string_view language) {
  std::array<char, ULOC_FULLNAME_CAPACITY> locale{};
  std::array<char, ULOC_FULLNAME_CAPACITY> full{};
  std::array<char, ULOC_LANG_CAPACITY> name{};
  std::array<char, ULOC_COUNTRY_CAPACITY> region{};
  UErrorCode error = U_ZERO_ERROR;
  uloc_forLanguageTag(std::string(language).c_str(), locale.data(),
                      static_cast<int32_t>(locale.size()), nullptr, &error);
  uloc_addLikelySubtags(locale.data(), full.data(), static_cast<int32_t>(full.size()), &error);
  uloc_getLanguage(full.data(), name.data(), static_cast<int32_t>(name.size()), &error);
  uloc_getCountry(full.data(), region.data(), static_cast<int32_t>(region.size()), &error);
  if (U_FAILURE(error) != 0) return {};
  Tag tag{name.data(), region.data()};
  // Dictionaries know Norwegian by one name.
  if (tag.language == "no") tag.language = "nb";
  return tag;
}

/// Written as in the United States, not as in Britain.
bool has_american_spelling(const std::string& region) {
  return region.empty() || region == "US" || region == "CA" || region == "PH" || region == "PR";
}

/// Regions whose spelling stands for the language elsewhere.
std::vector<std::string> other_regions(const Tag& tag) {
  if (tag.language == "en") {
    if (has_american_spelling(tag.region)) return {"US", "GB"};
    return {"GB", "US"};
  }
  if (tag.language == "pt")
    return tag.region == "BR" ? std::vector<std::string>{"BR"} : std::vector<std::string>{"PT"};
  if (tag.language == "bn") return {"IN"};
  const std::string likely = read_tag(tag.language).region;
  return likely.empty() ? std::vector<std::string>{} : std::vector<std::string>{likely};
}

// Debian 12, hyphen-*: named by language.
constexpr auto kPackages = std::to_array<std::string_view>(
    {"af", "as", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "es", "fr", "gl", "gu",
     "hi", "hr", "hu", "id", "is", "it", "kn", "lt", "lv", "ml", "mn", "mr", "nl", "or",
     "pa", "pl", "ro", "ru", "sk", "sl", "sr", "sv", "ta", "te", "uk", "zu"});

/// Thai lines end between words or syllables and show no hyphen there; there are patterns, for
/// programs that show none.
bool has_no_hyphens(const Tag& tag) { return tag.language == "th"; }

/// A file of the machine, wherever a package's link to it leads.
std::optional<std::string> read_machine_file(const std::string& path) {
  std::error_code error;
  const std::filesystem::path real = std::filesystem::canonical(path, error);
  if (error) return std::nullopt;
  return diag::DiskFiles({real.parent_path().string()}).read(real.filename().string()).bytes;
}

}  // namespace

std::vector<std::string> dictionary_names(std::string_view language) {
  const Tag tag = read_tag(language);
  if (tag.language.empty() || has_no_hyphens(tag)) return {};
  std::vector<std::string> names;
  const auto add = [&](const std::string& region) {
    const std::string name = "hyph_" + tag.language + (region.empty() ? "" : "_" + region) + ".dic";
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  };
  if (!tag.region.empty()) add(tag.region);
  for (const std::string& region : other_regions(tag)) add(region);
  add("");
  return names;
}

std::string dictionary_package(std::string_view language) {
  const Tag tag = read_tag(language);
  if (tag.language == "en") {
    return has_american_spelling(tag.region) ? "hyphen-en-us" : "hyphen-en-gb";
  }
  if (tag.language == "pt") return tag.region == "BR" ? "hyphen-pt-br" : "hyphen-pt-pt";
  if (tag.language == "nb" || tag.language == "nn") return "hyphen-no";
  if (std::ranges::find(kPackages, tag.language) == kPackages.end()) return {};
  return "hyphen-" + tag.language;
}

std::vector<std::string> machine_hyphen_folders() { return package_folders("hyphen"); }

std::shared_ptr<const HyphenDictionary> HyphenBook::open(const std::string& language,
                                                         const diag::FileReader& project) {
  const auto known = by_language_.find(language);
  if (known != by_language_.end()) {
    if (!known->second.own.empty()) project.used_again(known->second.own);
    return known->second.dictionary;
  }
  return by_language_.emplace(language, find(language, project)).first->second.dictionary;
}

HyphenBook::Found HyphenBook::find(std::string_view language, const diag::FileReader& project) {
  const auto open_by = [&](const auto& read,
                           const std::string& path) -> std::shared_ptr<const HyphenDictionary> {
    if (const auto known = by_path_.find(path); known != by_path_.end()) return known->second;
    auto bytes = read(path);
    if (!bytes) return nullptr;
    auto made = std::make_shared<const HyphenDictionary>(std::move(*bytes));
    return by_path_.emplace(path, std::move(made)).first->second;
  };
  const auto read_own = [&](const std::string& path) { return project.read(path).bytes; };
  const std::vector<std::string> names = dictionary_names(language);
  for (const std::string& name : names) {
    const std::string own = "hyphenation/" + name;
    if (auto found = open_by(read_own, own)) return {std::move(found), own};
  }
  for (const std::string& folder : machine_folders_) {
    for (const std::string& name : names) {
      if (auto found = open_by(read_machine_file, folder + "/" + name))
        return {std::move(found), {}};
    }
  }
  return {};
}

}  // namespace handbill::text
