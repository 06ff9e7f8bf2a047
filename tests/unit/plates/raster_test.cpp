// SPDX-License-Identifier: MIT
#include "plates/raster.h"

#include <catch2/catch.hpp>

#include "plates/coverage.h"
#include "unit/plates/made_print.h"

namespace handbill::plates {
namespace {

std::string bytes(const std::vector<int>& amounts) {
  std::string result;
  for (const int each : amounts) result += static_cast<char>(each);
  return result;
}

Raster raster(int width, int height, const std::vector<int>& amounts,
              const std::vector<int>& alpha = {}) {
  return {width, height, {kBlack}, bytes(amounts), bytes(alpha)};
}

display::Picture gray_picture(std::uint32_t side) {
  display::Picture picture;
  picture.space = display::Picture::Space::Gray;
  picture.width = picture.height = side;
  picture.bytes = std::string(std::size_t{side} * side, '\x33');
  return picture;
}

}  // namespace

TEST_CASE("a picture made smaller has the means of its pixels, rounded") {
  const Raster half = shrunk(raster(4, 2, {0, 10, 20, 31, 1, 10, 20, 30}), 2, 2);
  CHECK(half.width == 2);
  CHECK(half.height == 1);
  CHECK(half.bytes == bytes({5, 25}));
  CHECK(half.alpha.empty());
  // What is left at the right and below is a pixel of its own.
  const Raster rest = shrunk(raster(3, 3, {0, 2, 8, 4, 6, 8, 1, 1, 9}), 2, 2);
  CHECK(rest.width == 2);
  CHECK(rest.height == 2);
  CHECK(rest.bytes == bytes({3, 8, 1, 9}));
}

TEST_CASE("what is clear does not count in the mean of a colour") {
  const Raster half = shrunk(raster(2, 2, {100, 200, 7, 7}, {255, 85, 0, 0}), 2, 1);
  CHECK(half.bytes == bytes({125, 0}));
  CHECK(half.alpha == bytes({170, 0}));
}

TEST_CASE("the mean of a picture is that of its ink, where it is there") {
  CHECK(mean_amounts(raster(2, 1, {255, 0}))[kBlack] == Approx(0.5));
  CHECK(mean_amounts(raster(2, 1, {255, 255}, {255, 51}))[kBlack] == Approx(0.6));
  Raster spot = raster(1, 1, {255});
  spot.inks = {5};
  CHECK(mean_amounts(spot) == std::vector<double>{0, 0, 0, 0, 0, 1});
  spot.inks = {4};
  CHECK(mean_amounts(spot) == std::vector<double>{0, 0, 0, 0, 1});
  CHECK(mean_amounts({}) == std::vector<double>(4, 0));
}

TEST_CASE("pictures are read as fine as the ink map wants them, and no finer") {
  const auto side = [](double ppi) { return read_raster(gray_picture(100), ppi)->width; };
  CHECK(side(150) == 100);
  CHECK(side(299) == 100);
  CHECK(side(300) == 50);
  CHECK(side(449) == 50);
  CHECK(side(450) == 34);
  CHECK(side(1e9) == 2);
  const auto read = read_raster(gray_picture(2), 100);
  CHECK(read->inks == std::vector<std::size_t>{kBlack});
  CHECK(read->bytes == std::string(4, '\xcc'));
  display::Picture torn = gray_picture(2);
  torn.alpha = "abc";
  CHECK(read_raster(torn, 100) == nullptr);
  torn.alpha = "abcd";
  CHECK(read_raster(torn, 100)->alpha == "abcd");
}

TEST_CASE("the cells of an area are all that it touches, inside the grid") {
  const Grid grid = {{Length::pt(10), Length::pt(20)}, 0.5, 30, 40};
  const auto cells = [&](double left, double top, double width, double height) {
    const CellBox box = cells_of(grid, test::rect(left, top, width, height));
    return std::vector<int>{box.left, box.top, box.width, box.height};
  };
  CHECK(cells(10, 20, 2, 2) == std::vector<int>{0, 0, 1, 1});
  CHECK(cells(11, 21, 2, 2) == std::vector<int>{0, 0, 2, 2});
  CHECK(cells(12, 22, 4, 2) == std::vector<int>{1, 1, 2, 1});
  CHECK(cells(0, 0, 1000, 1000) == std::vector<int>{0, 0, 30, 40});
  CHECK(cells(0, 0, 5, 5) == std::vector<int>{0, 0, 0, 0});
  CHECK(cells(100, 20, 5, 5)[2] == 0);
  const Point in_second = middle(grid, {1, 1, 2, 1}, 1, 0);
  CHECK(in_second.x == Length::pt(15));
  CHECK(in_second.y == Length::pt(23));
}

}  // namespace handbill::plates
