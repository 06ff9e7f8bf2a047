// SPDX-License-Identifier: MIT
#include "plates/stroke_outline.h"

#include <catch2/catch.hpp>

#include "base/number.h"

namespace handbill::plates {
namespace {

using display::Cap;
using display::Join;

Point at(double x, double y) { return {Length::pt(x), Length::pt(y)}; }

std::string outline(const std::vector<Point>& points, display::Stroke stroke, bool closed = false) {
  Path path;
  path.move(points.front());
  for (std::size_t i = 1; i < points.size(); ++i) path.line(points[i]);
  if (closed) path.close();
  std::string all;
  for (const Polyline& ring : stroke_outline(path, stroke, Length::pt(0.5))) {
    CHECK(ring.closed);
    if (!all.empty()) all += "; ";
    for (const Point& point : ring.points) {
      all += (&point == &ring.points.front() ? "" : " ") + format_number(point.x.pt(), 2) + "," +
             format_number(point.y.pt(), 2);
    }
  }
  return all;
}

display::Stroke wide(double width) {
  display::Stroke stroke;
  stroke.width = Length::pt(width);
  return stroke;
}

}  // namespace

TEST_CASE("a line is as wide as its stroke, and as long as its cap has it") {
  const std::vector<Point> line = {at(0, 0), at(10, 0)};
  display::Stroke stroke = wide(4);
  CHECK(outline(line, stroke) == "0,-2 10,-2 10,2 0,2");
  stroke.cap = Cap::Square;
  CHECK(outline(line, stroke) == "0,-2 10,-2 12,-2 12,2 10,2 0,2 -2,2 -2,-2");
  stroke.cap = Cap::Round;
  CHECK(outline(line, stroke) == "0,-2 10,-2 11.73,-1 11.73,1 10,2 10,2 0,2 -1.73,1 -1.73,-1 0,-2");
  CHECK(outline(line, wide(0)) == "");
  CHECK(outline(line, wide(-1)) == "");
  // Points in one place are one.
  CHECK(outline({at(0, 0), at(0, 0), at(10, 0), at(10, 0)}, wide(4)) == "0,-2 10,-2 10,2 0,2");
}

TEST_CASE("a line without length is a dot where its cap is round") {
  display::Stroke stroke = wide(4);
  CHECK(outline({at(5, 5)}, stroke, true) == "");
  stroke.cap = Cap::Square;
  CHECK(outline({at(5, 5)}, stroke, true) == "");
  stroke.cap = Cap::Round;
  CHECK(outline({at(5, 5)}, stroke, true) == "5.62,6.9 3.38,6.18 3.38,3.82 5.62,3.1 7,5");
}

TEST_CASE("a corner is a point as far as its miter limit lets it, else cut") {
  // At a right angle the miter is the root of two as long as the line is wide.
  const std::vector<Point> corner = {at(0, 0), at(10, 0), at(10, 10)};
  display::Stroke stroke = wide(2);
  stroke.miter_limit = 1.42;
  CHECK(outline(corner, stroke) == "0,-1 11,-1 11,10 9,10 9,1 0,1");
  stroke.miter_limit = 1.41;
  CHECK(outline(corner, stroke) == "0,-1 10,-1 11,0 11,10 9,10 9,1 0,1");
  stroke.join = Join::Bevel;
  stroke.miter_limit = 10;
  CHECK(outline(corner, stroke) == "0,-1 10,-1 11,0 11,10 9,10 9,1 0,1");
  stroke.join = Join::Round;
  CHECK(outline(corner, stroke) == "0,-1 10,-1 11,0 11,0 11,10 9,10 9,1 0,1");
  // The other way round the point is on the other side.
  const std::vector<Point> left = {at(0, 0), at(10, 0), at(10, -10)};
  CHECK(outline(left, wide(2)) == "0,-1 9,-1 9,-10 11,-10 11,1 0,1");
}

TEST_CASE("inside a corner sides meet where both are long enough") {
  const auto inner = [](double leg) {
    return outline({at(0, 0), at(leg, 0), at(leg, -10)}, wide(4));
  };
  CHECK(inner(2) == "0,-2 0,-2 0,-10 4,-10 4,2 0,2");
  CHECK(inner(1.9) == "0,-2 1.9,-2 1.9,0 -0.1,0 -0.1,-10 3.9,-10 3.9,2 0,2");
}

TEST_CASE("what is closed has an outer and an inner ring") {
  const std::vector<Point> square = {at(0, 0), at(10, 0), at(10, 10), at(0, 10)};
  CHECK(outline(square, wide(2), true) == "11,-1 11,11 -1,11 -1,-1; 9,9 9,1 1,1 1,9");
}

}  // namespace handbill::plates
