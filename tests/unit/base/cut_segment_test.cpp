// SPDX-License-Identifier: MIT
#include "base/cut_segment.h"

#include <catch2/catch.hpp>

namespace handbill {
namespace {

Point at(double x, double y) { return {Length::pt(x), Length::pt(y)}; }

TEST_CASE("a segment is cut off at the edges of a box") {
  const Rect box{Length::pt(10), Length::pt(20), Length::pt(30), Length::pt(40)};
  const auto through = way_inside(at(0, 30), at(50, 30), box);
  REQUIRE(through);
  CHECK(through->enter == Approx(0.2));
  CHECK(through->leave == Approx(0.8));
  const auto back = way_inside(at(50, 30), at(0, 30), box);
  REQUIRE(back);
  CHECK(back->enter == Approx(0.2));
  const auto inside = way_inside(at(15, 25), at(15, 25), box);
  REQUIRE(inside);
  CHECK(inside->enter == 0);
  CHECK(inside->leave == 1);
  CHECK(way_inside(at(10, 0), at(10, 100), box));            // along its edge
  CHECK_FALSE(way_inside(at(9.99, 0), at(9.99, 100), box));  // beside it
  CHECK_FALSE(way_inside(at(0, 50), at(20, 80), box));       // past its corner
}

}  // namespace
}  // namespace handbill
