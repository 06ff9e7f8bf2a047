// SPDX-License-Identifier: MIT
// How much of each cell of a grid an area covers: exact for straight edges, whatever their slope.
// FreeType's rasteriser does the same sum, but takes at most 32,767 points and rounds them to a
// 64th of a cell: half of a hairline at 36 cells an inch.
#pragma once

#include <vector>

#include "display/page_list.h"
#include "plates/polyline.h"

namespace handbill::plates {

/// Square cells over a part of a page, row by row from the top.
struct Grid {
  Point origin{};        ///< corner of the first cell
  double per_point = 1;  ///< cells
  int width = 0, height = 0;

  Length cell() const { return Length::pt(1 / per_point); }
};

/// Cells of a grid, counted from its first.
struct CellBox {
  int left = 0, top = 0, width = 0, height = 0;

  bool empty() const { return width <= 0 || height <= 0; }
  std::size_t count() const {
    return empty() ? 0 : static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  }
};

/// The cells of `grid` that `area` touches.
CellBox cells_of(const Grid& grid, const Rect& area);
/// The middle of a cell, counted from the corner of `box`.
Point middle(const Grid& grid, const CellBox& box, int column, int row);

/// Adds up the edges of one area over the cells of a box, then tells what it covers.
class Coverage {
 public:
  Coverage(const Grid& grid, const CellBox& box);

  /// Curves are taken within a fiftieth of a point, or a tenth of a cell if that is finer.
  void add(const Path& path);
  void add(const std::vector<Polyline>& contours);
  /// By cell of the box, 0 to 1. Where edges of one area cross within a cell it may be off.
  std::vector<float> cells(display::FillRule rule) const;

  void move(Point to);
  void line(Point to);
  void close();

 private:
  struct Spot {
    double x = 0, y = 0;  ///< in cells from the corner of the box
  };
  Spot spot(Point p) const;
  void edge(Spot from, Spot to);
  void row_edge(float* row, double x0, double x1, double height);

  Grid grid_;
  CellBox box_;
  std::size_t stride_;
  std::vector<float> sums_;  ///< each cell: by how much it differs from the one to its left
  Spot start_, at_;
};

}  // namespace handbill::plates
