// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "base/number.h"
#include "picture/read_svg.h"

using handbill::Path;
using handbill::PathStep;
using handbill::Point;
using handbill::picture::parse_path_data;

namespace {

std::string text(Point p) {
  return " " + handbill::format_number(p.x.pt(), 3) + " " + handbill::format_number(p.y.pt(), 3);
}

/// Absolute commands again: "M 0 0 L 1 2 Z".
std::string dump(const Path& path) {
  std::string out;
  for (const PathStep& step : path.steps()) {
    if (!out.empty()) out += ' ';
    switch (step.kind) {
      case PathStep::Kind::Move:
        out += "M" + text(step.end);
        break;
      case PathStep::Kind::Line:
        out += "L" + text(step.end);
        break;
      case PathStep::Kind::Cubic:
        out += "C" + text(step.control1) + text(step.control2) + text(step.end);
        break;
      case PathStep::Kind::Close:
        out += "Z";
        break;
    }
  }
  return out;
}

std::string parsed(const std::string& data) {
  std::size_t error_at = 0;
  const auto path = parse_path_data(data, error_at);
  return path ? dump(*path) : "error at " + std::to_string(error_at);
}

}  // namespace

TEST_CASE("path data become absolute steps") {
  const auto [data, expected] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {" \n\t", ""},
      {"M1 2", "M 1 2"},
      {"M1,2 3,4", "M 1 2 L 3 4"},
      {"m1 2 3 4", "M 1 2 L 4 6"},
      {"M1 2L3 4 5 6", "M 1 2 L 3 4 L 5 6"},
      {"M1 2l3 4 5 6", "M 1 2 L 4 6 L 9 12"},
      {"M1 2H5v3h-1V0", "M 1 2 L 5 2 L 5 5 L 4 5 L 4 0"},
      {"M0 0h1 2 3", "M 0 0 L 1 0 L 3 0 L 6 0"},
      {"M.5.5-1-1", "M 0.5 0.5 L -1 -1"},
      {"M1e1 2E-1l+3,-4.", "M 10 0.2 L 13 -3.8"},
      {"M0 0 1 1z", "M 0 0 L 1 1 Z"},
      {"M0 0 1 1zl2 2", "M 0 0 L 1 1 Z M 0 0 L 2 2"},
      {"M5 5h1zm1 1h1", "M 5 5 L 6 5 Z M 6 6 L 7 6"},
      {"M0 0C1 2 3 4 5 6", "M 0 0 C 1 2 3 4 5 6"},
      {"M1 1c1 2 3 4 5 6", "M 1 1 C 2 3 4 5 6 7"},
      {"M0 0C0 0 3 4 5 6S8 9 10 10", "M 0 0 C 0 0 3 4 5 6 C 7 8 8 9 10 10"},
      {"M0 0S8 9 10 10", "M 0 0 C 0 0 8 9 10 10"},
      {"M0 0Q3 3 6 0", "M 0 0 C 2 2 4 2 6 0"},
      {"M0 0Q3 3 6 0T12 0", "M 0 0 C 2 2 4 2 6 0 C 8 -2 10 -2 12 0"},
      {"M0 0q3 3 6 0t6 0", "M 0 0 C 2 2 4 2 6 0 C 8 -2 10 -2 12 0"},
      {"M0 0T6 0", "M 0 0 C 0 0 2 0 6 0"},
  }));
  CAPTURE(data);
  CHECK(parsed(data) == expected);
}

TEST_CASE("a smooth curve takes nothing over from a curve of another kind") {
  CHECK(parsed("M0 0Q3 3 6 0S8 9 10 10") == "M 0 0 C 2 2 4 2 6 0 C 6 0 8 9 10 10");
  CHECK(parsed("M0 0C0 0 3 4 6 0T12 0") == "M 0 0 C 0 0 3 4 6 0 C 6 0 8 0 12 0");
}

