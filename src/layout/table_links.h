// SPDX-License-Identifier: MIT
// Lines down a table's columns, from icon to icon or from numeral to numeral.
#pragma once

#include <vector>

#include "layout/place_table.h"

namespace handbill::layout {

/// Adds the links of all columns to `placed`, whose rows are `rows`. Header rows and cells that
/// hold nothing are passed by; where two cells are too near for their gaps there is no line.
void add_links(const SetTable& table, const std::vector<const SetRow*>& rows,
               const std::vector<ColumnBox>& columns, TableFragment& placed);

}  // namespace handbill::layout
