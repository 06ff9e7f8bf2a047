// SPDX-License-Identifier: MIT
// One object over a grid of cells: where it paints, and what on which plates.
#pragma once

#include <vector>

#include "plates/coverage.h"
#include "plates/print.h"

namespace handbill::plates {

struct PaintedCells {
  struct Plate {
    std::size_t ink = 0;
    float amount = 0;
    std::vector<float> amounts;  ///< by cell; empty: `amount` in all of them
    float at(std::size_t cell) const { return amounts.empty() ? amount : amounts[cell]; }
  };
  CellBox box;
  std::vector<float> cover;   ///< by cell: what of it is painted, opacity and clips counted
  std::vector<Plate> plates;  ///< those it paints on; where it overprints, the others stay
};

/// Knocked out plates are among them with the amount 0. Empty: it paints nothing on this grid, or
/// nothing at all (processing steps, invisible text). A soft mask that a raster does not have in
/// its alpha is taken for opaque.
PaintedCells paint_cells(const Object& object, const Grid& grid, std::size_t inks);

}  // namespace handbill::plates
