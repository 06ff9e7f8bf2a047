// SPDX-License-Identifier: MIT
#include "layout/grid.h"

#include <cmath>

namespace handbill::layout {

Length Grid::at_or_below(Length baseline) const {
  return line + step * std::ceil((baseline - line - kTolerance) / step);
}

std::optional<Grid> grid_at(const document::Sheet& sheet, Length top) {
  if (!sheet.baseline) return std::nullopt;
  return Grid{sheet.baseline->step, sheet.baseline->start - top};
}

}  // namespace handbill::layout
