// SPDX-License-Identifier: MIT
// Photographs on their way to the press.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "display/jpeg_reader.h"
#include "display/jpeg_writer.h"
#include "display/samples.h"
#include "picture/read_picture.h"
#include "picture/resample.h"
#include "picture/to_press.h"

namespace handbill::picture {
namespace {

using color::Preview;
using display::Picture;

/// Between 0 and 1, the same for the same place.
double dice(unsigned x, unsigned y, unsigned seed) {
  unsigned hash = x * 374761393U + y * 668265263U + seed * 2246822519U;
  hash = (hash ^ (hash >> 13)) * 1274126177U;
  return ((hash ^ (hash >> 16)) & 0xFFFFU) / 65535.0;
}

double clouds(double x, double y, unsigned seed) {
  const auto column = static_cast<unsigned>(x), row = static_cast<unsigned>(y);
  const double across = x - column, down = y - row;
  const double above = std::lerp(dice(column, row, seed), dice(column + 1, row, seed), across);
  const double below =
      std::lerp(dice(column, row + 1, seed), dice(column + 1, row + 1, seed), across);
  return std::lerp(above, below, down);
}

unsigned char as_byte(double value) {
  return static_cast<unsigned char>(std::clamp(value, 0.0, 255.0));
}

/// Light and shade of several sizes in changing hues, edges, and the grain of a sensor.
std::string photograph(std::uint32_t width, std::uint32_t height,
                       display::Chroma chroma = display::Chroma::Coarse, int quality = 88) {
  display::JpegWriter writer({Picture::Space::Rgb, width, height, chroma, quality});
  std::vector<unsigned char> row(std::size_t{width} * 3);
  for (std::uint32_t y = 0; y < height; ++y) {
    for (std::uint32_t x = 0; x < width; ++x) {
      const double shade = clouds(x / 300.0, y / 300.0, 1) + clouds(x / 60.0, y / 60.0, 2) / 3 +
                           clouds(x / 12.0, y / 12.0, 3) / 10;
      const double hue = clouds(x / 700.0, y / 700.0, 4);
      const double edge = clouds(x / 150.0, y / 150.0, 5) > 0.55 ? 35 : 0;
      const double light = 20 + 150 * shade + edge + 12 * dice(x, y, 6);
      row[x * 3] = as_byte(light * (0.7 + 0.5 * hue));
      row[x * 3 + 1] = as_byte(light * 0.95);
      row[x * 3 + 2] = as_byte(light * (1.15 - 0.6 * hue));
    }
    writer.write_rows(row.data(), 1);
  }
  return writer.finish();
}

/// As large as a camera's, and quickly made: a grainy row, moved a little from line to line.
std::string streaks(std::uint32_t width, std::uint32_t height) {
  constexpr std::uint32_t kMoves = 64;
  display::JpegWriter writer({Picture::Space::Rgb, width, height, display::Chroma::Coarse, 88});
  std::vector<unsigned char> row;
  for (std::uint32_t x = 0; x < (width + kMoves) * 3; ++x) {
    row.push_back(as_byte(80 + 90 * clouds(x / 90.0, 0, 1) + 40 * dice(x, 0, 6)));
  }
  for (std::uint32_t y = 0; y < height; ++y) {
    writer.write_rows(row.data() + std::size_t{y * 29 % kMoves} * 3, 1);
  }
  return writer.finish();
}

std::shared_ptr<const Picture> read_photograph(const std::string& bytes) {
  diag::Diagnostics diags;
  auto picture = read_picture(bytes, "p", {}, diags);
  REQUIRE(picture);
  return picture;
}

std::shared_ptr<const Picture> pressed(const std::shared_ptr<const Picture>& picture,
                                       const PressWish& wish, double inches) {
  diag::Diagnostics diags;
  const Length width = Length::inch(inches);
  auto made = to_press(picture, wish, {width, width * picture->height / picture->width}, {}, diags);
  REQUIRE(made);
  CHECK(diags.list().empty());
  return made;
}

std::array<double, 3> lab(const unsigned char* srgb) {
  std::array<double, 3> linear{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double value = srgb[i] / 255.0;
    linear[i] = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  }
  const auto [r, g, b] = linear;
  const auto root = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16 / 116.0; };
  const double x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const double y = root(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const double z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

struct Differences {
  double mean = 0, most_of_95_percent = 0;
};

/// CIE 1976, between inks as the press shows them.
Differences differences(const Preview& press, const std::string& a, const std::string& b) {
  const std::string one = press.cmyk_to_rgb(a), other = press.cmyk_to_rgb(b);
  REQUIRE(one.size() == other.size());
  std::vector<double> all;
  Differences result;
  for (std::size_t i = 0; i < one.size(); i += 3) {
    const auto p = lab(reinterpret_cast<const unsigned char*>(one.data() + i));
    const auto q = lab(reinterpret_cast<const unsigned char*>(other.data() + i));
    all.push_back(std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]));
    result.mean += all.back();
  }
  result.mean /= static_cast<double>(all.size());
  const auto at = all.begin() + static_cast<std::ptrdiff_t>(all.size() * 95 / 100);
  std::nth_element(all.begin(), at, all.end());
  result.most_of_95_percent = *at;
  return result;
}

/// All pixels decoded, then made fewer, then in ink: nothing is encoded anew.
std::string plainly(const Picture& picture, std::uint32_t width, std::uint32_t height,
                    const Preview& press) {
  const auto all = *display::samples(picture);
  std::string fewer;
  Resampler resampler({all.width, all.height, width, height, 3},
                      [&](const unsigned char* rows, std::size_t count) {
                        fewer.append(reinterpret_cast<const char*>(rows), count * width * 3);
                      });
  resampler.push(reinterpret_cast<const unsigned char*>(all.bytes.data()), all.height);
  return press.separation(picture.icc, color::Rendering::Perceptual)->to_ink(fewer);
}

}  // namespace

