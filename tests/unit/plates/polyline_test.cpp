// SPDX-License-Identifier: MIT
#include "plates/polyline.h"

#include <catch2/catch.hpp>

#include "base/number.h"

namespace handbill::plates {
namespace {

Point corner(double x, double y) { return {Length::pt(x), Length::pt(y)}; }

/// "0,0 10,0; 20,5 20,9 closed"
std::string words(const std::vector<Polyline>& lines) {
  std::string all;
  for (const Polyline& line : lines) {
    if (!all.empty()) all += "; ";
    for (const Point& point : line.points) {
      all += (&point == &line.points.front() ? "" : " ") + format_number(point.x.pt(), 3) + "," +
             format_number(point.y.pt(), 3);
    }
    if (line.closed) all += " closed";
  }
  return all;
}

std::string dashes(std::vector<double> pattern, double phase,
                   std::vector<Polyline> lines = {{{corner(0, 0), corner(20, 0)}, false}}) {
  std::vector<Length> dash;
  for (const double each : pattern) dash.push_back(Length::pt(each));
  return words(dashed(std::move(lines), dash, Length::pt(phase)));
}

}  // namespace

TEST_CASE("a path becomes lines, open or closed, each from where it moves to") {
  const Length fine = Length::pt(0.1);
  Path path;
  path.move(corner(0, 0));
  path.line(corner(10, 0));
  path.move(corner(0, 5));
  path.line(corner(10, 5));
  path.line(corner(10, 9));
  path.close();
  CHECK(words(flattened(path, fine)) == "0,0 10,0; 0,5 10,5 10,9 closed");
  // What closes on its own start has that point once; what goes on starts there.
  Path square = Path::rect({{}, {}, Length::pt(2), Length::pt(2)});
  square.line(corner(5, 5));
  CHECK(words(flattened(square, fine)) == "0,0 2,0 2,2 0,2 closed; 0,0 5,5");
  Path back;
  back.move(corner(0, 0));
  back.line(corner(4, 0));
  back.line(corner(0, 0));
  back.close();
  CHECK(words(flattened(back, fine)) == "0,0 4,0 closed");
  Path nothing;
  nothing.move(corner(1, 1));
  CHECK(words(flattened(nothing, fine)) == "");
  nothing.close();
  CHECK(words(flattened(nothing, fine)) == "1,1 closed");
}

TEST_CASE("a curve has as many pieces as its tolerance wants, one at least and 64 at most") {
  const auto pieces = [](double height, double tolerance) {
    PathStep step;
    step.kind = PathStep::Kind::Cubic;
    step.control1 = corner(10, height);
    step.control2 = corner(20, height);
    step.end = corner(30, 0);
    return curve_pieces(corner(0, 0), step, Length::pt(tolerance));
  };
  CHECK(pieces(0, 0.1) == 1);
  // Twelve points of bend: the root of 0.75 * 12 / tolerance.
  CHECK(pieces(12, 9) == 1);
  CHECK(pieces(12, 8.9) == 2);
  CHECK(pieces(12, 1) == 3);
  CHECK(pieces(12, 0.99) == 4);
  CHECK(pieces(12, 0.01) == 30);
  CHECK(pieces(1e6, 0.01) == 64);
}

TEST_CASE("dashes and gaps follow each other from the phase on") {
  CHECK(dashes({4, 2}, 0) == "0,0 4,0; 6,0 10,0; 12,0 16,0; 18,0 20,0");
  CHECK(dashes({4, 2}, 1) == "0,0 3,0; 5,0 9,0; 11,0 15,0; 17,0 20,0");
  CHECK(dashes({4, 2}, 4) == "2,0 6,0; 8,0 12,0; 14,0 18,0");
  CHECK(dashes({4, 2}, 5) == "1,0 5,0; 7,0 11,0; 13,0 17,0; 19,0 20,0");
  CHECK(dashes({4, 2}, -1) == "1,0 5,0; 7,0 11,0; 13,0 17,0; 19,0 20,0");
  CHECK(dashes({4, 2}, 6) == dashes({4, 2}, 0));
  // Of an odd number dashes and gaps change places each time round.
  CHECK(dashes({3}, 0) == "0,0 3,0; 6,0 9,0; 12,0 15,0; 18,0 20,0");
  CHECK(dashes({4, 1, 2}, 0) == "0,0 4,0; 5,0 7,0; 11,0 12,0; 14,0 18,0; 19,0 20,0");
  CHECK(dashes({4, 1, 2}, 7) == "4,0 5,0; 7,0 11,0; 12,0 14,0; 18,0 19,0");
}

TEST_CASE("dashes go round corners, and round what is closed") {
  CHECK(dashes({4, 2}, 0, {{{corner(0, 0), corner(3, 0), corner(3, 5)}, false}}) ==
        "0,0 3,0 3,1; 3,3 3,5");
  CHECK(dashes({3, 1}, 0, {{{corner(0, 0), corner(4, 0), corner(4, 4), corner(0, 4)}, true}}) ==
        "0,0 3,0; 4,0 4,3; 4,4 1,4; 0,4 0,1");
  // Each line begins anew.
  CHECK(dashes({4, 2}, 0,
               {{{corner(0, 0), corner(5, 0)}, false}, {{corner(0, 9), corner(5, 9)}, false}}) ==
        "0,0 4,0; 0,9 4,9");
}

TEST_CASE("patterns that are none leave lines whole") {
  const std::string whole = "0,0 20,0";
  CHECK(dashes({0, 0}, 0) == whole);
  CHECK(dashes({-1, 2}, 0) == whole);
  CHECK(dashes({4, 2}, std::numeric_limits<double>::infinity()) == whole);
  CHECK(dashes({std::numeric_limits<double>::quiet_NaN()}, 0) == whole);
  // 100,000 dashes and gaps are too many for a line.
  CHECK(dashes({0.0002}, 0) == whole);
  CHECK(dashes({0.00021}, 0) != whole);
}

}  // namespace handbill::plates
