// SPDX-License-Identifier: MIT
#include "display/gradient.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace handbill::display {
namespace {

/// The direction of a map, without where it moves things.
Matrix linear_part(const Matrix& map) { return {map.a, map.b, map.c, map.d, 0, 0}; }

double dot(Point p, Point q) { return p.x.pt() * q.x.pt() + p.y.pt() * q.y.pt(); }

}  // namespace

Gradient transformed(const Gradient& gradient, const Matrix& map) {
  Gradient result = gradient;
  result.from = map.apply(gradient.from);
  result.to = map.apply(gradient.to);
  const double scale = std::sqrt(std::abs(map.a * map.d - map.b * map.c));
  result.from_radius = gradient.from_radius * scale;
  result.to_radius = gradient.to_radius * scale;
  if (gradient.kind != Gradient::Kind::Linear) return result;
  // What lies across the line has one colour and must keep it: the new line is across the mapped
  // bands, not along the mapped line.
  const Point along = gradient.to - gradient.from;
  const Point band = linear_part(map).apply({-along.y, along.x});
  const Point seen = result.to - result.from;
  const double square = dot(band, band);
  if (square > 0) {
    const double share = dot(seen, band) / square;
    result.to = result.from + seen - Point{band.x * share, band.y * share};
  }
  return result;
}

bool keeps_circles(const Matrix& map) {
  const double across = std::hypot(map.a, map.b), down = std::hypot(map.c, map.d);
  const double skew = map.a * map.c + map.b * map.d;
  const double near = 1e-6 * std::max(across, down);
  return std::abs(across - down) <= near && std::abs(skew) <= near * std::max(across, down);
}

color::Color mixed(const color::Color& a, const color::Color& b, double amount) {
  const auto between = [amount](double x, double y) { return x + (y - x) * amount; };
  const bool one_ink = a.kind == b.kind && a.spot == b.spot && a.kind != color::InkKind::Process;
  if (one_ink) {
    color::Color result = a;
    result.tint = between(a.tint, b.tint);
    return result;
  }
  const color::Cmyk p = a.as_cmyk(), q = b.as_cmyk();
  return color::Color::process(
      {between(p.c, q.c), between(p.m, q.m), between(p.y, q.y), between(p.k, q.k)});
}

color::Color color_at(const Gradient& gradient, double offset) {
  HANDBILL_CHECK(!gradient.stops.empty(), "a gradient has stops");
  const auto after = std::ranges::find_if(
      gradient.stops, [&](const Gradient::Stop& stop) { return stop.offset > offset; });
  if (after == gradient.stops.begin()) return after->color;
  if (after == gradient.stops.end()) return gradient.stops.back().color;
  const Gradient::Stop& before = *(after - 1);
  return mixed(before.color, after->color,
               (offset - before.offset) / (after->offset - before.offset));
}

}  // namespace handbill::display
