// SPDX-License-Identifier: MIT
// What justification could not fill: lines that do not reach their edge, columns that do not reach
// their foot.
#pragma once

#include "diag/diagnostic.h"
#include "layout/fill_column.h"
#include "layout/fragment.h"

namespace handbill::layout {

/// More white than this at the end of a line or the foot of a column is seen.
inline constexpr Length kLeastShort = Length::pt(0.5);

/// Reports line-short, once a frame, at the words of the shortest line.
void report_short_lines(const document::Document& document, const Fragment& frame, std::size_t side,
                        diag::Diagnostics& diags);

/// The columns of a frame, and what they were made from.
struct JustifiedColumns {
  const Fragment& frame;                   ///< its children are the columns
  const Flow& flow;                        ///< of all its thread
  const std::vector<ColumnFill>& columns;  ///< in the same order
  std::optional<Grid> grid;                ///< from the top of the columns
  bool ends_here = false;                  ///< the text does
  bool is_alone = false;                   ///< no other frame and no other column has its text
};

/// Reports column-short, once a frame, of the column that leaves most, where the frame is justified
/// vertically. Columns may end short where their text ends or goes on in another because it is
/// asked to; on a grid, by less than a step of it.
void report_short_columns(const document::Document& document, const JustifiedColumns& columns,
                          std::size_t side, diag::Diagnostics& diags);

}  // namespace handbill::layout
