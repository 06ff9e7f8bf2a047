// SPDX-License-Identifier: MIT
// A path of lines and cubic curves, in any coordinate system its owner states.
#pragma once

#include <optional>
#include <vector>

#include "base/geometry.h"

namespace handbill {

struct PathStep {
  enum class Kind : unsigned char { Move, Line, Cubic, Close };
  Kind kind = Kind::Move;
  /// Cubic: two control points, then the end. Move and Line: only `end`. Close: none.
  Point control1{};
  Point control2{};
  Point end{};
  bool operator==(const PathStep&) const = default;
};

class Path {
 public:
  void move(Point to);
  void line(Point to);
  void cubic(Point c1, Point c2, Point to);
  /// A quadratic curve, raised to a cubic.
  void quadratic(Point control, Point to);
  void close();
  void append(const Path& other);

  static Path rect(const Rect& box);
  /// Corners of `radius`, cut down to half the shorter side.
  static Path rounded_rect(const Rect& box, Length radius);
  static Path ellipse(Point center, Length rx, Length ry);
  static Path segment(Point from, Point to);

  Path transformed(const Matrix& map) const;
  /// The tight box of the curve itself, not of its control points; empty path: nothing.
  std::optional<Rect> bounds() const;

  const std::vector<PathStep>& steps() const { return steps_; }
  bool empty() const { return steps_.empty(); }
  bool operator==(const Path&) const = default;

 private:
  Point current() const;
  std::vector<PathStep> steps_;
};

}  // namespace handbill
