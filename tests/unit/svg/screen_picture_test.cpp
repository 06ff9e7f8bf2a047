// SPDX-License-Identifier: MIT
#include "svg/screen_picture.h"

#include <catch2/catch.hpp>

#include "support/pixels.h"
#include "unit/svg/made_jpeg.h"
#include "unit/svg/sample_pages.h"

namespace {

using namespace std::string_literals;
using handbill::color::Preview;
using handbill::display::Picture;
using handbill::svg::encode_png;
using handbill::svg::PngContent;
using handbill::svg::ScreenPicture;
using handbill::svg::to_screen;
using handbill::test::made_jpeg;
using handbill::test::raw_picture;

Picture picture(Picture::Space space, int width, int height, std::string bytes) {
  return *raw_picture(space, width, height, std::move(bytes));
}

std::string rgb(const Picture& picture) {
  const auto screen = to_screen(picture, Preview::without_profile());
  return screen ? screen->rgb : "nothing";
}

bool near(const std::string& have, const std::string& want, int slack) {
  if (have.size() != want.size()) return false;
  for (std::size_t i = 0; i < have.size(); ++i) {
    if (std::abs(std::uint8_t(have[i]) - std::uint8_t(want[i])) > slack) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("raw pictures of every kind and depth become RGB") {
  CHECK(rgb(picture(Picture::Space::Gray, 2, 1, "\0\x80"s)) == "\0\0\0\x80\x80\x80"s);
  CHECK(rgb(picture(Picture::Space::Rgb, 1, 1, "abc")) == "abc");
  CHECK(near(rgb(picture(Picture::Space::Cmyk, 1, 2, "\0\0\0\0\xff\xff\xff\xff"s)),
             "\xff\xff\xff\0\0\0"s, 3));
  Picture inverted = picture(Picture::Space::Cmyk, 1, 1, "\xff\xff\xff\xff");
  inverted.inverted = true;
  CHECK(rgb(inverted) == "\xff\xff\xff");

  Picture bits = picture(Picture::Space::Gray, 3, 2, "\xa0\x40"s);
  bits.bits = 1;
  CHECK(rgb(bits) ==
        "\xff\xff\xff\0\0\0\xff\xff\xff"s
        "\0\0\0\xff\xff\xff\0\0\0"s);
  bits = picture(Picture::Space::Gray, 3, 1, "\x1b");
  bits.bits = 2;
  CHECK(rgb(bits) == "\0\0\0\x55\x55\x55\xaa\xaa\xaa"s);
  bits = picture(Picture::Space::Gray, 2, 1, "\x12\x34\xff\x00"s);
  bits.bits = 16;
  CHECK(rgb(bits) == "\x12\x12\x12\xff\xff\xff");
}

TEST_CASE("a picture whose data do not have its size is nothing") {
  CHECK_FALSE(to_screen(picture(Picture::Space::Rgb, 2, 1, "abc"), Preview::without_profile()));
  CHECK_FALSE(to_screen(picture(Picture::Space::Rgb, 0, 1, ""), Preview::without_profile()));
  Picture strange = picture(Picture::Space::Gray, 1, 1, "a");
  strange.bits = 3;
  CHECK_FALSE(to_screen(strange, Preview::without_profile()));
  Picture alpha = picture(Picture::Space::Gray, 2, 1, "ab");
  alpha.alpha = "a";
  CHECK_FALSE(to_screen(alpha, Preview::without_profile()));
}

TEST_CASE("JPEG pictures are decoded, whatever their colours") {
  struct Case {
    Picture::Space space;
    std::string samples;
    bool inverted;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {Picture::Space::Gray, "\x40", false, "\x40\x40\x40"},
      {Picture::Space::Rgb, "\xc0\x40\x20", false, "\xc0\x40\x20"},
      {Picture::Space::Cmyk, "\0\0\0\0"s, false, "\xff\xff\xff"},
      {Picture::Space::Cmyk, "\xff\xff\xff\xff", true, "\xff\xff\xff"},
  };
  for (const Case& each : cases) {
    Picture jpeg;
    jpeg.encoding = Picture::Encoding::Jpeg;
    jpeg.space = each.space;
    jpeg.inverted = each.inverted;
    jpeg.width = jpeg.height = 8;
    jpeg.bytes = made_jpeg(each.space, each.samples, 8, 8);
    std::string expected;
    for (int i = 0; i < 64; ++i) expected += each.expected;
    CHECK(near(rgb(jpeg), expected, 4));
    jpeg.width = 7;
    CHECK(rgb(jpeg) == "nothing");
  }
}

TEST_CASE("damaged JPEG files are nothing, or a picture of the stated size") {
  Picture jpeg;
  jpeg.encoding = Picture::Encoding::Jpeg;
  jpeg.space = Picture::Space::Rgb;
  jpeg.width = jpeg.height = 16;
  const std::string whole = made_jpeg(jpeg.space, "\xc0\x40\x20", 16, 16);
  for (const std::size_t size : {std::size_t{0}, std::size_t{2}, whole.size() / 3}) {
    jpeg.bytes = whole.substr(0, size);
    CHECK(rgb(jpeg) == "nothing");
  }
  std::uint32_t state = 3;
  for (int round = 0; round < 500; ++round) {
    jpeg.bytes = whole;
    state = state * 1664525 + 1013904223;
    jpeg.bytes[(state >> 8) % whole.size()] = static_cast<char>(state >> 24);
    const std::string seen = rgb(jpeg);
    CHECK((seen == "nothing" || seen.size() == 16 * 16 * 3));
  }
}

TEST_CASE("a PNG file holds the pixels, the transparency and the resolution") {
  ScreenPicture screen{2, 1, "\xff\0\0\0\0\xff"s, {}};
  const auto png = encode_png(screen, PngContent::Page, 144);
  REQUIRE(png);
  const auto pixels = handbill::test::read_png(*png);
  REQUIRE(pixels);
  CHECK(pixels->width == 2);
  CHECK(pixels->at(0, 0) == handbill::test::Pixel{255, 0, 0});
  CHECK(pixels->at(1, 0) == handbill::test::Pixel{0, 0, 255});
  // 144 / 0.0254 = 5669 pixels a metre, unit 1.
  CHECK(png->find("pHYs\x00\x00\x16\x25\x00\x00\x16\x25\x01"s) != std::string::npos);
  screen.alpha = "\x00\xff"s;
  const auto clear = encode_png(screen, PngContent::Photograph);
  REQUIRE(clear);
  CHECK(clear->find("pHYs") == std::string::npos);
  CHECK(handbill::test::read_png(*clear)->at(0, 0) == handbill::test::Pixel{255, 255, 255});
  CHECK(handbill::test::read_png(*clear)->at(1, 0) == handbill::test::Pixel{0, 0, 255});
  CHECK(encode_png(screen, PngContent::Photograph) == clear);
}

TEST_CASE("photographs and pages come back as they were, row by row") {
  ScreenPicture screen{7, 5, {}, {}};
  for (int i = 0; i < 7 * 5 * 3; ++i) screen.rgb += static_cast<char>(i * 37 % 251 / (1 + i / 42));
  for (const PngContent content : {PngContent::Page, PngContent::Photograph}) {
    const auto png = encode_png(screen, content);
    REQUIRE(png);
    const auto pixels = handbill::test::read_png(*png);
    REQUIRE(pixels);
    CHECK(std::string(pixels->rgb.begin(), pixels->rgb.end()) == screen.rgb);
  }
  // A gradient from top to bottom packs better as differences.
  ScreenPicture gradient{64, 64, {}, {}};
  std::uint32_t state = 5;
  std::string row;
  for (int i = 0; i < 64 * 3; ++i) row += static_cast<char>((state = state * 69069 + 1) >> 24);
  for (int y = 0; y < 64; ++y) {
    for (char& each : row) each = static_cast<char>(each + 1);
    gradient.rgb += row;
  }
  CHECK(encode_png(gradient, PngContent::Photograph)->size() * 4 <
        encode_png(gradient, PngContent::Page)->size());
}
