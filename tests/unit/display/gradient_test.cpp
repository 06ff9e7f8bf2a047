// SPDX-License-Identifier: MIT
#include "display/gradient.h"

#include <catch2/catch.hpp>

namespace handbill::display {
namespace {

Point at(double x, double y) { return {Length::pt(x), Length::pt(y)}; }

Gradient linear(Point from, Point to) {
  return {.kind = Gradient::Kind::Linear, .from = from, .to = to, .stops = {}};
}

void check_point(Point seen, Point wanted) {
  CHECK(seen.x.pt() == Approx(wanted.x.pt()).margin(1e-9));
  CHECK(seen.y.pt() == Approx(wanted.y.pt()).margin(1e-9));
}

/// How far along a linear gradient a point is.
double place(const Gradient& gradient, Point p) {
  const Point way = gradient.to - gradient.from, off = p - gradient.from;
  const double square = way.x.pt() * way.x.pt() + way.y.pt() * way.y.pt();
  return (off.x.pt() * way.x.pt() + off.y.pt() * way.y.pt()) / square;
}

}  // namespace

TEST_CASE("every point keeps its place along a linear gradient under any map") {
  const Gradient diagonal = linear(at(0, 0), at(1, 1));
  for (const Matrix& map : {Matrix{100, 0, 0, 30, 5, 6}, Matrix{2, 1, -0.5, 3, 0, 0},
                            Matrix{-1, 0, 0, 1, 1, 0}, Matrix{0, 4, 4, 0, 0, 0}}) {
    const Gradient mapped = transformed(diagonal, map);
    for (const Point p : {at(0, 0), at(1, 0), at(0, 1), at(1, 1), at(0.3, 0.8)}) {
      CHECK(place(mapped, map.apply(p)) == Approx(place(diagonal, p)).margin(1e-9));
    }
  }
}

TEST_CASE("circles move and grow evenly") {
  Gradient radial{.kind = Gradient::Kind::Radial, .from = at(1, 1), .to = at(2, 2), .stops = {}};
  radial.from_radius = Length::pt(1);
  radial.to_radius = Length::pt(3);
  const Gradient mapped = transformed(radial, {0, 2, -2, 0, 10, 0});
  check_point(mapped.from, at(8, 2));
  check_point(mapped.to, at(6, 4));
  CHECK(mapped.from_radius.pt() == Approx(2));
  CHECK(mapped.to_radius.pt() == Approx(6));
}

TEST_CASE("turns, moves and even scales keep circles round, stretches and skews do not") {
  CHECK(keeps_circles({}));
  CHECK(keeps_circles({0, 2, -2, 0, 10, 0}));
  CHECK(keeps_circles({-3, 0, 0, 3, 0, 0}));
  CHECK_FALSE(keeps_circles({2, 0, 0, 1, 0, 0}));
  CHECK_FALSE(keeps_circles({1, 0, 0.5, 1, 0, 0}));
}

TEST_CASE("between two stops inks mix, beyond the ends they go on") {
  const color::Color teal = color::Color::process({0.8, 0.2, 0.4, 0});
  Gradient gradient = linear(at(0, 0), at(1, 0));
  gradient.stops = {{0.2, teal}, {0.6, color::Color::paper()}, {0.6, color::Color::black()}};
  CHECK(color_at(gradient, 0) == teal);
  CHECK(color_at(gradient, 0.4).cmyk.c == Approx(0.4));
  CHECK(color_at(gradient, 0.6) == color::Color::black());
  CHECK(color_at(gradient, 1) == color::Color::black());
}

TEST_CASE("tints of one spot ink mix on its plate") {
  const color::Color gold = color::Color::spot_ink("Gold", {0, 0.2, 0.6, 0.2});
  const color::Color half = mixed(gold, gold.tinted(0.2), 0.5);
  CHECK(half.kind == color::InkKind::Spot);
  CHECK(half.tint == Approx(0.6));
  CHECK(mixed(gold, color::Color::paper(), 0.5).kind == color::InkKind::Process);
}

}  // namespace handbill::display
