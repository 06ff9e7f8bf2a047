// SPDX-License-Identifier: MIT
// Which columns the cells of one row after the other take.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/check.h"
#include "document/document.h"

namespace handbill::document {

class CellColumns {
 public:
  explicit CellColumns(std::size_t columns) : reach_(columns, 0) {}

  /// The first column of the next cell of the row.
  std::size_t take(const Cell& cell) {
    while (column_ < reach_.size() && reach_[column_] > 0) ++column_;
    const std::size_t first = column_;
    const auto span = static_cast<std::size_t>(std::max(cell.span, 1));
    HANDBILL_CHECK(first + span <= reach_.size(), "a row's cells lie in its table's columns");
    for (; column_ < first + span; ++column_) reach_[column_] = std::max(cell.rows, 1);
    return first;
  }

  void end_row() {
    for (int& rows : reach_) rows = std::max(rows - 1, 0);
    column_ = 0;
  }

 private:
  std::vector<int> reach_;  ///< rows from this one on that a cell takes
  std::size_t column_ = 0;
};

}  // namespace handbill::document
