// SPDX-License-Identifier: MIT
// A table of what is said: without the rows and columns that are there for the look alone. Private
// to this folder.
#pragma once

#include <cstddef>
#include <vector>

#include "words/words.h"

namespace handbill::words {

struct SqueezedTable {
  struct Cell {
    std::vector<std::size_t> paragraphs{};  ///< none: it is empty
    std::size_t column = 0;                 ///< its first
    std::size_t columns = 1, rows = 1;      ///< taken
    std::size_t was_column = 0;             ///< of the table as it was; of one that is not empty
  };
  struct Row {
    std::size_t row = 0;  ///< of the table as it was
    bool is_head = false;
    std::vector<Cell> cells;  ///< all that begin in it, empty ones too
  };
  std::vector<Row> rows;
  std::size_t columns = 0;
};

/// Columns are one where no row has words in both: an icon's, and one that a cell of another row
/// begins in because it is wide.
SqueezedTable squeezed(const Words& words, const Flow& flow);

}  // namespace handbill::words
