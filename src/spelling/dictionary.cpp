// SPDX-License-Identifier: MIT
#include "spelling/dictionary.h"

#include <sys/stat.h>
#include <unicode/uloc.h>

#include <array>
#include <charconv>
#include <filesystem>
#include <utility>

#include "base/content_hash.h"
#include "spelling/hunspell_module/hunspell_module.h"

namespace handbill::spelling {
namespace fs = std::filesystem;
namespace {

constexpr ModuleName kModule = {"handbill_spelling.so", "looks words up", "Hunspell",
                                HANDBILL_VERSION};

std::string state_of(const std::string& file) {
  struct stat info {};
  if (::stat(file.c_str(), &info) != 0) return {};
  return file + ' ' + std::to_string(info.st_ino) + ' ' + std::to_string(info.st_size) + ' ' +
         std::to_string(info.st_mtim.tv_sec) + ' ' + std::to_string(info.st_mtim.tv_nsec);
}

std::uint64_t key_of(std::string_view word) { return content_hash(word)[0]; }

std::string line_of(const std::string& state, std::uint64_t key, bool is_known) {
  const std::string fields = std::to_string(key) + (is_known ? " 1 " : " 0 ");
  return fields + content_hash_hex(HANDBILL_VERSION "\n" + state + '\n' + fields);
}

std::string locale_of(std::string_view language) {
  std::array<char, ULOC_FULLNAME_CAPACITY> locale{}, full{};
  UErrorCode error = U_ZERO_ERROR;
  uloc_forLanguageTag(std::string(language).c_str(), locale.data(), locale.size(), nullptr, &error);
  uloc_addLikelySubtags(locale.data(), full.data(), full.size(), &error);
  return U_FAILURE(error) != 0 ? std::string() : full.data();
}

/// "ar_Arab_EG" -> "ar", "EG".
std::pair<std::string, std::string> name_and_region(const std::string& locale) {
  std::array<char, ULOC_LANG_CAPACITY> name{};
  std::array<char, ULOC_COUNTRY_CAPACITY> region{};
  UErrorCode error = U_ZERO_ERROR;
  uloc_getLanguage(locale.c_str(), name.data(), name.size(), &error);
  uloc_getCountry(locale.c_str(), region.data(), region.size(), &error);
  return {name.data(), region.data()};
}

}  // namespace

Dictionary::Dictionary(std::string path, std::vector<std::string> module_folders)
    : path_(std::move(path)),
      state_(state_of(path_ + ".aff") + '\n' + state_of(path_ + ".dic")),
      module_folders_(std::move(module_folders)) {}

bool Dictionary::is_open() {
  if (std::exchange(was_tried_, true)) return opened_ != nullptr;
  module_ = open_module(kModule, module_folders_);
  auto* const open =
      module_.function<decltype(handbill_open_dictionary)>("handbill_open_dictionary");
  if (open != nullptr) opened_ = open((path_ + ".aff").c_str(), (path_ + ".dic").c_str());
  return opened_ != nullptr;
}

std::optional<bool> Dictionary::knows(std::string_view word) {
  const std::uint64_t key = key_of(word);
  const auto remembered = verdicts_.find(key);
  if (remembered != verdicts_.end()) return remembered->second;
  if (!is_open()) return std::nullopt;
  auto* const ask = module_.function<decltype(handbill_knows_word)>("handbill_knows_word");
  if (ask == nullptr) return std::nullopt;
  const bool is_known = ask(opened_, std::string(word).c_str()) != 0;
  verdicts_.emplace(key, is_known);
  has_news_ = true;
  return is_known;
}

std::vector<std::string> Dictionary::suggestions(std::string_view word, std::size_t most) {
  std::vector<std::string> found;
  if (!is_open()) return found;
  auto* const ask = module_.function<decltype(handbill_suggest_words)>("handbill_suggest_words");
  const auto take = [](void* into, const char* each) {
    static_cast<std::vector<std::string>*>(into)->emplace_back(each);
  };
  if (ask != nullptr) ask(opened_, std::string(word).c_str(), &found, take);
  if (found.size() > most) found.resize(most);
  return found;
}

void Dictionary::recall(std::string_view kept) {
  while (!kept.empty() && verdicts_.size() < kMostKept) {
    const std::size_t end = std::min(kept.find('\n'), kept.size());
    const std::string_view line = kept.substr(0, end);
    kept.remove_prefix(std::min(end + 1, kept.size()));
    std::uint64_t key = 0;
    const auto read = std::from_chars(line.data(), line.data() + line.size(), key);
    const auto digits = static_cast<std::size_t>(read.ptr - line.data());
    if (read.ec != std::errc() || line.size() < digits + 2) continue;
    const bool is_known = line[digits + 1] == '1';
    if (line_of(state_, key, is_known) == line) verdicts_.emplace(key, is_known);
  }
}

std::string Dictionary::verdicts() const {
  std::string kept;
  if (verdicts_.size() > kMostKept) return kept;
  for (const auto& [key, is_known] : verdicts_) kept += line_of(state_, key, is_known) + '\n';
  return kept;
}

std::optional<std::string> find_dictionary(std::string_view language,
                                           const std::vector<std::string>& folders) {
  const auto [name, region] = name_and_region(locale_of(language));
  if (name.empty()) return std::nullopt;
  const std::string likely = name_and_region(locale_of(name)).second;
  for (const std::string& folder : folders) {
    for (const std::string& each : {name + "_" + region, name, name + "_" + likely}) {
      const std::string path = folder + "/" + each;
      std::error_code error;
      if (fs::exists(path + ".aff", error) && fs::exists(path + ".dic", error)) return path;
    }
  }
  return std::nullopt;
}

}  // namespace handbill::spelling
