// SPDX-License-Identifier: MIT
#include "base/path.h"

#include <array>
#include <cmath>

namespace handbill {
namespace {

// The cubic that lies closest to a quarter circle of radius 1 has its controls this far out.
constexpr double kQuarterArc = 0.5522847498307936;

struct Range {
  double low = HUGE_VAL;
  double high = -HUGE_VAL;
  void add(double v) {
    low = std::min(low, v);
    high = std::max(high, v);
  }
};

double cubic_at(const std::array<double, 4>& p, double t) {
  const double u = 1 - t;
  return u * u * u * p[0] + 3 * u * u * t * p[1] + 3 * u * t * t * p[2] + t * t * t * p[3];
}

void add_cubic_extremes(const std::array<double, 4>& p, Range& range) {
  range.add(p[3]);
  // The derivative is 3 (a t^2 + b t + c).
  const double a = -p[0] + 3 * p[1] - 3 * p[2] + p[3];
  const double b = 2 * (p[0] - 2 * p[1] + p[2]);
  const double c = p[1] - p[0];
  const auto add_if_inside = [&](double t) {
    if (t > 0 && t < 1) range.add(cubic_at(p, t));
  };
  if (std::abs(a) < 1e-12) {
    if (std::abs(b) > 1e-12) add_if_inside(-c / b);
    return;
  }
  const double discriminant = b * b - 4 * a * c;
  if (discriminant < 0) return;
  const double root = std::sqrt(discriminant);
  add_if_inside((-b + root) / (2 * a));
  add_if_inside((-b - root) / (2 * a));
}

}  // namespace

void Path::move(Point to) { steps_.push_back({.kind = PathStep::Kind::Move, .end = to}); }
void Path::line(Point to) { steps_.push_back({.kind = PathStep::Kind::Line, .end = to}); }

void Path::cubic(Point c1, Point c2, Point to) {
  steps_.push_back({.kind = PathStep::Kind::Cubic, .control1 = c1, .control2 = c2, .end = to});
}

void Path::quadratic(Point control, Point to) {
  const auto toward = [](Point from, Point target) {
    return Point{from.x + (target.x - from.x) * (2.0 / 3),
                 from.y + (target.y - from.y) * (2.0 / 3)};
  };
  cubic(toward(current(), control), toward(to, control), to);
}

void Path::close() { steps_.push_back({.kind = PathStep::Kind::Close}); }

void Path::append(const Path& other) {
  steps_.insert(steps_.end(), other.steps_.begin(), other.steps_.end());
}

Point Path::current() const {
  for (auto step = steps_.rbegin(); step != steps_.rend(); ++step) {
    if (step->kind != PathStep::Kind::Close) return step->end;
  }
  return {};
}

Path Path::rect(const Rect& box) {
  Path path;
  path.move({box.left, box.top});
  path.line({box.right(), box.top});
  path.line({box.right(), box.bottom()});
  path.line({box.left, box.bottom()});
  path.close();
  return path;
}

Path Path::rounded_rect(const Rect& box, Length radius) {
  const Length r = std::min(radius, std::min(box.width, box.height) / 2);
  if (r <= Length()) return rect(box);
  const Length k = r * (1 - kQuarterArc);
  const Length l = box.left, t = box.top, rt = box.right(), b = box.bottom();
  Path path;
  path.move({l + r, t});
  path.line({rt - r, t});
  path.cubic({rt - k, t}, {rt, t + k}, {rt, t + r});
  path.line({rt, b - r});
  path.cubic({rt, b - k}, {rt - k, b}, {rt - r, b});
  path.line({l + r, b});
  path.cubic({l + k, b}, {l, b - k}, {l, b - r});
  path.line({l, t + r});
  path.cubic({l, t + k}, {l + k, t}, {l + r, t});
  path.close();
  return path;
}

Path Path::ellipse(Point center, Length rx, Length ry) {
  const Length kx = rx * kQuarterArc, ky = ry * kQuarterArc;
  const Length x = center.x, y = center.y;
  Path path;
  path.move({x + rx, y});
  path.cubic({x + rx, y + ky}, {x + kx, y + ry}, {x, y + ry});
  path.cubic({x - kx, y + ry}, {x - rx, y + ky}, {x - rx, y});
  path.cubic({x - rx, y - ky}, {x - kx, y - ry}, {x, y - ry});
  path.cubic({x + kx, y - ry}, {x + rx, y - ky}, {x + rx, y});
  path.close();
  return path;
}

Path Path::segment(Point from, Point to) {
  Path path;
  path.move(from);
  path.line(to);
  return path;
}

Path Path::transformed(const Matrix& map) const {
  Path result;
  result.steps_.reserve(steps_.size());
  for (const PathStep& step : steps_) {
    result.steps_.push_back(
        {step.kind, map.apply(step.control1), map.apply(step.control2), map.apply(step.end)});
  }
  return result;
}

std::optional<Rect> Path::bounds() const {
  if (steps_.empty()) return std::nullopt;
  Range x, y;
  Point from{};
  for (const PathStep& step : steps_) {
    if (step.kind == PathStep::Kind::Close) continue;
    if (step.kind == PathStep::Kind::Cubic) {
      add_cubic_extremes({from.x.pt(), step.control1.x.pt(), step.control2.x.pt(), step.end.x.pt()},
                         x);
      add_cubic_extremes({from.y.pt(), step.control1.y.pt(), step.control2.y.pt(), step.end.y.pt()},
                         y);
    } else {
      x.add(step.end.x.pt());
      y.add(step.end.y.pt());
    }
    from = step.end;
  }
  return Rect::from_edges(Length::pt(x.low), Length::pt(y.low), Length::pt(x.high),
                          Length::pt(y.high));
}

}  // namespace handbill