TEST_CASE("arcs become cubics") {
  const auto [data, expected] = GENERATE(table<std::string, std::string>({
      // A quarter circle of radius 10 around 0, 0.
      {"M10 0A10 10 0 0 1 0 10", "M 10 0 C 10 5.523 5.523 10 0 10"},
      {"M10 0a10 10 0 01-10 10", "M 10 0 C 10 5.523 5.523 10 0 10"},
      {"M10 0A10,10,0,0,1,0,10", "M 10 0 C 10 5.523 5.523 10 0 10"},
      {"M10 0A-10 10 0 0 1 0 10", "M 10 0 C 10 5.523 5.523 10 0 10"},
      // Radii too small to reach grow until they do: half a circle.
      {"M0 0A1 1 0 0 1 20 0", "M 0 0 C 0 -5.523 4.477 -10 10 -10 C 15.523 -10 20 -5.523 20 0"},
      {"M0 0A1 1 0 0 0 20 0", "M 0 0 C 0 5.523 4.477 10 10 10 C 15.523 10 20 5.523 20 0"},
      {"M0 0A0 5 0 0 1 20 0", "M 0 0 L 20 0"},
      {"M3 4A5 5 0 0 1 3 4L1 1", "M 3 4 L 1 1"},
  }));
  CAPTURE(data);
  CHECK(parsed(data) == expected);
}

TEST_CASE("all four arcs between two points lie on their ellipse") {
  const auto flags = GENERATE(as<std::string>{}, "0 0", "0 1", "1 0", "1 1");
  CAPTURE(flags);
  std::size_t error_at = 0;
  const auto path = parse_path_data("M10 20A30 30 0 " + flags + " 40 30", error_at);
  REQUIRE(path);
  CHECK(path->steps().back().end == Point{handbill::Length::pt(40), handbill::Length::pt(30)});
  // The middle of the first cubic is as far from one fixed center as its ends.
  const bool left = flags == "0 0" || flags == "1 1";
  const double half = std::hypot(15.0, 5.0), out = std::sqrt(900 - half * half);
  const double cx = 25 + (left ? 1 : -1) * out * 5 / half;
  const double cy = 25 + (left ? -1 : 1) * out * 15 / half;
  Point from = path->steps()[0].end;
  for (std::size_t i = 1; i < path->steps().size(); ++i) {
    const PathStep& s = path->steps()[i];
    const Point middle = {(from.x + 3 * s.control1.x + 3 * s.control2.x + s.end.x) / 8,
                          (from.y + 3 * s.control1.y + 3 * s.control2.y + s.end.y) / 8};
    CHECK(std::hypot(middle.x.pt() - cx, middle.y.pt() - cy) == Approx(30).epsilon(0.0005));
    CHECK(std::hypot(s.end.x.pt() - cx, s.end.y.pt() - cy) == Approx(30).epsilon(0.0005));
    from = s.end;
  }
  CHECK(path->steps().size() == (flags[0] == '1' ? 5U : 2U));
}

TEST_CASE("a turned ellipse passes through its highest point") {
  std::size_t error_at = 0;
  // Half of an ellipse of 20 by 10, turned upright.
  const auto path = parse_path_data("M0 0A20 10 90 0 1 20 0", error_at);
  REQUIRE(path);
  const auto box = path->bounds();
  REQUIRE(box);
  CHECK(box->top.pt() == Approx(-20));
  CHECK(box->left.pt() == Approx(0).margin(1e-9));
  CHECK(box->right().pt() == Approx(20));
}

TEST_CASE("path data that can't be read say where") {
  const auto [data, at] = GENERATE(table<std::string, std::size_t>({
      {"L1 2", 0},
      {"1 2", 0},
      {"M", 1},
      {"M1", 2},
      {"M1 2 3", 6},
      {"M1 2,", 5},
      {"M1 2 X", 5},
      {"M1 2L", 5},
      {"M1 2zz1", 6},
      {"M1,,2", 3},
      {"M0 0A1 1 0 2 0 5 5", 11},
      {"M0 0A1 1 0 0", 12},
      {"M0 0 l1 1 nan 2", 10},
      {"M0 0h1e999", 5},
      {"M0 0h0x10", 6},
      {"M0 0 \xC3\xA9", 5},
      {std::string("M0 0\0", 5), 4},
  }));
  CAPTURE(data);
  CHECK(parsed(data) == "error at " + std::to_string(at));
}

TEST_CASE("arcs of absurd size are refused, not drawn wrong") {
  CHECK(parsed("M0 0A1e308 1e308 1e308 1 1 1e308 1e308").starts_with("error"));
  CHECK(parsed("M0 0A1e-300 1e-300 0 1 1 5 5").starts_with("error"));
}
