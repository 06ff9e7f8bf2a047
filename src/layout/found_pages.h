// SPDX-License-Identifier: MIT
// What the fragments tell of the pages: where headings begin, where stories and tables go on, and
// how many pages of a side that repeats they fill.
#pragma once

#include "document/pagination.h"
#include "layout/fill_table.h"
#include "layout/fragment.h"
#include "layout/place_text.h"

namespace handbill::layout {

/// All that has been placed, and who has placed it.
struct PlacedFlows {
  const document::Document& document;
  const Gathered& gathered;
  const std::vector<SideFragment>& sides;
  const AllBoxes& boxes;
  std::vector<ThreadFiller>& texts;  ///< by thread
  std::vector<TableFiller>& tables;  ///< by table
};

/// Nothing, at no cost, where nobody asks for it.
document::FoundPages find_pages(const PlacedFlows& placed);

}  // namespace handbill::layout
