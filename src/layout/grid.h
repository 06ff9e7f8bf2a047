// SPDX-License-Identifier: MIT
// The baseline grid, as one column sees it.
#pragma once

#include <optional>

#include "document/document.h"

namespace handbill::layout {

struct Grid {
  Length step;
  Length line;  ///< any line of the grid, from the top of the column

  /// The grid line at `baseline`, or the next one below it.
  Length at_or_below(Length baseline) const;
};

/// The grid of the sheet in a column whose top lies at `top` of the side. Nothing: there is none.
std::optional<Grid> grid_at(const document::Sheet& sheet, Length top);

}  // namespace handbill::layout
