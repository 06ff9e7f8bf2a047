// SPDX-License-Identifier: MIT
// Points, sizes, rectangles, insets and affine maps. Origin top left, x to the right, y down.
#pragma once

#include <algorithm>
#include <cmath>

#include "base/length.h"

namespace handbill {

struct Point {
  Length x;
  Length y;
  auto operator<=>(const Point&) const = default;
  friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
  friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
};

struct Size {
  Length width;
  Length height;
  auto operator<=>(const Size&) const = default;
};

/// Distances from the four sides inwards (negative: outwards).
struct Insets {
  Length top;
  Length right;
  Length bottom;
  Length left;
  static Insets all(Length value) { return {value, value, value, value}; }
  auto operator<=>(const Insets&) const = default;
};

struct Rect {
  Length left;
  Length top;
  Length width;
  Length height;

  static Rect from_edges(Length left, Length top, Length right, Length bottom) {
    return {left, top, right - left, bottom - top};
  }
  Length right() const { return left + width; }
  Length bottom() const { return top + height; }
  Point origin() const { return {left, top}; }
  Size size() const { return {width, height}; }
  Rect moved(Point by) const { return {left + by.x, top + by.y, width, height}; }
  Rect inset(const Insets& by) const {
    return from_edges(left + by.left, top + by.top, right() - by.right, bottom() - by.bottom);
  }
  Rect outset(Length by) const { return inset(Insets::all(-by)); }
  Rect united(const Rect& o) const {
    return from_edges(std::min(left, o.left), std::min(top, o.top), std::max(right(), o.right()),
                      std::max(bottom(), o.bottom()));
  }
  /// True when `inner` lies inside, give or take kTolerance.
  bool contains(const Rect& inner) const {
    return inner.left >= left - kTolerance && inner.top >= top - kTolerance &&
           inner.right() <= right() + kTolerance && inner.bottom() <= bottom() + kTolerance;
  }
  bool intersects(const Rect& o) const {
    return left < o.right() && o.left < right() && top < o.bottom() && o.top < bottom();
  }
  auto operator<=>(const Rect&) const = default;
};

/// x' = a x + c y + e, y' = b x + d y + f (the order of PDF 1.7, 8.3.3); e and f in points.
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  static Matrix translate(Point by) { return {1, 0, 0, 1, by.x.pt(), by.y.pt()}; }
  static Matrix scale(double sx, double sy) { return {sx, 0, 0, sy, 0, 0}; }
  Point apply(Point p) const {
    return {Length::pt(a * p.x.pt() + c * p.y.pt() + e),
            Length::pt(b * p.x.pt() + d * p.y.pt() + f)};
  }
  /// The map that applies *this first and then `next`.
  Matrix then(const Matrix& n) const {
    return {a * n.a + b * n.c, a * n.b + b * n.d,       c * n.a + d * n.c,
            c * n.b + d * n.d, e * n.a + f * n.c + n.e, e * n.b + f * n.d + n.f};
  }
  /// How much it scales the direction that it scales least: of a map that stretches one way, the
  /// thinner weight of a line.
  double least_scale() const {
    const double squares = a * a + b * b + c * c + d * d, area = std::abs(a * d - b * c);
    const double apart = std::sqrt(std::max(squares * squares - 4 * area * area, 0.0));
    const double most = std::sqrt((squares + apart) / 2);
    return most > 0 ? area / most : 0;
  }
  auto operator<=>(const Matrix&) const = default;
};

}  // namespace handbill
