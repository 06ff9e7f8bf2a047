// SPDX-License-Identifier: MIT
// Which cells of a table name others.
#pragma once

#include <cstddef>

#include "document/document.h"

namespace handbill::document {

/// The cells of the row name what stands below them: columns, or the rows of a group.
inline bool names_columns(const Row& row) {
  return row.header || row.kind == Row::Kind::GroupHeader;
}

/// The cell that begins in this column names its row.
inline bool names_row(const Table& table, const Row& row, std::size_t column) {
  return !names_columns(row) && column < table.columns.size() && table.columns[column].names_rows;
}

}  // namespace handbill::document
