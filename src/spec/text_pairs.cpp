// SPDX-License-Identifier: MIT
#include "spec/text_pairs.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "spec/translated_hours.h"

namespace handbill::spec {
namespace {

bool has_letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (u_isalpha(static_cast<UChar32>(next_code_point(text, at))) != 0) return true;
  }
  return false;
}

class Pairing {
 public:
  explicit Pairing(const Translatable& what) : what_(what) {}

  void add(const Value& source, const Value* translation, const std::string& path,
           std::string_view key) {
    if (source.as_table() != nullptr) return add_table(source, translation, path);
    if (source.as_array() != nullptr) return add_list(source, translation, path, key);
    if (source.as_string() == nullptr || !is_text(path, key, *source.as_string())) return;
    const bool has_own = translation != nullptr && translation->as_string() != nullptr;
    found_.push_back({path, &source, has_own ? translation : nullptr});
  }

  std::vector<TextPair> take() { return std::move(found_); }

 private:
  bool is_of_hours(std::string_view path) const {
    const FactSpec* fact = fact_over(what_.facts, without_numbers(path));
    return fact != nullptr && fact->type == "hours";
  }

  bool is_text(const std::string& path, std::string_view key, std::string_view text) const {
    if (!has_letters(text) || what_.file_keys.contains(key)) return false;
    const FactSpec* fact = fact_over(what_.facts, without_numbers(path));
    if (fact == nullptr || fact->type == "text") return true;
    return fact->type == "hours" && path != fact->path && (key == "name" || key == "note");
  }

  /// A table of the file that each language has of its own.
  static bool is_of_language(std::string_view key) {
    constexpr std::array<std::string_view, 3> kOwn = {"revision", "abbreviations", "notice"};
    return std::ranges::find(kOwn, key) != kOwn.end();
  }

  void add_table(const Value& source, const Value* translation, const std::string& path) {
    if (source.find("blank") != nullptr) return;
    for (const Entry& entry : *source.as_table()) {
      if (entry.key.empty() || (path.empty() && is_of_language(entry.key))) continue;
      const Value* own = translation != nullptr ? translation->find(entry.key) : nullptr;
      add(entry.value, own, path.empty() ? entry.key : path + "." + entry.key, entry.key);
    }
  }

  /// Of lists of another length nobody knows which entry is which, which is told elsewhere.
  void add_list(const Value& source, const Value* translation, const std::string& path,
                std::string_view key) {
    const Value::Array* ours = translation != nullptr ? translation->as_array() : nullptr;
    const Value::Array& theirs = *source.as_array();
    for (std::size_t i = 0; i < theirs.size(); ++i) {
      const std::string day = is_of_hours(path) ? first_day(theirs[i]) : "";
      const Value* own = nullptr;
      if (ours != nullptr && !day.empty()) own = same_dates(*ours, theirs[i]);
      const bool are_alike = ours != nullptr && ours->size() == theirs.size();
      if (are_alike && day.empty()) own = &(*ours)[i];
      add(theirs[i], own, path + "." + (day.empty() ? std::to_string(i) : day), key);
    }
  }

  const Translatable& what_;
  std::vector<TextPair> found_{};
};

bool names_file(std::string_view text) {
  constexpr std::array<std::string_view, 5> kEndings = {".svg", ".png", ".jpg", ".jpeg", ".pdf"};
  return std::ranges::any_of(kEndings, [&](std::string_view each) { return text.ends_with(each); });
}

/// "icon" of "{step.icon | lower}", which begins at `at`.
std::string_view key_at(std::string_view text, std::size_t at) {
  std::string_view path = text.substr(at + 1, text.find_first_of("} |\n", at) - at - 1);
  return path.substr(path.rfind('.') + 1);
}

void add_keys(std::string_view text, std::set<std::string, std::less<>>& keys) {
  for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
    const std::size_t end = text.find_first_of("\")'\n", at);
    if (end == text.npos || !names_file(text.substr(at, end - at))) continue;
    keys.emplace(key_at(text, at));
  }
}

}  // namespace

std::set<std::string, std::less<>> keys_of_files(const diag::SourceMap& sources) {
  std::set<std::string, std::less<>> keys;
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    const diag::FileId file{i};
    if (sources.name(file).starts_with("layouts/")) add_keys(sources.text(file), keys);
  }
  return keys;
}

std::vector<TextPair> text_pairs(const Value& original, const Value* translation,
                                 const Translatable& what) {
  Pairing pairing(what);
  pairing.add(original, translation, "", "");
  return pairing.take();
}

}  // namespace handbill::spec
