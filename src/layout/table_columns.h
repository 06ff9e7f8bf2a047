// SPDX-License-Identifier: MIT
// The widths of a table's columns, and where in them cells line up.
#pragma once

#include <optional>
#include <vector>

#include "layout/gather.h"

namespace handbill::layout {

struct ColumnBox {
  Length left;
  Length width;
  /// Widest part before and after the text cells line up on (Column::align_on).
  Length before{};
  Length after{};
};

/// Fixed columns have their width. Automatic ones are as wide as their widest cell; when that is
/// too much they give way in proportion to what they can spare, down to their widest word. Shares
/// divide the rest. Columns that still do not fit go on past `width`.
std::vector<ColumnBox> column_boxes(const SetTable& table, Length width);

/// Right end of the last column.
Length columns_end(const std::vector<ColumnBox>& columns);

/// Of the art or picture a cell shows, before it is scaled; nothing: it shows text.
std::optional<Size> natural_size(const document::Cell& cell);

/// Of what stands with the text of a cell, before a narrow column makes it smaller.
Size figure_size(const document::CellFigure& figure);

/// The one line of a cell that lines up, and what of it lies before and after that place.
struct AlignedLine {
  const text::Line* line = nullptr;
  Length before;
  Length after;
};
std::optional<AlignedLine> aligned_line(const SetTable& table, const SetCell& cell);

}  // namespace handbill::layout
