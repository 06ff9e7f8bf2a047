// SPDX-License-Identifier: MIT
#include "text/word_edges.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>

#include "base/ascii.h"
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
constexpr std::size_t kLongestCodePoint = 4;  // bytes

/// Of a word: letters of any script.
bool is_of_word(char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

bool is_one_character(std::string_view word) {
  return word.size() <= kLongestCodePoint && offset_of_code_point(word, 1) == word.size();
}

/// A letter of its own, not a sign such as "·" or "→".
bool is_lone_letter(std::string_view word) {
  std::size_t at = 0;
  return is_one_character(word) && u_isalpha(static_cast<UChar32>(next_code_point(word, at))) != 0;
}

/// FNV-1a of words longer than a letter. Most are asked for twice in turn: as the word after one
/// place, and as that before the next.
class WordHash {
 public:
  std::uint32_t operator()(std::string_view word) {
    if (word.data() == last_.data() && word.size() == last_.size()) return hash_;
    last_ = word;
    hash_ = is_one_character(word) ? 0 : 2166136261U;
    if (hash_ == 0) return 0;
    for (const char c : word) {
      hash_ = (hash_ ^ static_cast<unsigned char>(to_lower(c))) * 16777619U;
    }
    return hash_;
  }

 private:
  std::string_view last_;
  std::uint32_t hash_ = 0;
};

/// The letters from `offset` on; what is no letter may stand before them.
std::string_view word_after(std::string_view text, std::size_t offset) {
  std::size_t begin = offset;
  const std::size_t last = std::min(text.size(), offset + kMostMarks);
  while (begin < last && text[begin] != ' ' && !is_of_word(text[begin])) ++begin;
  std::size_t end = begin;
  while (end < text.size() && end - begin < kLongestWord && is_of_word(text[end])) ++end;
  return text.substr(begin, end - begin);
}

/// The letters up to `offset`; what is no letter may stand behind them.
std::string_view word_before(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  const std::size_t first = offset - std::min(offset, kMostMarks);
  while (end > first && text[end - 1] != ' ' && !is_of_word(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && end - begin < kLongestWord && is_of_word(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

bool ends_sentence(std::string_view text, std::size_t end) {
  return end > 0 && (text[end - 1] == '.' || text[end - 1] == '!' || text[end - 1] == '?');
}

/// `word` is the last before a line's end, and nothing stands behind it.
Dangling dangling_of(std::string_view text, std::string_view word) {
  const auto begin = static_cast<std::size_t>(word.data() - text.data());
  if (word.empty() || word.size() > kLongestCodePoint * kShortWord) return Dangling::Nothing;
  if (offset_of_code_point(word, kShortWord) < word.size()) return Dangling::Nothing;
  const std::size_t before = hanging_start(text, 0, begin);
  if (before < begin && ends_sentence(text, before)) return Dangling::Sentence;
  return before < begin && is_lone_letter(word) ? Dangling::Letter : Dangling::Nothing;
}

bool ends_in_hyphen(std::string_view text, std::size_t end) {
  return end > 0 && (text[end - 1] == '-' || text.substr(0, end).ends_with("\u2010"));
}

}  // namespace

std::vector<WordEdge> word_edges(const ShapedParagraph& shaped) {
  const std::string_view text = shaped.text;
  std::vector<WordEdge> edges(shaped.breaks.size() + 1);
  WordHash hash_of;
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
