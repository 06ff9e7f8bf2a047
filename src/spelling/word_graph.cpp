// SPDX-License-Identifier: MIT
// The smallest graph, made word by word: a node is done when a word comes that does not go through
// it, and stands only once if an equal one is there (Daciuk and others, Incremental Construction of
// Minimal Acyclic Finite-State Automata, Computational Linguistics 26, 2000).
#include "spelling/word_graph.h"

#include <algorithm>
#include <utility>

namespace handbill::spelling {
namespace {

template <typename Value>
void append_bytes(std::string& bytes, const Value& value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

std::uint32_t WordGraph::close(std::vector<WordListEdge>& node) {
  if (node.empty()) return 0;
  node.back().is_last = true;
  std::string key;
  for (const WordListEdge& edge : node) append_bytes(key, packed(edge));
  const auto [at, is_new] =
      made_.emplace(std::move(key), static_cast<std::uint32_t>(edges_.size()));
  if (is_new) {
    for (const WordListEdge& edge : node) edges_.push_back(packed(edge));
  }
  node.clear();
  return at->second;
}

void WordGraph::close_below(std::size_t depth) {
  for (std::size_t at = last_.size(); at > depth; --at) {
    const std::uint32_t made = close(open_[at]);
    open_[at - 1].back().next = made;
  }
}

void WordGraph::add(std::string_view word) {
  const auto parts = std::mismatch(word.begin(), word.end(), last_.begin(), last_.end());
  const auto shared = static_cast<std::size_t>(parts.first - word.begin());
  close_below(shared);
  open_.resize(std::max(open_.size(), word.size() + 1));
  for (std::size_t at = shared; at < word.size(); ++at) {
    open_[at].push_back(
        {.letter = static_cast<unsigned char>(word[at]), .ends_word = at + 1 == word.size()});
  }
  last_ = word;
  ++words_;
}

std::optional<std::string> WordGraph::finish() {
  close_below(0);
  WordListHeader header;
  header.root = close(open_[0]);
  header.edges = static_cast<std::uint32_t>(edges_.size());
  header.words = words_;
  if (edges_.size() > kMostWordListEdges) return std::nullopt;
  std::string file;
  append_bytes(file, header);
  for (const std::uint32_t edge : edges_) append_bytes(file, edge);
  return file;
}

}  // namespace handbill::spelling