TEST_CASE("photographs keep their look and about their size, of whatever size they are printed") {
  const std::string file = photograph(640, 480);
  const auto photo = read_photograph(file);
  const Preview press = Preview::without_profile();
  const double inches = GENERATE(640 / 300.0, 640 / 449.0, 640 / 451.0, 1.3, 0.8);
  CAPTURE(inches);
  const auto made = pressed(photo, {press}, inches);
  CHECK(made->encoding == Picture::Encoding::Jpeg);
  CHECK(made->width >= std::lround(inches * 300));
  const bool is_smaller = 640 / inches > 450;
  CHECK((made->width < photo->width) == is_smaller);
  CHECK(static_cast<double>(made->bytes.size()) <
        static_cast<double>(file.size()) * (is_smaller ? 1 : 1.5));
  const auto expected = plainly(*photo, static_cast<std::uint32_t>(made->width),
                                static_cast<std::uint32_t>(made->height), press);
  const Differences seen = differences(press, expected, display::samples(*made)->bytes);
  CHECK(seen.mean <= 1);
  CHECK(seen.most_of_95_percent <= 3);
}

TEST_CASE("a file is no larger than it was, however fine its hues are, down to quality 90") {
  struct Original {
    display::Chroma chroma;
    int quality;
  };
  const Preview press = Preview::without_profile();
  for (const Original& each : {Original{display::Chroma::Fine, 95},
                               {display::Chroma::Fine, 90},
                               {display::Chroma::Coarse, 90}}) {
    CAPTURE(each.quality);
    const auto photo = read_photograph(photograph(400, 300, each.chroma, each.quality));
    const auto size = static_cast<double>(photo->bytes.size());
    CHECK(static_cast<double>(pressed(photo, {press}, 400 / 300.0)->bytes.size()) <= size * 1.5);
    CHECK(static_cast<double>(pressed(photo, {press}, 400 / 460.0)->bytes.size()) < size);
  }
}

TEST_CASE("a file that was compressed hard gets coarse hues, but no less than quality 90") {
  const Preview press = Preview::without_profile();
  const auto photo = read_photograph(photograph(400, 300, display::Chroma::Fine, 60));
  const auto made = pressed(photo, {press}, 400 / 300.0);
  display::JpegReader reader(made->bytes);
  REQUIRE(reader.read_header());
  CHECK(reader.has_coarse_chroma());
  const Differences seen =
      differences(press, plainly(*photo, 400, 300, press), display::samples(*made)->bytes);
  CHECK(seen.mean <= 1);
  CHECK(seen.most_of_95_percent <= 3);
  // Of the finest original nothing is given up.
  const auto fine = read_photograph(photograph(400, 300, display::Chroma::Fine, 97));
  const auto kept = pressed(fine, {press}, 400 / 300.0);
  display::JpegReader same(kept->bytes);
  REQUIRE(same.read_header());
  CHECK_FALSE(same.has_coarse_chroma());
}

