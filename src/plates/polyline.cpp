// SPDX-License-Identifier: MIT
#include "plates/polyline.h"

#include <algorithm>

namespace handbill::plates {
namespace {

constexpr int kMostPieces = 64;
constexpr double kMostDashes = 100'000;

double distance(Point a, Point b) { return std::hypot((b.x - a.x).pt(), (b.y - a.y).pt()); }

Point between(Point a, Point b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

/// Gathers what walk() tells.
class Contours {
 public:
  void move(Point to) {
    finish(false);
    line_.points = {to};
  }
  void line(Point to) { line_.points.push_back(to); }
  /// The next contour starts where this one did, if nothing moves away.
  void close() {
    if (line_.points.empty()) return;
    const Point start = line_.points.front();
    finish(true);
    line_.points = {start};
  }
  std::vector<Polyline> take() {
    finish(false);
    return std::move(lines_);
  }

 private:
  void finish(bool closed) {
    std::vector<Point>& points = line_.points;
    if (closed && points.size() > 1 && points.back() == points.front()) points.pop_back();
    line_.closed = closed;
    if (points.size() > 1 || (closed && !points.empty())) lines_.push_back(std::move(line_));
    line_ = {};
  }

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

/// A chord of a curve is off by at most an eighth of its second derivative times the square of the
/// step; that of a cubic is largest at one of its ends.
int curve_pieces(Point from, const PathStep& step, Length tolerance) {
  const auto bend = [](Point a, Point b, Point c) {
    return std::hypot((a.x - b.x * 2 + c.x).pt(), (a.y - b.y * 2 + c.y).pt());
  };
  const double largest = std::max(bend(from, step.control1, step.control2),
                                  bend(step.control1, step.control2, step.end));
  const double wanted = std::sqrt(0.75 * largest / tolerance.pt());
  return wanted < kMostPieces ? std::max(1, static_cast<int>(std::ceil(wanted))) : kMostPieces;
}

std::vector<Polyline> flattened(const Path& path, Length tolerance) {
  Contours contours;
  walk(path, tolerance, contours);
  return contours.take();
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
