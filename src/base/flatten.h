// SPDX-License-Identifier: MIT
// A path as straight pieces.
#pragma once

#include "base/path.h"

namespace handbill {

/// The point of a cubic at `t`, from 0 at `from` to 1 at its end.
inline Point on_cubic(Point from, const PathStep& step, double t) {
  const double s = 1 - t;
  const auto mix = [&](Length a, Length b, Length c, Length d) {
    return a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t);
  };
  return {mix(from.x, step.control1.x, step.control2.x, step.end.x),
          mix(from.y, step.control1.y, step.control2.y, step.end.y)};
}

/// Calls `segment(from, to)` for each straight piece; a curve becomes `curve_parts` of them.
template <class Segment>
void flatten(const Path& path, int curve_parts, Segment segment) {
  Point start, at;
  for (const PathStep& step : path.steps()) {
    switch (step.kind) {
      case PathStep::Kind::Move:
        start = at = step.end;
        break;
      case PathStep::Kind::Line:
        segment(at, step.end);
        at = step.end;
        break;
      case PathStep::Kind::Cubic: {
        const Point from = at;
        for (int i = 1; i <= curve_parts; ++i) {
          const Point next = on_cubic(from, step, static_cast<double>(i) / curve_parts);
          segment(at, next);
          at = next;
        }
        break;
      }
      case PathStep::Kind::Close:
        segment(at, start);
        at = start;
        break;
    }
  }
}

}  // namespace handbill
