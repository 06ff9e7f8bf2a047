// SPDX-License-Identifier: MIT
// Where two pictures of a page differ.
#pragma once

#include <string_view>
#include <vector>

namespace handbill::compare {

/// 8-bit RGB, rows from the top.
struct Pixels {
  int width = 0, height = 0;
  std::string_view bytes;
};

/// In pixels.
struct Area {
  int left = 0, top = 0, right = 0, bottom = 0;
  bool operator==(const Area&) const = default;
};

struct PictureDifference {
  double share = 0;         ///< of all pixels that differ: 0 to 1
  std::vector<Area> areas;  ///< round what differs, from the top; neighbours are one
};

/// A pixel differs when one of its colours does by more than this, which no eye sees.
inline constexpr int kPixelTolerance = 12;

/// What one has beyond the other's edges differs. Areas nearer to each other than `gap` pixels are
/// one.
PictureDifference compare_pictures(const Pixels& before, const Pixels& after, int gap);

}  // namespace handbill::compare
