// SPDX-License-Identifier: MIT
#include "plates/heat.h"

#include <catch2/catch.hpp>

namespace handbill::plates {
namespace {

/// "255 255 255" of the colour for so much ink.
std::string shown(double percent, double limit = 300) {
  const color::Rgb rgb = heat_color(percent, limit);
  std::string all;
  for (const double each : {rgb.r, rgb.g, rgb.b}) {
    all += (all.empty() ? "" : " ") + std::to_string(std::lround(each * 255));
  }
  return all;
}

std::string rgb_of(const std::string& bytes, std::size_t cell) {
  std::string all;
  for (std::size_t i = 0; i < 3; ++i) {
    all +=
        (all.empty() ? "" : " ") + std::to_string(static_cast<unsigned char>(bytes[cell * 3 + i]));
  }
  return all;
}

}  // namespace

TEST_CASE("ink is white where there is none, blue up to the limit, orange to red above it") {
  CHECK(shown(0) == "255 255 255");
  CHECK(shown(18) == "236 244 246");
  CHECK(shown(9) == "245 250 251");
  CHECK(shown(90) == "168 208 221");
  CHECK(shown(165) == "91 162 189");
  CHECK(shown(240) == "40 109 143");
  CHECK(shown(300) == "17 61 92");
  CHECK(shown(300.5) == "17 61 92");
  CHECK(shown(300.6) == "246 126 41");
  CHECK(shown(350) == "220 74 41");
  CHECK(shown(400) == "194 21 41");
  CHECK(shown(500) == "194 21 41");
  CHECK(shown(401, 400) == "194 21 41");
}

TEST_CASE("a cell of a heat picture has the colour of what its plates sum to") {
  InkMap map;
  map.width = 3;
  map.height = 1;
  map.plates = {std::string("\0\x33\xff", 3), std::string("\0\0\xff", 3),
                std::string("\0\0\xff", 3), std::string("\0\0\xff", 3)};
  const display::Picture picture = heat_picture(map, 300);
  CHECK(picture.width == 3);
  CHECK(picture.height == 1);
  REQUIRE(picture.bytes.size() == 9);
  CHECK(rgb_of(picture.bytes, 0) == shown(0));
  CHECK(rgb_of(picture.bytes, 1) == shown(20));
  CHECK(rgb_of(picture.bytes, 2) == shown(400));
}

}  // namespace handbill::plates
