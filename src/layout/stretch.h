// SPDX-License-Identifier: MIT
// Vertical justification: what is left in a column goes between its paragraphs.
#pragma once

#include "layout/fill_column.h"

namespace handbill::layout {

/// How far each line moves down so that the column reaches `height`. The space goes above and below
/// the paragraphs whose styles say so, in proportion to their weights; in a column where none does,
/// between all of them alike. No more than a line to one place, so that the column never looks
/// torn; on the grid by whole steps.
std::vector<Length> stretch(const ColumnFill& column, Length height,
                            const std::optional<Grid>& grid);

/// True when a line of the column stands on the grid.
bool touches_grid(const ColumnFill& column);

}  // namespace handbill::layout
