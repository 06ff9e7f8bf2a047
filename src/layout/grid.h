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

/// The height of what grows up from `bottom` and needs `height_from(top)`: `height`, or more when
/// lines move down to the grid.
template <class HeightFrom>
Length settle_height(Length bottom, Length height, HeightFrom height_from) {
  constexpr int kTries = 50;
  Length needed = height_from(bottom - height);
  for (int i = 0; i < kTries && !fits(needed, height); ++i) {
    height = needed;
    needed = height_from(bottom - height);
  }
  return height;
}

/// The grid of the sheet in a column whose top lies at `top` of the side. Nothing: there is none.
std::optional<Grid> grid_at(const document::Sheet& sheet, Length top);

}  // namespace handbill::layout