TEST_CASE("a photograph of 12 megapixels has those of an A5 page") {
  const auto photo = read_photograph(streaks(4000, 3000));
  const Preview press = Preview::without_profile();
  const auto made = pressed(photo, {press}, 210 / 25.4);
  CHECK(made->width == 2500);
  CHECK(made->height == 1875);
  CHECK(made->bytes.size() < photo->bytes.size());
}

TEST_CASE("a shop that takes RGB gets photographs as they are") {
  const std::string file = photograph(320, 240);
  const Preview press = Preview::without_profile();
  PressWish keep{press};
  keep.rgb = RgbPictures::Keep;
  const auto made = pressed(read_photograph(file), keep, 0.1);
  CHECK(made->bytes == file);
  CHECK_FALSE(made->icc.empty());
}

TEST_CASE("what is resampled in ink or gray stays in it, upright, and JPEG only where it was") {
  const auto space = GENERATE(Picture::Space::Gray, Picture::Space::Cmyk);
  const std::size_t count = display::channels(space);
  Picture raw;
  raw.space = space;
  raw.width = raw.height = 64;
  raw.bytes = std::string(64 * 64 * count, '\x40');
  display::JpegWriter writer({space, 64, 64, display::Chroma::Fine, 95});
  writer.write_rows(reinterpret_cast<const unsigned char*>(raw.bytes.data()), 64);
  Picture jpeg = raw;
  jpeg.encoding = Picture::Encoding::Jpeg;
  jpeg.bytes = writer.finish();
  Picture inverted = jpeg;
  inverted.inverted = true;
  const Preview press = Preview::without_profile();
  for (const Picture& each : {raw, jpeg, inverted}) {
    const auto made = pressed(std::make_shared<Picture>(each), {press}, 24 / 300.0);
    CHECK(made->encoding == each.encoding);
    CHECK(made->space == space);
    CHECK(made->width == 24);
    const auto samples = display::samples(*made);
    REQUIRE((samples && samples->bytes.size() == 24 * 24 * count));
    const int expected = each.inverted ? 0xBF : 0x40;
    CHECK(std::abs(static_cast<unsigned char>(samples->bytes[200]) - expected) <= 2);
    const auto kept = std::make_shared<Picture>(each);
    CHECK(pressed(kept, {press}, 43 / 300.0) == kept);
  }
}

TEST_CASE("what is cut out keeps its colour up to its edge") {
  Picture cut_out;
  cut_out.space = Picture::Space::Gray;
  cut_out.width = cut_out.height = 40;
  for (int i = 0; i < 40 * 40; ++i) {
    const bool is_seen = i % 40 < 19;
    cut_out.bytes += is_seen ? '\xC0' : '\0';
    cut_out.alpha += is_seen ? '\xFF' : '\0';
  }
  const Preview press = Preview::without_profile();
  const auto made = pressed(std::make_shared<Picture>(cut_out), {press}, 20 / 300.0);
  REQUIRE(made->alpha.size() == 20 * 20);
  for (std::size_t i = 0; i < made->alpha.size(); ++i) {
    if (static_cast<unsigned char>(made->alpha[i]) < 64) continue;
    // The window overshoots at edges by a twelfth; what is hidden, black, would be far darker.
    CHECK(std::abs(static_cast<unsigned char>(made->bytes[i]) - 0xC0) <= 16);
  }
}

TEST_CASE("line art of one bit keeps all of its pixels") {
  Picture art;
  art.width = 64;
  art.height = 8;
  art.bits = 1;
  art.bytes = std::string(64, '\x55');
  const auto given = std::make_shared<Picture>(art);
  CHECK(pressed(given, {Preview::without_profile()}, 0.01) == given);
}

}  // namespace handbill::picture
