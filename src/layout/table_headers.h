// SPDX-License-Identifier: MIT
// The cells of a table in the reading order, each with those that name its columns, row and group.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "document/document.h"
#include "layout/reading_order.h"

namespace handbill::layout {

class TableHeaders {
 public:
  /// Both must outlive this.
  TableHeaders(const document::Table& table, ReadingOrder& order);

  /// Rows from the first on, cells from the first column on.
  void begin_row(const document::Row& row, display::StructId node);
  display::StructId add_cell(const document::Cell& cell, std::size_t column);
  void end_row();

 private:
  struct Placed {
    display::StructId node;
    std::size_t column = 0, end = 0;  ///< columns taken
  };
  /// A cell that names its row, and the next ones it reaches into.
  struct RowHeader {
    display::StructId node;
    int rows = 1;
  };
  std::vector<display::StructId> headers_of(const Placed& cell) const;

  const document::Table& table_;
  ReadingOrder& order_;
  const document::Row* row_ = nullptr;
  display::StructId row_node_{};
  std::vector<Placed> cells_;                            ///< of the row
  std::vector<std::vector<display::StructId>> columns_;  ///< what names each
  std::vector<RowHeader> row_headers_;
  /// By column, the last of the group: rows below it without a word there are of the same.
  std::map<std::size_t, display::StructId> last_row_headers_;
  std::vector<display::StructId> group_;  ///< what names the group of the row
  std::size_t group_number_ = 0;
};

}  // namespace handbill::layout
