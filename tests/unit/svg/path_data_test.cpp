// SPDX-License-Identifier: MIT
#include "svg/path_data.h"

#include <catch2/catch.hpp>

namespace {

using handbill::Length;
using handbill::Path;
using handbill::Point;
using handbill::Rect;
using handbill::svg::path_data;

Point at(double x, double y) { return {Length::pt(x), Length::pt(y)}; }

Path zigzag(std::initializer_list<Point> points) {
  Path path;
  bool first = true;
  for (const Point& each : points) {
    first ? path.move(each) : path.line(each);
    first = false;
  }
  return path;
}

}  // namespace

TEST_CASE("paths are written relative, with the shortest commands and numbers") {
  struct Case {
    Path path;
    std::string expected;
  };
  Path cubic;
  cubic.move(at(1, 1));
  cubic.cubic(at(1, 2), at(3, 4), at(5, 1));
  cubic.cubic(at(5, 0), at(4, 0), at(3.5, 0.25));
  cubic.close();
  Path two = Path::rect({{}, {}, Length::pt(2), Length::pt(1)});
  two.append(Path::rect({Length::pt(4), Length::pt(4), Length::pt(1), Length::pt(1)}));
  Path after_close = Path::rect({{}, {}, Length::pt(2), Length::pt(1)});
  after_close.line(at(5, 5));
  Path no_move;
  no_move.line(at(1, 2));
  Path stray = zigzag({at(1, 1)});
  stray.append(zigzag({at(2, 2), at(3, 3)}));
  const std::vector<Case> cases = {
      {Path(), ""},
      {zigzag({at(1, 2)}), ""},
      {zigzag({at(1, 2), at(3, 5)}), "M1 2l2 3"},
      {zigzag({at(1, 2), at(3, 2), at(3, 5), at(2, 4)}), "M1 2h2v3l-1-1"},
      {zigzag({at(0, 0), at(1, 1), at(3, 2)}), "M0 0l1 1 2 1"},
      {zigzag({at(-0.5, 0.125), at(-0.25, 0)}), "M-.5 .125l.25-.125"},
      {Path::rect({Length::pt(1), Length::pt(2), Length::pt(3), Length::pt(4)}), "M1 2h3v4h-3z"},
      {cubic, "M1 1c0 1 2 3 4 0 0-1-1-1-1.5-.75z"},
      {two, "M0 0h2v1h-2zm4 4h1v1h-1z"},
      {after_close, "M0 0h2v1h-2zl5 5"},
      {no_move, "M0 0l1 2"},
      {stray, "M2 2l1 1"},
  };
  for (const Case& each : cases) CHECK(path_data(each.path) == each.expected);
}

TEST_CASE("a path can be scaled and rounded to fewer decimals") {
  const Path path = zigzag({at(0.1, 0.2), at(0.4, 0.35)});
  CHECK(path_data(path, {.scale = 1000, .decimals = 0}) == "M100 200l300 150");
  CHECK(path_data(path, {.scale = 1, .decimals = 1}) == "M.1 .2l.3 .2");
}

TEST_CASE("rounding does not add up along a path") {
  Path path;
  path.move(at(0, 0));
  for (int i = 1; i <= 10; ++i) path.line(at(i * 0.14, i * 0.14));
  path.line(at(0, 1.4));
  CHECK(path_data(path, {.scale = 1, .decimals = 1}).ends_with("h-1.4"));
}

TEST_CASE("a coordinate that is no number is a bug of the caller") {
  const Path path = zigzag({at(0, 0), at(std::numeric_limits<double>::quiet_NaN(), 1)});
  CHECK_THROWS(path_data(path));
}
