// SPDX-License-Identifier: MIT
#include "plates/polyline.h"

#include <algorithm>
#include <cmath>

#include "base/flatten.h"

namespace handbill::plates {
namespace {

constexpr int kMostPieces = 64;
constexpr double kMostDashes = 100'000;

bool finite(Point p) { return std::isfinite(p.x.pt()) && std::isfinite(p.y.pt()); }

double distance(Point a, Point b) { return std::hypot((b.x - a.x).pt(), (b.y - a.y).pt()); }

Point between(Point a, Point b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

/// A chord of a curve is off by at most an eighth of its second derivative times the square of the
/// step; that of a cubic is largest at one of its ends.
int pieces(Point from, const PathStep& step, Length tolerance) {
  const auto bend = [](Point a, Point b, Point c) {
    return std::hypot((a.x - b.x * 2 + c.x).pt(), (a.y - b.y * 2 + c.y).pt());
  };
  const double largest = std::max(bend(from, step.control1, step.control2),
                                  bend(step.control1, step.control2, step.end));
  const double wanted = std::sqrt(0.75 * largest / tolerance.pt());
  return wanted < kMostPieces ? std::max(1, static_cast<int>(std::ceil(wanted))) : kMostPieces;
}

class Flattener {
 public:
  explicit Flattener(Length tolerance) : tolerance_(tolerance) {}

  void add(const PathStep& step) {
    switch (step.kind) {
      case PathStep::Kind::Move:
        finish(false);
        add(step.end);
        break;
      case PathStep::Kind::Line:
        add(step.end);
        break;
      case PathStep::Kind::Cubic: {
        const Point from = line_.points.empty() ? step.control1 : line_.points.back();
        if (!finite(step.control1) || !finite(step.control2) || !finite(step.end)) break;
        const int count = pieces(from, step, tolerance_);
        for (int i = 1; i < count; ++i) {
          add(on_cubic(from, step, static_cast<double>(i) / count));
        }
        add(step.end);
        break;
      }
      case PathStep::Kind::Close:
        finish(true);
        break;
    }
  }

  std::vector<Polyline> take() {
    finish(false);
    return std::move(lines_);
  }

 private:
  void add(Point point) {
    if (finite(point)) line_.points.push_back(point);
  }
  /// After a contour is closed the next one starts where it did, if nothing moves away.
  void finish(bool closed) {
    std::vector<Point>& points = line_.points;
    const Point start = points.empty() ? Point{} : points.front();
    if (closed && points.size() > 1 && points.back() == points.front()) points.pop_back();
    line_.closed = closed;
    const bool drawn = points.size() > 1 || (closed && !points.empty());
    if (drawn) lines_.push_back(std::move(line_));
    line_ = {};
    if (closed && drawn) line_.points.push_back(start);
  }

  Length tolerance_;
  Polyline line_;
  std::vector<Polyline> lines_;
};

double length_of(const Polyline& line) {
  double sum = 0;
  for (std::size_t i = 1; i < line.points.size(); ++i) {
    sum += distance(line.points[i - 1], line.points[i]);
  }
  return sum;
}

/// Where in a pattern of dashes and gaps one is.
class Pattern {
 public:
  Pattern(const std::vector<Length>& dash, double total, Length phase) : dash_(dash) {
    // An odd pattern has dashes and gaps change places each time round (PDF 1.7, 8.4.3.6).
    double skip = std::fmod(phase.pt(), 2 * total);
    if (skip < 0) skip += 2 * total;
    rest_ = dash_.front().pt();
    while (skip >= rest_) {
      skip -= rest_;
      next();
    }
    rest_ -= skip;
  }
  bool painted() const { return painted_; }
  double rest() const { return rest_; }
  void move(double by) { rest_ -= by; }
  void next() {
    at_ = (at_ + 1) % dash_.size();
    painted_ = !painted_;
    rest_ = dash_[at_].pt();
  }

 private:
  const std::vector<Length>& dash_;
  std::size_t at_ = 0;
  bool painted_ = true;
  double rest_ = 0;
};

void cut(const Polyline& line, Pattern pattern, std::vector<Polyline>& out) {
  Polyline dash;
  const auto finish = [&] {
    if (dash.points.size() > 1) out.push_back(std::move(dash));
    dash = {};
  };
  if (pattern.painted()) dash.points.push_back(line.points.front());
  for (std::size_t i = 1; i < line.points.size(); ++i) {
    const Point from = line.points[i - 1], to = line.points[i];
    const double length = distance(from, to);
    double done = 0;
    while (length - done > pattern.rest()) {
      done += pattern.rest();
      const Point at = between(from, to, done / length);
      if (pattern.painted()) {
        dash.points.push_back(at);
        finish();
      }
      pattern.next();
      if (pattern.painted()) dash.points.push_back(at);
    }
    pattern.move(length - done);
    if (pattern.painted()) dash.points.push_back(to);
  }
  finish();
}

}  // namespace

std::vector<Polyline> flattened(const Path& path, Length tolerance) {
  Flattener flattener(tolerance);
  for (const PathStep& step : path.steps()) flattener.add(step);
  return flattener.take();
}

std::vector<Polyline> dashed(std::vector<Polyline> lines, const std::vector<Length>& dash,
                             Length phase) {
  double total = 0, length = 0;
  for (const Length each : dash) {
    if (!(each >= Length())) return lines;
    total += each.pt();
  }
  for (Polyline& line : lines) {
    length += length_of(line);
    if (line.closed) length += distance(line.points.back(), line.points.front());
  }
  const double count = length / total * static_cast<double>(dash.size());
  if (!(total > 0) || !std::isfinite(phase.pt()) || !(count < kMostDashes)) return lines;
  const Pattern pattern(dash, total, phase);
  std::vector<Polyline> out;
  for (Polyline& line : lines) {
    if (line.closed) line.points.push_back(line.points.front());
    cut(line, pattern, out);
  }
  return out;
}

}  // namespace handbill::plates
