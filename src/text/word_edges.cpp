// SPDX-License-Identifier: MIT
#include "text/word_edges.h"

#include <algorithm>
#include <string_view>

#include "text/characters.h"

namespace handbill::text {
namespace {

using Dangling = LineContext::Dangling;

/// Longest word that begins a sentence and had better not end a line.
constexpr std::size_t kShortWord = 3;
/// What stands between a word and the end of its line: points, brackets, quotes.
constexpr std::size_t kMostMarks = 8;
/// Longer ones are compared by their first bytes.
constexpr std::size_t kLongestWord = 64;

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// FNV-1a.
std::uint32_t hash_of(std::string_view word) {
  if (count_code_points(word) < 2) return 0;
  std::uint32_t hash = 2166136261U;
  for (const char c : word) {
    auto byte = static_cast<unsigned char>(c);
    if (byte >= 'A' && byte <= 'Z') byte |= 0x20U;
    hash = (hash ^ byte) * 16777619U;
  }
  return hash;
}

/// The letters from `offset` on; what is no letter may stand before them.
std::string_view word_after(std::string_view text, std::size_t offset) {
  std::size_t begin = offset;
  const std::size_t last = std::min(text.size(), offset + kMostMarks);
  while (begin < last && text[begin] != ' ' && !is_letter(text[begin])) ++begin;
  std::size_t end = begin;
  while (end < text.size() && end - begin < kLongestWord && is_letter(text[end])) ++end;
  return text.substr(begin, end - begin);
}

/// The letters up to `offset`; what is no letter may stand behind them.
std::string_view word_before(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  const std::size_t first = offset - std::min(offset, kMostMarks);
  while (end > first && text[end - 1] != ' ' && !is_letter(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && end - begin < kLongestWord && is_letter(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

bool ends_sentence(std::string_view text, std::size_t end) {
  return end > 0 && (text[end - 1] == '.' || text[end - 1] == '!' || text[end - 1] == '?');
}

/// `word` is the last before a line's end, and nothing stands behind it.
Dangling dangling_of(std::string_view text, std::string_view word) {
  const auto begin = static_cast<std::size_t>(word.data() - text.data());
  const std::size_t letters = count_code_points(word);
  if (letters == 0 || letters > kShortWord) return Dangling::Nothing;
  const std::size_t before = hanging_start(text, 0, begin);
  if (before < begin && ends_sentence(text, before)) return Dangling::Sentence;
  return letters == 1 && before < begin ? Dangling::Letter : Dangling::Nothing;
}

bool ends_in_hyphen(std::string_view text, std::size_t end) {
  return end > 0 && (text[end - 1] == '-' || text.substr(0, end).ends_with("\u2010"));
}

}  // namespace

std::vector<WordEdge> word_edges(const ShapedParagraph& shaped) {
  const std::string_view text = shaped.text;
  std::vector<WordEdge> edges(shaped.breaks.size() + 1);
  edges.front().after = hash_of(word_after(text, 0));
  for (std::size_t i = 1; i < edges.size(); ++i) {
    const BreakPoint& point = shaped.breaks[i - 1];
    WordEdge& edge = edges[i];
    if (point.kind == BreakPoint::Kind::SoftHyphen) {
      edge.is_hyphen = true;
      continue;
    }
    const std::size_t end =
        hanging_start(text, i > 1 ? shaped.breaks[i - 2].offset : 0, point.offset);
    edge.is_hyphen = ends_in_hyphen(text, end);
    if (edge.is_hyphen) continue;
    const std::string_view word = word_before(text, end);
    edge.before = hash_of(word);
    edge.after = hash_of(word_after(text, point.offset));
    const bool is_bare = word.data() + word.size() == text.data() + end;
    if (is_bare && point.kind == BreakPoint::Kind::Allowed) edge.dangling = dangling_of(text, word);
  }
  return edges;
}

}  // namespace handbill::text
