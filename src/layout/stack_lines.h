// SPDX-License-Identifier: MIT
// Lines put under each other until the column is full, without judging where it may end.
#pragma once

#include "layout/fill_column.h"

namespace handbill::layout {

struct Stack {
  std::vector<ColumnLine> lines;
  bool is_broken = false;  ///< a paragraph asked for the next column
};

Stack stack_lines(const Flow& flow, Cursor from, const ColumnSpace& column, Follows follows);

/// What the paragraph the cursor stands before asks for.
text::BreakBefore break_before(const Flow& flow, const Cursor& cursor);

/// True for the first line of a paragraph that does not go on from another column.
bool starts_paragraph(const SetParagraph& paragraph, std::size_t index);

}  // namespace handbill::layout
