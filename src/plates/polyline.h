// SPDX-License-Identifier: MIT
// Paths as straight pieces, whole or in dashes.
#pragma once

#include <vector>

#include "base/path.h"

namespace handbill::plates {

struct Polyline {
  std::vector<Point> points;
  bool closed = false;  ///< from the last point back to the first, which is not repeated
};

/// A contour each, no further than `tolerance` (more than 0) from the curves, but never more than
/// 64 pieces a curve. Points that are not finite are left out.
std::vector<Polyline> flattened(const Path& path, Length tolerance);

/// Cut into dashes, which start anew with each line (PDF 1.7, 8.4.3.6). A pattern without length,
/// or so fine that there were more than 100,000 dashes, leaves the lines whole.
std::vector<Polyline> dashed(std::vector<Polyline> lines, const std::vector<Length>& dash,
                             Length phase);

}  // namespace handbill::plates
