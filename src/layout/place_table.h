// SPDX-License-Identifier: MIT
// Tables: rows of cells under each other.
//
// Rows of text follow each other by the leading of their lines plus the row gap. In a row the first
// lines of all cells that hang from the top share one baseline, which moves down to the baseline
// grid where the style of one of them says so. "Middle" and
// "bottom" go by what the eye takes for the edges of text, the top of its capitals and its last
// baseline. A cell that takes several rows makes the last of them taller when it must; no rule runs
// through it. Links run down the middle of their column. Rules and fills meet halfway between the
// last baseline above and the capitals below.
#pragma once

#include "layout/fragment.h"
#include "layout/gather.h"
#include "layout/table_columns.h"

namespace handbill::layout {

struct TableFragment {
  Length width;  ///< may be more than was asked for
  Length height;
  std::vector<display::Item> items;  ///< fills and rules
  std::vector<Fragment> rows;
};

/// What rows are placed in.
struct TableSpace {
  Length width;
  double opening = 0;          ///< how far rows and groups stand apart: 0 the least, 1 the most
  std::optional<Grid> grid{};  ///< from the top of the rows
  document::Foot foot = document::Foot::Descent;
  /// column_boxes() of the table at `width`; null: they are found.
  const std::vector<ColumnBox>* columns = nullptr;
};

/// `rows` of the table, in columns that all its rows have a say in.
TableFragment place_table(const SetTable& table, const std::vector<const SetRow*>& rows,
                          const TableSpace& space);

}  // namespace handbill::layout
