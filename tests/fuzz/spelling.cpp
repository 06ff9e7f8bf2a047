// SPDX-License-Identifier: MIT
// Any bytes as a word list, and as the words of a clinic: asking ends soon, and what is meant by a
// slip is a word of the list. The first line is the word that is asked for. A list made of the
// other lines has these and no others.
#include <algorithm>
#include <set>
#include <span>
#include <string>

#include "diag/decode_text.h"
#include "fuzz/support/target.h"
#include "spelling/near_words.h"
#include "spelling/own_words.h"

namespace {

using handbill::fuzz::require;
namespace diag = handbill::diag;
namespace spelling = handbill::spelling;

void ask(const spelling::WordList& list, const std::string& word) {
  constexpr std::size_t kMost = 8;
  list.has(word);
  if (!handbill::find_invalid_utf8(word)) {
    const auto near = spelling::near_words(std::span(&list, 1), word, kMost);
    require(near.size() <= kMost);
    for (const auto& each : near) require(list.has(each.word) && each.cost <= spelling::kTwoSlips);
  }
  std::size_t edges = 0;
  list.each_edge(list.root(), [&](const spelling::WordListEdge&) { ++edges; });
  require(edges <= 256);
}

std::set<std::string> lines_of(const std::string& text) {
  std::set<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) lines.insert(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

void make_list(const std::set<std::string>& words, const std::string& word) {
  spelling::WordGraph graph;
  for (const std::string& each : words) graph.add(each);
  const auto file = graph.finish();
  require(file.has_value());
  const auto list = spelling::WordList::of_bytes(*file);
  require(list && list->size() == words.size() && list->has(word) == words.contains(word));
  for (const std::string& each : words) require(list->has(each));
  ask(*list, word);
}

void read_own(const std::string& bytes) {
  const std::string text = diag::decode_text(bytes).text;
  const diag::MemoryFiles files(
      {{std::string(spelling::kOwnWordsFile), text}, {"content/es/words.txt", text}});
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const spelling::OwnWords own = spelling::read_own_words(files, sources, diags);
  for (const spelling::OwnWord& each : own.words) {
    require(!each.text.empty() && each.text.size() <= spelling::kLongestOwnWord);
  }
  require(own.of("es").size() >= own.of("en").size());
  const auto more = spelling::added("peel", own);
  require(!more || more->span.end <= sources.text(more->span.file).size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 16;
  if (size > kMaxSize) return 0;
  const std::string input = handbill::fuzz::as_bytes(data, size);
  const std::size_t end = std::min(input.find('\n'), input.size());
  const std::string word = input.substr(0, end);
  const std::string rest = end < input.size() ? input.substr(end + 1) : "";
  if (const auto list = spelling::WordList::of_bytes(rest)) ask(*list, word);
  make_list(lines_of(rest), word);
  read_own(rest);
  return 0;
}
