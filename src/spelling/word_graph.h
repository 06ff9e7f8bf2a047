// SPDX-License-Identifier: MIT
// Makes the file of a word list: all forms of a language as a graph of letters, in which words
// share their beginnings and their ends. A million forms of Spanish take a megabyte.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace handbill::spelling {

/// What the file begins with. All numbers are in the order of bytes of the machine that made it.
struct WordListHeader {
  std::uint32_t magic = kMagic;
  std::uint32_t edges = 0;  ///< of 32 bits each, behind the header; the first is not used
  std::uint32_t root = 0;   ///< the first edge of the first letter; 0: no words
  std::uint32_t words = 0;

  static constexpr std::uint32_t kMagic = 0x31574248;  ///< "HBW1"
};

/// From one letter to the next. Letters are bytes; those of a node stand in a row, in order.
struct WordListEdge {
  unsigned char letter = 0;
  bool ends_word = false;  ///< a word may end with it
  bool is_last = false;    ///< of its node
  std::uint32_t next = 0;  ///< the first edge of the node it leads to; 0: none
};

/// An edge as the file has it: letter, ends_word, is_last, next in 8, 1, 1 and 22 bits.
inline constexpr std::uint32_t kMostWordListEdges = 1U << 22U;
constexpr std::uint32_t packed(const WordListEdge& edge) {
  return edge.letter | (edge.ends_word ? 0x100U : 0U) | (edge.is_last ? 0x200U : 0U) |
         (edge.next << 10U);
}
constexpr WordListEdge unpacked(std::uint32_t bits) {
  return {static_cast<unsigned char>(bits & 0xFFU), (bits & 0x100U) != 0, (bits & 0x200U) != 0,
          bits >> 10U};
}

class WordGraph {
 public:
  /// In the order of their bytes, each once, none empty.
  void add(std::string_view word);
  /// The file. Nothing: there are too many words for it.
  std::optional<std::string> finish();

 private:
  std::uint32_t close(std::vector<WordListEdge>& node);
  void close_below(std::size_t depth);

  std::string last_;
  std::vector<std::vector<WordListEdge>> open_{1};  ///< the nodes on the way to the last word
  std::unordered_map<std::string, std::uint32_t> made_;
  std::vector<std::uint32_t> edges_{0};
  std::uint32_t words_ = 0;
};

}  // namespace handbill::spelling
