// SPDX-License-Identifier: MIT
// The words of a document as a tree of headings, lists, tables: what editions without pages are
// written from. Tables that only hold things side by side are told as what they are: a list, or
// words in a row.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "words/words.h"

namespace handbill::words {

struct Block {
  enum class Kind {
    Heading,    ///< leaf
    Paragraph,  ///< leaf
    Figure,     ///< leaf
    Code,       ///< leaf
    List,       ///< of items
    Item,       ///< of a list
    Quote,
    Table,  ///< of rows
    Row,    ///< of cells
    Cell,   ///< of a row
    Line    ///< cells side by side that make no table
  };
  Kind kind{};
  std::size_t paragraph = 0;  ///< of a leaf: index in Words::paragraphs
  std::size_t flow = 0;       ///< index in Words::flows
  int level = 0;  ///< of a heading, from 1, without gaps; of all others that of the last heading
  std::optional<Label> label{};  ///< of an item; of a list that of its first
  int number = 0;                ///< of an item that counts: which
  /// Signs beside it in a table, indices in Flow::icons: of an item or cell before all it has, of
  /// a leaf before its words.
  std::vector<std::size_t> icons{};
  enum class Head { None, Column, Row } head = Head::None;  ///< of a cell
  std::size_t rows = 1, columns = 1;                        ///< of a cell: taken
  std::vector<Block> blocks{};  ///< of all but leaves; a cell may have none
};

struct NoteBlocks {
  std::size_t reference = 0;  ///< the paragraph that leads to it
  std::optional<Label> label{};
  std::vector<Block> blocks;
};

struct Blocks {
  std::vector<Block> body;  ///< in the order they are read
  std::vector<NoteBlocks> notes;
};

Blocks as_blocks(const Words& words);

/// The number that a label stands for as it counts: 3 of "3." and "c)", 4 of "iv."; nothing: it
/// does not say.
std::optional<int> number_of(const Label& label);

}  // namespace handbill::words
