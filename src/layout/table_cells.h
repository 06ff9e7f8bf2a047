// SPDX-License-Identifier: MIT
// What cells of a table look like: their grounds and lines, and the rules between columns.
#pragma once

#include <vector>

#include "layout/place_table.h"

namespace handbill::layout {

/// Where a row lies.
struct RowEdges {
  Band ground;  ///< from the row above to the row below; of cells with padding as far as that
  Band cells;   ///< with their padding
};

/// Adds the grounds of cells, those below each other in one piece, and their boxes.
void paint_cells(const std::vector<const SetRow*>& rows, const std::vector<ColumnBox>& columns,
                 const std::vector<RowEdges>& edges, TableFragment& placed);

/// Adds the rules between columns, which no cell reaches across, and those at the sides.
void paint_column_rules(const SetTable& table, const std::vector<const SetRow*>& rows,
                        const std::vector<ColumnBox>& columns, const std::vector<RowEdges>& edges,
                        TableFragment& placed);

}  // namespace handbill::layout
