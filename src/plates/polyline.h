// SPDX-License-Identifier: MIT
// Paths as straight pieces, whole or in dashes.
#pragma once

#include <cmath>
#include <vector>

#include "base/flatten.h"
#include "base/path.h"

namespace handbill::plates {

inline bool is_finite(Point p) { return std::isfinite(p.x.pt()) && std::isfinite(p.y.pt()); }

/// How many straight pieces keep within `tolerance` (more than 0) of a cubic, at most 64.
int curve_pieces(Point from, const PathStep& step, Length tolerance);

/// Tells `pen` of the straight pieces of a path: pen.move(to), pen.line(to), pen.close(). Points
/// that are not finite are left out.
template <class Pen>
void walk(const Path& path, Length tolerance, Pen& pen) {
  Point start, at;
  for (const PathStep& step : path.steps()) {
    if (step.kind == PathStep::Kind::Close) {
      pen.close();
      at = start;
      continue;
    }
    if (!is_finite(step.end)) continue;
    if (step.kind == PathStep::Kind::Move) {
      pen.move(step.end);
      start = step.end;
    } else if (step.kind == PathStep::Kind::Cubic && is_finite(step.control1) &&
               is_finite(step.control2)) {
      const int count = curve_pieces(at, step, tolerance);
      for (int i = 1; i < count; ++i) pen.line(on_cubic(at, step, static_cast<double>(i) / count));
      pen.line(step.end);
    } else {
      pen.line(step.end);
    }
    at = step.end;
  }
}

struct Polyline {
  std::vector<Point> points;
  bool closed = false;  ///< from the last point back to the first, which is not repeated
};

/// A contour each.
std::vector<Polyline> flattened(const Path& path, Length tolerance);

/// Cut into dashes, which start anew with each line (PDF 1.7, 8.4.3.6). A pattern without length,
/// or so fine that there were more than 100,000 dashes, leaves the lines whole.
std::vector<Polyline> dashed(std::vector<Polyline> lines, const std::vector<Length>& dash,
                             Length phase);

}  // namespace handbill::plates
