// SPDX-License-Identifier: MIT
#include "manifest/changed_words.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace handbill::manifest {
namespace {

constexpr std::size_t kWordsAround = 2;
constexpr std::size_t kMostLetters = 100;
constexpr std::string_view kLeftOut = "…";

using Words = std::vector<std::string>;

/// Paragraphs stand apart by a stroke.
Words words_of(std::string_view text) {
  Words words(1);
  for (const char c : text) {
    if (c == ' ' || c == '\n') {
      if (c == '\n') words.emplace_back("/");
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

/// Words [begin, end), cut where they are too many.
std::string cut_text(const Words& words, std::size_t begin, std::size_t end) {
  std::string text = begin > 0 ? std::string(kLeftOut) : std::string();
  for (std::size_t i = begin; i < end; ++i) text += (text.empty() ? "" : " ") + words[i];
  std::size_t at = 0, letters = 0;
  while (at < text.size() && letters < kMostLetters) {
    next_code_point(text, at);
    ++letters;
  }
  if (at < text.size()) return text.substr(0, at) + std::string(kLeftOut);
  return text + (end < words.size() ? " " + std::string(kLeftOut) : "");
}

}  // namespace

std::pair<std::string, std::string> changed_words(std::string_view was, std::string_view is) {
  const Words before = words_of(was), after = words_of(is);
  const std::size_t least = std::min(before.size(), after.size());
  std::size_t first = 0, last = 0;
  while (first < least && before[first] == after[first]) ++first;
  while (last < least - first &&
         before[before.size() - 1 - last] == after[after.size() - 1 - last]) {
    ++last;
  }
  const std::size_t begin = first - std::min(first, kWordsAround);
  const std::size_t behind = last - std::min(last, kWordsAround);
  return {cut_text(before, begin, before.size() - behind),
          cut_text(after, begin, after.size() - behind)};
}

std::string begin_of(std::string_view text) {
  const Words words = words_of(text);
  return cut_text(words, 0, words.size());
}

}  // namespace handbill::manifest
