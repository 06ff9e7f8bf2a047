// SPDX-License-Identifier: MIT
// How much ink lies where: the plates of a page as small grey pictures, and what they sum to.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "plates/print.h"

namespace handbill::plates {

struct InkMap {
  /// Cells; less than was asked for where the page is too large or too full for it.
  double pixels_per_inch = 0;
  int width = 0, height = 0;
  Rect area{};  ///< from the corner of the first cell; it may end within the last ones
  /// By ink: a byte a cell, rows from the top, 255 solid.
  std::vector<std::string> plates;

  Length cell() const { return Length::inch(1 / pixels_per_inch); }
};

/// The media box of a page, its cells counted from the corner of the trim. Areas are exact: a line
/// of half a cell's width at 40 % gives the cell 20 %. Objects are laid over each other in paint
/// order as ISO 32000-1, 8.6.7 and 11.3.5 say; of blend modes Multiply, Screen, Darken and Lighten
/// are known, others count as Normal. Time and memory are bounded whatever the page holds.
InkMap map_ink(const Print& print, std::size_t page, double pixels_per_inch);

/// What map_ink works for: cells times plates of all objects.
std::uint64_t map_work(const Print& print, std::size_t page, double pixels_per_inch);

/// The same map from the top, some rows at a time, each band a map of its part of the area: a page
/// of any size takes a few megabytes. `take` is called for each; the bands of a page are all as
/// wide, and the number of rows of all of them is told before, by ink_map_size.
void map_ink_by_bands(const Print& print, std::size_t page, double pixels_per_inch,
                      const std::function<void(const InkMap& band)>& take);

/// Resolution, cells and area of what map_ink_by_bands gives, without plates.
InkMap ink_map_size(const Print& print, std::size_t page, double pixels_per_inch);

/// The part inside `box`, from whole cells on: the trim loses no part of a cell at its left and
/// top.
InkMap cropped(const InkMap& map, const Rect& box);

/// By ink, the mean over the map's area, 0 to 1.
std::vector<double> mean_coverage(const InkMap& map);

struct InkSquare {
  Rect box{};
  double percent = 0;  ///< the mean of what all plates sum to: up to 100 a plate
};

/// Means over squares of `side` wherever they lie on the map (GWG 2022, R0026: any square of 15
/// mm), the heaviest first, none over another; at most `most`. On a map smaller than `side` the
/// square is cut off. Squares without ink are left out.
std::vector<InkSquare> heaviest_squares(const InkMap& map, Length side, std::size_t most);

struct InkShare {
  std::size_t object = 0;  ///< index in Page::objects
  double percent = 0;      ///< its part of the mean over the box
};

/// What makes up the ink in `box`, the most first: what later objects hide does not count.
/// Objects without any part are left out.
std::vector<InkShare> shares_of_ink(const Print& print, std::size_t page, const Rect& box);

}  // namespace handbill::plates
