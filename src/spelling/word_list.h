// SPDX-License-Identifier: MIT
// The words of a language, as handbill_compile_words made them: a file that is mapped, not read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "spelling/word_graph.h"

namespace handbill::spelling {

/// Whatever its bytes are, asking it ends soon: nothing outside the file is looked at, and what
/// can't be is no word. Safe to ask from several threads.
class WordList {
 public:
  /// Nothing: it is not there, or no word list of this program.
  static std::optional<WordList> open(const std::string& path);
  /// Of the bytes of such a file.
  static std::optional<WordList> of_bytes(std::string bytes);

  /// Exactly so written, small and capital letters too.
  bool has(std::string_view word) const;
  std::size_t size() const { return header_.words; }

  /// The edges of a node, by the index of its first: WordListEdge::next. Calls `use` with each,
  /// in the order of their letters.
  template <typename Use>
  void each_edge(std::uint32_t node, const Use& use) const {
    int before = -1;
    for (std::uint32_t at = node; at != 0 && at < edges_.size(); ++at) {
      const WordListEdge edge = unpacked(edges_[at]);
      // They would be in order in a sound file; so there are no more than letters.
      if (edge.letter <= before) return;
      before = edge.letter;
      use(edge);
      if (edge.is_last) return;
    }
  }
  std::uint32_t root() const { return header_.root; }

  static constexpr std::size_t kLargestFile = sizeof(WordListHeader) + 4 * kMostWordListEdges;

 private:
  WordList(std::shared_ptr<const void> owner, std::string_view bytes);
  static std::optional<WordList> checked(std::shared_ptr<const void> owner, std::string_view bytes);
  /// Nothing: no word goes on with that letter.
  std::optional<WordListEdge> edge(std::uint32_t node, unsigned char letter) const;

  std::shared_ptr<const void> owner_;
  WordListHeader header_;
  std::span<const std::uint32_t> edges_;
};

}  // namespace handbill::spelling
