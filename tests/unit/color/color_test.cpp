// SPDX-License-Identifier: MIT
#include "color/color.h"

#include <catch2/catch.hpp>

using handbill::color::Color;

namespace {
const Color kSpot = Color::spot_ink("PANTONE 7413 C", {0, 0.5, 0.9, 0.1});
}  // namespace

TEST_CASE("black alone is solid black of the process inks and no other") {
  struct Case {
    Color color;
    bool is_black;
  };
  for (const auto& [color, is_black] : {
           Case{Color::black(), true},
           Case{Color::process({0, 0, 0, 0.996}), true},
           Case{Color::process({0, 0, 0, 0.994}), false},
           Case{Color::process({0.01, 0, 0, 1}), false},
           Case{Color::process({1, 0, 0, 0}), false},
           Case{Color::spot_ink("Black", {0, 0, 0, 1}), false},
           Case{Color::registration(), false},
           Case{Color::paper(), false},
       }) {
    INFO(color.cmyk.c << " " << color.cmyk.k << " " << color.spot);
    CHECK(color.is_black() == is_black);
  }
}

TEST_CASE("paper is no ink on any plate") {
  CHECK(Color::paper().is_paper());
  CHECK(Color::black().tinted(0).is_paper());
  CHECK(kSpot.tinted(0).is_paper());
  CHECK(!kSpot.tinted(0.01).is_paper());
  CHECK(!Color::process({0, 0, 0, 0.01}).is_paper());
  CHECK(!Color::registration().is_paper());
}
