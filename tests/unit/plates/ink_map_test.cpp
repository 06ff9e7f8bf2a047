// SPDX-License-Identifier: MIT
#include "plates/ink_map.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <limits>
#include <map>

#include "unit/plates/made_print.h"

namespace handbill::plates {
namespace {

using test::cmyk;
using test::fill;
using test::print_of;
using test::rect;
using test::spot;

/// In percent, of the plates of the first cell of a page.
std::vector<double> corner(std::vector<Object> objects) {
  const InkMap map = map_ink(print_of(std::move(objects)), 0, 72);
  std::vector<double> percent;
  for (const std::string& plate : map.plates) {
    percent.push_back(std::round(static_cast<unsigned char>(plate[0]) / 2.55));
  }
  return percent;
}

using Percent = std::vector<double>;

/// The mean of black over the page, in percent of solid.
double black(Object object, double ppi = 72) {
  return 100 * mean_coverage(map_ink(print_of({std::move(object)}), 0, ppi))[kBlack];
}

Object stroke(const Path& path, display::Stroke stroke) {
  Object object = fill(path, cmyk(0, 0, 0, 1));
  object.kind = Kind::Stroke;
  object.bounds = rect(0, 0, 20, 10);
  object.stroke = std::move(stroke);
  return object;
}

}  // namespace

TEST_CASE("cells get as much ink as is in them") {
  const InkMap map = map_ink(print_of({fill(rect(0.25, 0, 1, 0.5), cmyk(0, 0, 0, 0.8))}), 0, 72);
  CHECK(map.width == 20);
  CHECK(map.height == 10);
  CHECK(map.area == rect(0, 0, 20, 10));
  const auto cell = [&](std::size_t i) {
    return int{static_cast<unsigned char>(map.plates[kBlack][i])};
  };
  CHECK(cell(0) == 77);  // 0.75 × 0.5 × 80 %
  CHECK(cell(1) == 26);  // 0.25 × 0.5 × 80 %
  CHECK(cell(2) == 0);
  CHECK(cell(20) == 0);
}

TEST_CASE("areas of every form come out whole, at every resolution") {
  const auto point = [](double x, double y) { return Point{Length::pt(x), Length::pt(y)}; };
  Path triangle;
  triangle.move(point(3, 2));
  triangle.line(point(17, 1));
  triangle.line(point(8, 9));
  Path ring = Path::rect(rect(2, 2, 6, 6));
  ring.append(Path::rect(rect(4, 4, 2, 2)));
  Object even_odd = fill(ring, cmyk(0, 0, 0, 1));
  even_odd.fill_rule = display::FillRule::EvenOdd;
  Object tilted =
      fill(Path::rect(rect(0, 0, 4, 4)).transformed({0.8, 0.6, -0.6, 0.8, 8, 2}), cmyk(0, 0, 0, 1));
  for (const double ppi : {36.0, 72.0, 144.0, 300.0}) {
    CAPTURE(ppi);
    const double slack = 0.3;
    CHECK(black(fill(triangle, cmyk(0, 0, 0, 1)), ppi) == Approx(51.5 / 2).margin(slack));
    CHECK(black(fill(Path::ellipse(point(10, 5), Length::pt(6), Length::pt(4)), cmyk(0, 0, 0, 1)),
                ppi) == Approx(37.7).margin(slack));
    CHECK(black(fill(ring, cmyk(0, 0, 0, 1)), ppi) == Approx(18).margin(slack));
    CHECK(black(even_odd, ppi) == Approx(16).margin(slack));
    CHECK(black(tilted, ppi) == Approx(8).margin(slack));
  }
}

TEST_CASE("strokes paint their width, caps, joins and dashes") {
  const auto point = [](double x, double y) { return Point{Length::pt(x), Length::pt(y)}; };
  const Path line = Path::segment(point(4, 5), point(16, 5));
  using display::Cap;
  using display::Join;
  const auto area = [](const Path& path, display::Stroke style) {
    style.width = Length::pt(2);
    return black(stroke(path, style), 144) * 2;
  };
  CHECK(area(line, {}) == Approx(24).margin(0.2));
  CHECK(area(line, {.cap = Cap::Square}) == Approx(28).margin(0.2));
  CHECK(area(line, {.cap = Cap::Round}) == Approx(24 + 3.1416).margin(0.2));
  CHECK(area(line, {.dash = {Length::pt(2), Length::pt(1)}}) == Approx(16).margin(0.2));
  CHECK(area(line, {.dash = {Length::pt(3)}, .dash_phase = Length::pt(3)}) ==
        Approx(12).margin(0.2));
  CHECK(area(line, {.dash = {Length(), Length()}}) == Approx(24).margin(0.2));
  CHECK(area(line, {.dash = {Length::pt(-1), Length::pt(2)}}) == Approx(24).margin(0.2));
  Path corner = Path::segment(point(4, 2), point(12, 2));
  corner.line(point(12, 8));
  CHECK(area(corner, {}) == Approx(16 + 12).margin(0.2));
  CHECK(area(corner, {.join = Join::Bevel}) == Approx(16 + 12 - 0.5).margin(0.2));
  CHECK(area(corner, {.join = Join::Round}) == Approx(16 + 12 - 1 + 0.785).margin(0.2));
  CHECK(area(corner, {.miter_limit = 1}) == Approx(16 + 12 - 0.5).margin(0.2));
  CHECK(area(Path::rect(rect(3, 3, 10, 4)), {}) == Approx(12 * 6 - 8 * 2).margin(0.2));
  CHECK(area(Path::rect(rect(3, 3, 10, 1)), {}) == Approx(12 * 3).margin(0.2));
  CHECK(area(Path::ellipse(point(10, 5), Length::pt(4), Length::pt(4)), {}) ==
        Approx(3.1416 * (25 - 9)).margin(0.2));
}

TEST_CASE("what lies above knocks out what lies below, unless it overprints") {
  const Rect all = rect(0, 0, 20, 10);
  const Object below = fill(all, cmyk(0.6, 0.4, 0, 0.2));
  const auto above = [&](Paint paint, int mode) {
    Object object = fill(all, std::move(paint));
    object.overprint = mode >= 0;
    object.overprint_mode = std::max(0, mode);
    return object;
  };
  struct Case {
    std::string what;
    Object over;
    Percent expected;
  };
  Paint grey = cmyk(0, 0, 0, 0);
  grey.space = ColorSpace::DeviceGray;
  grey.named = {false, false, false, true};
  Paint registration;
  registration.all = true;
  registration.amounts = {0.5};
  const std::vector<Case> cases = {
      {"black knocks out", above(cmyk(0, 0, 0, 1), -1), {0, 0, 0, 100, 0}},
      {"black in mode 1 leaves what it names with 0",
       above(cmyk(0, 0, 0, 1), 1),
       {60, 40, 0, 100, 0}},
      {"in mode 0 it does not", above(cmyk(0, 0, 0, 1), 0), {0, 0, 0, 100, 0}},
      {"a spot knocks out all process plates", above(spot(4, 0.7), -1), {0, 0, 0, 0, 70}},
      {"a spot overprints", above(spot(4, 0.7), 0), {60, 40, 0, 20, 70}},
      {"a spot of no tint overprints as nothing", above(spot(4, 0), 1), {60, 40, 0, 20, 0}},
      {"white in mode 1 is not there", above(cmyk(0, 0, 0, 0), 1), {60, 40, 0, 20, 0}},
      {"white knocks out", above(cmyk(0, 0, 0, 0), -1), {0, 0, 0, 0, 0}},
      {"white grey sets black to 0 even in mode 1", above(grey, 1), {60, 40, 0, 0, 0}},
      {"registration is on every plate", above(registration, 1), {50, 50, 50, 50, 50}},
  };
  for (const Case& each : cases) {
    INFO(each.what);
    CHECK(corner({below, each.over}) == each.expected);
  }
  INFO("and process colours knock out spots");
  CHECK(corner({fill(all, spot(4, 1)), fill(all, cmyk(0, 0, 0, 1))}) == Percent{0, 0, 0, 100, 0});
}

TEST_CASE("opacity mixes, and Multiply adds ink") {
  const Rect all = rect(0, 0, 20, 10);
  Object half = fill(all, cmyk(0, 0, 0, 1));
  half.opacity = 0.5;
  CHECK(corner({fill(all, cmyk(0.6, 0, 0, 0)), half}) == Percent{30, 0, 0, 50, 0});
  Object multiplied = fill(all, cmyk(0.5, 0, 0.4, 0));
  multiplied.blend_mode = "Multiply";
  CHECK(corner({fill(all, cmyk(0.6, 0.2, 0, 0)), multiplied}) == Percent{80, 20, 40, 0, 0});
  // In ink, the complement of light: Screen multiplies it, Darken takes more, Lighten less.
  for (const auto& [mode, percent] : std::map<std::string, Percent>{{"Normal", {50, 0, 40, 0, 0}},
                                                                    {"Screen", {30, 0, 0, 0, 0}},
                                                                    {"Darken", {60, 20, 40, 0, 0}},
                                                                    {"Lighten", {50, 0, 0, 0, 0}},
                                                                    {"Hue", {50, 0, 40, 0, 0}}}) {
    CAPTURE(mode);
    multiplied.blend_mode = mode;
    CHECK(corner({fill(all, cmyk(0.6, 0.2, 0, 0)), multiplied}) == percent);
  }
}

TEST_CASE("processing steps and invisible text print nowhere") {
  Object fold = fill(rect(0, 0, 20, 10), cmyk(0, 0, 0, 1));
  fold.step = display::ProcessingStep::Folding;
  Object hidden = fill(rect(0, 0, 20, 10), cmyk(0, 0, 0, 1));
  hidden.type = TypeFacts{};
  hidden.type->invisible = true;
  CHECK(corner({fold, hidden}) == Percent{0, 0, 0, 0, 0});
}

TEST_CASE("nothing is painted outside of clips") {
  Object clipped = fill(rect(0, 0, 20, 10), cmyk(0, 0, 0, 1));
  clipped.clips = {Path::rect(rect(0, 0, 10, 10)), Path::rect(rect(5, 0, 15, 5))};
  clipped.bounds = rect(5, 0, 5, 5);
  CHECK(black(clipped) == Approx(12.5).margin(0.1));
  clipped.clips = {Path::ellipse({Length::pt(10), Length::pt(5)}, Length::pt(5), Length::pt(5))};
  clipped.bounds = rect(5, 0, 10, 10);
  CHECK(black(clipped) == Approx(39.27).margin(0.3));
}

TEST_CASE("pictures are laid down by their matrix, and averaged where they are finer than cells") {
  Raster raster;
  raster.width = 4;
  raster.height = 2;
  raster.inks = {0, 3};
  using namespace std::string_literals;
  raster.bytes =
      "\xff\x00\xff\x00\x00\x00\x00\x00"s
      "\xff\x00\xff\x00\x00\xff\x00\xff"s;
  Object object = fill(rect(0, 0, 20, 10), cmyk(0, 0, 0, 0));
  object.kind = Kind::Picture;
  PictureFacts picture;
  picture.width = 4;
  picture.height = 2;
  picture.map = Matrix::scale(20, 10);
  picture.raster = std::make_shared<const Raster>(raster);
  object.picture = picture;
  const auto bytes = [](const Object& each, double ppi) {
    const InkMap map = map_ink(print_of({each}), 0, ppi);
    std::vector<int> cyan;
    for (const char c : map.plates[0]) cyan.push_back(static_cast<unsigned char>(c));
    return cyan;
  };
  CHECK(bytes(object, 7.2) == std::vector<int>{255, 0});
  CHECK(bytes(object, 3.6) == std::vector<int>{64});
  CHECK(corner({fill(rect(0, 0, 20, 10), cmyk(0, 0.5, 0, 0)), object}) == Percent{100, 0, 0, 0, 0});

  SECTION("turned by a quarter, the left side is on top") {
    object.picture->map = {0, 10, -20, 0, 20, 0};
    CHECK(bytes(object, 14.4) == std::vector<int>{255, 255, 255, 255, 0, 0, 0, 0});
  }
  SECTION("what is transparent in it lets the page through") {
    raster.alpha = "\xff\x00\xff\x00\xff\x00\xff\x00"s;
    object.picture->raster = std::make_shared<const Raster>(raster);
    CHECK(bytes(object, 7.2) == std::vector<int>{128, 0});
  }
  SECTION("one pixel is a picture too") {
    raster.width = raster.height = 1;
    raster.bytes = "\x80\x00"s;
    object.picture->raster = std::make_shared<const Raster>(raster);
    CHECK(bytes(object, 7.2) == std::vector<int>{128, 128});
    CHECK(bytes(object, 72).front() == 128);
  }
  SECTION("a raster that does not have its size is none") {
    raster.bytes.pop_back();
    object.picture->raster = std::make_shared<const Raster>(raster);
    CHECK(corner({object}) == Percent{0, 0, 0, 0, 0});
  }
  SECTION("one that is not decoded prints what its paint says") {
    object.picture->raster = nullptr;
    object.paint = cmyk(0.2, 0, 0, 0);
    CHECK(corner({object}) == Percent{20, 0, 0, 0, 0});
  }
}

TEST_CASE("shadings run from stop to stop, along a line or between circles") {
  Shading shading;
  shading.from = {Length::pt(0), {}};
  shading.to = {Length::pt(20), {}};
  shading.stops = {{0.25, cmyk(0, 0, 0, 0)}, {0.75, cmyk(0, 0, 0, 1)}};
  Object object = fill(rect(0, 0, 20, 10), cmyk(0, 0, 0, 1));
  object.kind = Kind::Shading;
  const auto row = [&] {
    object.shading = std::make_shared<const Shading>(shading);
    const std::string plate = map_ink(print_of({object}), 0, 18).plates[kBlack];
    std::vector<int> cells;
    for (const char c : plate.substr(0, 5)) cells.push_back(static_cast<unsigned char>(c));
    return cells;
  };
  CHECK(row() == std::vector<int>{0, 26, 128, 230, 255});
  shading.kind = display::Gradient::Kind::Radial;
  shading.from = shading.to = {Length::pt(10), Length::pt(2)};
  shading.to_radius = Length::pt(8);
  shading.stops = {{0, cmyk(0, 0, 0, 1)}, {1, cmyk(0, 0, 0, 0)}};
  CHECK(row() == std::vector<int>{0, 128, 255, 128, 0});
  SECTION("with overprint the plates that no stop names stay") {
    object.overprint = true;
    object.overprint_mode = 1;
    object.paint = spot(4, 1);
    shading.stops = {{0, spot(4, 1)}, {1, spot(4, 1)}};
    object.shading = std::make_shared<const Shading>(shading);
    CHECK(corner({fill(rect(0, 0, 20, 10), cmyk(0.5, 0, 0, 0)), object}) ==
          Percent{50, 0, 0, 0, 100});
  }
}

TEST_CASE(
    "the map covers the media box in cells that begin at the trim, and can be cropped to it") {
  Print print = print_of({fill(rect(-3, -3, 26, 16), cmyk(0, 0, 0, 1))}, rect(0, 0, 20, 10));
  print.pages[0].media = rect(-3, -3, 26, 16);
  const InkMap map = map_ink(print, 0, 36);
  CHECK(map.area == rect(-4, -4, 27, 17));
  CHECK(map.width == 14);
  CHECK(map.height == 9);
  const InkMap trim = cropped(map, print.pages[0].trim);
  CHECK(trim.area == rect(0, 0, 20, 10));
  CHECK(trim.width == 10);
  CHECK(trim.height == 5);
  CHECK(mean_coverage(trim)[kBlack] == Approx(1));
  CHECK(mean_coverage(trim)[0] == 0);
}

TEST_CASE("the heaviest squares are found wherever they lie, none over another") {
  Print print = print_of({fill(rect(0, 0, 200, 100), cmyk(0.1, 0, 0, 0)),
                          fill(rect(32, 18, 42, 42), cmyk(1, 0.9, 0.8, 0.6)),
                          fill(rect(130, 40, 20, 20), cmyk(1, 1, 1, 1))},
                         rect(0, 0, 200, 100));
  const InkMap map = map_ink(print, 0, 36);
  const auto squares = heaviest_squares(map, Length::pt(42), 3);
  REQUIRE(squares.size() == 3);
  CHECK(squares[0].percent == Approx(330).margin(1));
  CHECK(squares[0].box.left.pt() == Approx(32));
  CHECK(squares[0].box.top.pt() == Approx(18));
  CHECK(squares[0].box.width.pt() == Approx(42));
  CHECK(squares[1].percent == Approx((400 * 400 + (42 * 42 - 400) * 10) / (42.0 * 42)).margin(2));
  CHECK(squares[2].percent < squares[1].percent);
  for (const InkSquare& one : squares) {
    for (const InkSquare& other : squares) {
      if (&one != &other) CHECK_FALSE(one.box.outset(-kTolerance).intersects(other.box));
    }
  }
}

TEST_CASE("squares reach the very edge of a page, and are cut off on small ones") {
  const auto worst = [](const Rect& page, const Rect& ink) {
    return heaviest_squares(map_ink(print_of({fill(ink, cmyk(0, 0, 0, 1))}, page), 0, 36),
                            Length::pt(42), 1)
        .at(0);
  };
  const InkSquare edge = worst(rect(0, 0, 99, 99), rect(57, 57, 50, 50));
  CHECK(edge.percent == Approx(97.6).margin(0.2));
  CHECK(edge.box.right().pt() == Approx(99));
  const InkSquare small = worst(rect(0, 0, 30, 20), rect(0, 0, 15, 20));
  CHECK(small.percent == Approx(50).margin(0.5));
  CHECK(small.box.width.pt() == Approx(30));
  CHECK(heaviest_squares(map_ink(print_of({}), 0, 36), Length::mm(15), 3).empty());
}

TEST_CASE("those who put the ink in a square are told, not those that are covered") {
  const Print print = print_of(
      {fill(rect(0, 0, 20, 10), cmyk(1, 1, 1, 1)), fill(rect(0, 0, 20, 10), cmyk(0.5, 0, 0, 0)),
       fill(rect(0, 0, 10, 10), cmyk(0.8, 0.8, 0, 0)), fill(rect(12, 0, 1, 1), cmyk(0, 0, 0, 1))});
  const auto shares = shares_of_ink(print, 0, rect(0, 0, 10, 10));
  REQUIRE(shares.size() == 1);
  CHECK(shares[0].object == 2);
  CHECK(shares[0].percent == Approx(160).margin(0.1));
  const auto both = shares_of_ink(print, 0, rect(5, 0, 10, 10));
  REQUIRE(both.size() == 3);
  CHECK(both[0].object == 2);
  CHECK(both[0].percent == Approx(80).margin(1));
  CHECK(both[1].object == 1);
  CHECK(both[1].percent == Approx(24.5).margin(1));
  CHECK(both[2].object == 3);
}

TEST_CASE("a map by bands is whole: each row once, areas uncut at the edges of bands") {
  // From the middle of row 208 to the middle of row 3125, one column of a cell on each side.
  const Print print = print_of({fill(rect(0, 50.04, 306, 700.08), cmyk(0, 0, 0, 1)),
                                fill(rect(306, 0, 306, 792), cmyk(0.4, 0, 0, 0))},
                               rect(0, 0, 612, 792));
  const InkMap size = ink_map_size(print, 0, 300);
  CHECK(size.width == 2550);
  CHECK(size.height == 3300);
  CHECK(size.plates.empty());
  std::string black, cyan;
  std::size_t bands = 0, largest = 0;
  map_ink_by_bands(print, 0, 300, [&](const InkMap& band) {
    ++bands;
    CHECK(band.width == size.width);
    CHECK(band.height > 0);
    CHECK(band.area.top.pt() == Approx(static_cast<double>(black.size()) / 2550 * 0.24));
    largest = std::max(largest, band.plates[kBlack].size());
    black += band.plates[kBlack];
    cyan += band.plates[0];
  });
  CHECK(bands > 10);
  CHECK(largest * print.inks.size() <= 1U << 20U);
  REQUIRE(black.size() == std::size_t{2550} * 3300);
  for (std::size_t row = 0; row < 3300; ++row) {
    const int wanted = row < 208 || row > 3125 ? 0 : row == 208 || row == 3125 ? 128 : 255;
    const auto at = [&](const std::string& plate, std::size_t column) {
      return static_cast<int>(static_cast<unsigned char>(plate[row * 2550 + column]));
    };
    if (std::abs(at(black, 1200) - wanted) > 1 || at(black, 1300) != 0 || at(cyan, 1300) != 102) {
      FAIL("row " << row << ": " << at(black, 1200) << " instead of " << wanted);
    }
  }
}

TEST_CASE("a map that is one band, or bands of one height, has no band without rows") {
  // A float for each of five inks: 2^20 of them are a band of 2097 rows of 100 cells.
  for (const double height : {2097.0, 4194.0, 4195.0}) {
    CAPTURE(height);
    const Print print =
        print_of({fill(rect(0, 0, 100, height), cmyk(0, 0, 0, 1))}, rect(0, 0, 100, height));
    std::vector<int> rows;
    map_ink_by_bands(print, 0, 72, [&](const InkMap& band) { rows.push_back(band.height); });
    std::vector<int> wanted(static_cast<std::size_t>(height) / 2097, 2097);
    if (height == 4195.0) wanted.push_back(1);
    CHECK(rows == wanted);
  }
}

TEST_CASE("hostile pages take bounded time and memory") {
  constexpr double kHuge = 1e12;
  SECTION("a page of many miles") {
    const InkMap map = map_ink(
        print_of({fill(rect(0, 0, kHuge, kHuge), cmyk(0, 0, 0, 1))}, rect(0, 0, kHuge, 1)), 0, 300);
    CHECK(map.width * map.height <= 16'000'000);
  }
  SECTION("a page without a size") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(map_ink(print_of({}, rect(0, 0, nan, 1)), 0, 36).width == 0);
    CHECK(map_ink(print_of({}, rect(0, 0, 0, 0)), 0, 36).width == 0);
  }
  SECTION("thirty thousand full pages over each other") {
    const std::vector<Object> objects(30'000, fill(rect(0, 0, 612, 792), cmyk(1, 0, 0, 0)));
    const InkMap map = map_ink(print_of(objects, rect(0, 0, 612, 792)), 0, 150);
    CHECK(map.pixels_per_inch < 40);
    CHECK(mean_coverage(map)[0] == Approx(1).margin(0.02));
  }
  SECTION("coordinates far away and none at all") {
    Path path;
    path.move({Length::pt(-kHuge), Length::pt(-1e300)});
    path.cubic({Length::pt(kHuge), Length::pt(std::numeric_limits<double>::infinity())},
               {Length::pt(1e308), {}}, {Length::pt(1e308), Length::pt(1e308)});
    path.line({Length::pt(20), Length::pt(std::numeric_limits<double>::quiet_NaN())});
    path.line({Length::pt(20), Length::pt(20)});
    Object object = fill(path, cmyk(0, 0, 0, 1));
    object.bounds = rect(0, 0, 20, 10);
    CHECK(map_ink(print_of({object}), 0, 72).width == 20);
    object.stroke = display::Stroke{.width = Length::pt(1e9), .dash = {Length::pt(1e-9)}};
    CHECK(map_ink(print_of({object}), 0, 72).width == 20);
  }
}

}  // namespace handbill::plates
