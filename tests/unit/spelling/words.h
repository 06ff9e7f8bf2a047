// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "spelling/word_list.h"

namespace handbill::spelling {

inline std::string file_of(std::vector<std::string> words) {
  std::ranges::sort(words);
  WordGraph graph;
  for (const std::string& each : words) graph.add(each);
  return graph.finish().value();
}

inline WordList list_of(std::vector<std::string> words) {
  return WordList::of_bytes(file_of(std::move(words))).value();
}

/// All words of a list, in the order of their bytes.
inline void each_word(const WordList& list, std::uint32_t node, std::string& so_far,
                      std::vector<std::string>& words) {
  list.each_edge(node, [&](const WordListEdge& edge) {
    so_far += static_cast<char>(edge.letter);
    if (edge.ends_word) words.push_back(so_far);
    each_word(list, edge.next, so_far, words);
    so_far.pop_back();
  });
}

inline std::vector<std::string> words_of(const WordList& list) {
  std::vector<std::string> words;
  std::string so_far;
  each_word(list, list.root(), so_far, words);
  return words;
}

}  // namespace handbill::spelling
