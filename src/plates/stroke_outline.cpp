// SPDX-License-Identifier: MIT
#include "plates/stroke_outline.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace handbill::plates {
namespace {

using display::Cap;
using display::Join;

struct Direction {
  double x = 0, y = 0;
  Direction operator-() const { return {-x, -y}; }
  /// A quarter turn against the clock, as seen on the page.
  Direction left() const { return {y, -x}; }
};

Point moved(Point p, Direction by, double distance) {
  return {p.x + Length::pt(by.x * distance), p.y + Length::pt(by.y * distance)};
}

/// Neighbours that lie in one place are one point.
Polyline without_repeats(const Polyline& line) {
  Polyline out;
  out.closed = line.closed;
  const auto apart = [](Point a, Point b) {
    return std::abs((a.x - b.x).pt()) > 1e-6 || std::abs((a.y - b.y).pt()) > 1e-6;
  };
  for (const Point& point : line.points) {
    if (out.points.empty() || apart(out.points.back(), point)) out.points.push_back(point);
  }
  while (out.closed && out.points.size() > 1 && !apart(out.points.back(), out.points.front())) {
    out.points.pop_back();
  }
  return out;
}

/// One side of a line at half the stroke's width; the other side is that of the line reversed.
class Side {
 public:
  Side(const display::Stroke& stroke, Length tolerance)
      : stroke_(stroke), half_(stroke.width.pt() / 2) {
    const double cosine = 1 - tolerance.pt() / half_;
    step_ = cosine > 0 ? std::max(0.05, 2 * std::acos(cosine)) : std::numbers::pi / 2;
  }

  /// Appends the side of `line` to `out`, the joins at its inner points included, without caps.
  void append(const Polyline& line, std::vector<Point>& out) const {
    const std::vector<Point>& p = line.points;
    const std::size_t count = p.size(), segments = line.closed ? count : count - 1;
    for (std::size_t i = 0; i < segments; ++i) {
      const Segment now = segment(p[i], p[(i + 1) % count]);
      if (i == 0 && !line.closed) out.push_back(moved(p[0], now.direction.left(), half_));
      const bool last = i + 1 == segments;
      if (last && !line.closed) {
        out.push_back(moved(p[count - 1], now.direction.left(), half_));
      } else {
        const std::size_t corner = (i + 1) % count;
        join(p[corner], now, segment(p[corner], p[(corner + 1) % count]), out);
      }
    }
  }

  /// From the left to the right of the end of a line.
  void append_cap(Point end, Point before, std::vector<Point>& out) const {
    const Direction along = segment(before, end).direction;
    if (stroke_.cap == Cap::Square) {
      const Point beyond = moved(end, along, half_);
      out.push_back(moved(beyond, along.left(), half_));
      out.push_back(moved(beyond, -along.left(), half_));
    } else if (stroke_.cap == Cap::Round) {
      append_arc(end, along.left(), std::numbers::pi, out);
    }
  }

  /// A line without length.
  void append_dot(Point at, std::vector<Point>& out) const {
    if (stroke_.cap == Cap::Round) append_arc(at, {1, 0}, 2 * std::numbers::pi, out);
  }

 private:
  struct Segment {
    Direction direction;
    double length = 0;
  };

  static Segment segment(Point from, Point to) {
    const double x = (to.x - from.x).pt(), y = (to.y - from.y).pt(), length = std::hypot(x, y);
    return {{x / length, y / length}, length};
  }

  /// Clockwise as seen on the page, `from` not included.
  void append_arc(Point center, Direction from, double angle, std::vector<Point>& out) const {
    const int count = std::max(1, static_cast<int>(std::ceil(angle / step_)));
    for (int i = 1; i <= count; ++i) {
      const double turn = angle * i / count, c = std::cos(turn), s = std::sin(turn);
      out.push_back(moved(center, {from.x * c - from.y * s, from.x * s + from.y * c}, half_));
    }
  }

  void join(Point at, const Segment& in, const Segment& next, std::vector<Point>& out) const {
    const Direction a = in.direction, b = next.direction;
    const double cross = a.x * b.y - a.y * b.x;
    const double dot = std::clamp(a.x * b.x + a.y * b.y, -1.0, 1.0);
    const Point from = moved(at, a.left(), half_), to = moved(at, b.left(), half_);
    const auto meet = [&] {
      const Direction both = {a.left().x + b.left().x, a.left().y + b.left().y};
      return moved(at, both, half_ / (1 + dot));
    };
    if (cross < 0) {
      const double reach = half_ * std::sqrt((1 - dot) / std::max(1 + dot, 1e-9));
      if (reach <= in.length && reach <= next.length) {
        out.push_back(meet());
      } else {
        out.insert(out.end(), {from, at, to});
      }
      return;
    }
    // The sine of half the angle between the two (PDF 1.7, 8.4.3.5).
    const double sine = std::sqrt((1 + dot) / 2);
    if (stroke_.join == Join::Miter && sine * std::max(1.0, stroke_.miter_limit) >= 1) {
      out.push_back(meet());
      return;
    }
    out.push_back(from);
    if (stroke_.join == Join::Round) append_arc(at, a.left(), std::acos(dot), out);
    out.push_back(to);
  }

  const display::Stroke& stroke_;
  double half_;
  double step_;
};

void append_outline(const Polyline& line, const Side& side, std::vector<Polyline>& out) {
  const auto add = [&](Polyline ring) {
    ring.closed = true;
    if (ring.points.size() > 2) out.push_back(std::move(ring));
  };
  Polyline there = line, back = line;
  std::reverse(back.points.begin(), back.points.end());
  Polyline ring;
  if (line.points.size() == 1) {
    side.append_dot(line.points.front(), ring.points);
    return add(std::move(ring));
  }
  // Two points that are joined to a ring are a line there and back, without caps.
  side.append(there, ring.points);
  if (line.closed) {
    add(std::move(ring));
    ring = {};
  } else {
    side.append_cap(there.points.back(), *(there.points.end() - 2), ring.points);
  }
  side.append(back, ring.points);
  if (!line.closed) side.append_cap(back.points.back(), *(back.points.end() - 2), ring.points);
  add(std::move(ring));
}

}  // namespace

std::vector<Polyline> stroke_outline(const Path& path, const display::Stroke& stroke,
                                     Length tolerance) {
  std::vector<Polyline> out;
  if (!(stroke.width > Length()) || !std::isfinite(stroke.width.pt())) return out;
  const Side side(stroke, tolerance);
  for (const Polyline& line : dashed(flattened(path, tolerance), stroke.dash, stroke.dash_phase)) {
    append_outline(without_repeats(line), side, out);
  }
  return out;
}

}  // namespace handbill::plates
