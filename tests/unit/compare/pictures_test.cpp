// SPDX-License-Identifier: MIT
#include "compare/pictures.h"

#include <catch2/catch.hpp>
#include <string>

namespace handbill::compare {
namespace {

/// A letter a pixel: '.' is white, 'a' nearly so, 'b' a little more, 'x' black.
std::string pixels_of(const std::string& letters) {
  std::string bytes;
  for (const char letter : letters) {
    const int off = letter == 'a' ? kPixelTolerance : letter == 'b' ? kPixelTolerance + 1 : 255;
    bytes += std::string(3, static_cast<char>(letter == '.' ? 255 : 255 - off));
  }
  return bytes;
}

PictureDifference between(const std::string& before, const std::string& after, int width,
                          int gap = 1) {
  const std::string a = pixels_of(before), b = pixels_of(after);
  const auto height = [&](const std::string& letters) {
    return static_cast<int>(letters.size()) / width;
  };
  return compare_pictures({width, height(before), a}, {width, height(after), b}, gap);
}

TEST_CASE("pixels differ when an eye could see it") {
  CHECK(between("....", "....", 2).areas.empty());
  CHECK(between("....", "a...", 2).areas.empty());
  const PictureDifference seen = between("....", "b...", 2);
  CHECK(seen.share == Approx(0.25));
  CHECK(seen.areas == std::vector<Area>{{0, 0, 1, 1}});
}

TEST_CASE("what is near to each other is one area") {
  const std::string blank(8 * 8, '.');
  std::string marked = blank;
  marked[0] = marked[9] = 'x';  // at 0, 0 and 1, 1
  marked[7 * 8 + 7] = 'x';      // at 7, 7
  const std::vector<Area> two = {{0, 0, 2, 2}, {7, 7, 8, 8}};
  CHECK(between(blank, marked, 8).areas == two);
  CHECK(between(blank, marked, 8, 8).areas == std::vector<Area>{{0, 0, 8, 8}});
  // Squares of two pixels: those at 2 and at 4 touch, those at 2 and at 6 do not.
  std::string row(8, '.'), near = row, far = row;
  near[2] = near[4] = far[2] = far[6] = 'x';
  CHECK(between(row, near, 8, 2).areas == std::vector<Area>{{2, 0, 5, 1}});
  CHECK(between(row, far, 8, 2).areas.size() == 2);
}

TEST_CASE("a larger page differs where the other ends") {
  const PictureDifference longer = between("....", "......", 2);
  CHECK(longer.areas == std::vector<Area>{{0, 2, 2, 3}});
  CHECK(longer.share == Approx(2.0 / 6));
}

}  // namespace
}  // namespace handbill::compare
