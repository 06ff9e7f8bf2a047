// SPDX-License-Identifier: MIT
#include "records/noted.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "manifest/sha256.h"

namespace handbill::records {
namespace {

constexpr std::string_view kIs = " = ";
constexpr std::size_t kDigits = 16;

std::string digest(std::string_view text) { return manifest::sha256(text).substr(0, kDigits); }

/// Frames may have any name: what parts a line stands in it once.
std::string as_key(std::string key) {
  for (std::size_t at = 0; (at = key.find(kIs, at)) != key.npos;) key.replace(at, kIs.size(), " ");
  return key;
}

std::string clipped(const std::string& words) {
  const std::size_t end = offset_of_code_point(words, kMostNoted);
  if (end == words.size()) return words;
  return words.substr(0, end) + "… [" + digest(words) + "]";
}

/// The facts told at the paths above them too: "hours" of "hours.friday".
std::set<std::string> told_paths(const manifest::Shown& shown) {
  std::set<std::string> paths;
  for (const manifest::ShownFact& fact : shown.facts) {
    for (std::size_t end = fact.path.size(); end != fact.path.npos && end > 0;
         end = fact.path.rfind('.', end - 1)) {
      paths.insert(fact.path.substr(0, end));
    }
  }
  return paths;
}

/// What screen readers say for drawings and abbreviations stands on no paper.
bool is_heard_alone(std::string_view key) {
  return key.starts_with("abbreviations.") || key.ends_with(".alt") ||
         key.find(".alt.") != key.npos;
}

/// False: it is no such line.
bool parted(const std::string& line, std::string& key, std::string& words) {
  constexpr std::ptrdiff_t kDeepest = 64;  // content has no deeper key
  const std::size_t at = line.find(kIs);
  if (at == line.npos) return false;
  key = line.substr(0, at);
  words = line.substr(at + kIs.size());
  return !key.empty() && std::ranges::count(key, '.') <= kDeepest;
}

}  // namespace

NotedLines noted(const manifest::Shown& shown) {
  NotedLines lines;
  const std::set<std::string> told = told_paths(shown);
  for (const manifest::ShownFact& fact : shown.facts) {
    lines.facts.push_back(fact.path + std::string(kIs) + clipped(fact.value));
  }
  for (const manifest::ShownText& text : shown.texts) {
    if (told.contains(text.key) || is_heard_alone(text.key)) continue;
    lines.texts.push_back(as_key(text.key) + std::string(kIs) + clipped(text.words));
  }
  return lines;
}

manifest::Shown shown_of(const NotedLines& lines) {
  manifest::Shown shown;
  std::string key, words;
  for (const std::string& line : lines.facts) {
    if (parted(line, key, words)) shown.facts.push_back({key, words, {}});
  }
  for (const std::string& line : lines.texts) {
    if (parted(line, key, words)) shown.texts.push_back({key, {}, words, {}});
  }
  return shown;
}

std::string hash_of(const NotedLines& lines) {
  std::string all;
  for (const std::string& line : lines.facts) all += line + '\r';
  all += '\t';
  for (const std::string& line : lines.texts) all += line + '\r';
  return digest(all);
}

}  // namespace handbill::records
