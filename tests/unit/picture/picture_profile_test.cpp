// SPDX-License-Identifier: MIT
// ICC profiles in picture files.
#include <catch2/catch.hpp>
#include <filesystem>

#include "color/pixel_transform.h"
#include "picture/read_picture.h"
#include "picture/to_press.h"
#include "support/golden.h"
#include "support/paths.h"
#include "unit/picture/png_bytes.h"

namespace handbill::picture {
namespace {

using namespace std::string_literals;
using color::Preview;
using diag::DiagnosticId;
using display::Picture;
using test::png_chunk;
using test::png_file;

/// sRGB with its red and green exchanged.
std::string swapped_profile() {
  std::string icc = color::srgb_profile();
  const std::size_t red = icc.find("rXYZ"), green = icc.find("gXYZ");
  icc[red] = 'g';
  icc[green] = 'r';
  return icc;
}

std::string png(const std::string& rgb, const std::string& icc, int color_type = 2) {
  const std::string chunk = icc.empty() ? "" : png_chunk("iCCP", "name\0\0"s + test::stored(icc));
  return png_file({.color_type = color_type, .between = chunk, .rows = "\0"s + rgb});
}

std::string app2(int number, int count, const std::string& part) {
  const std::string body =
      "ICC_PROFILE\0"s + static_cast<char>(number) + static_cast<char>(count) + part;
  const std::size_t size = body.size() + 2;
  return "\xff\xe2"s + static_cast<char>(size >> 8) + static_cast<char>(size & 0xff) + body;
}

std::string jpeg(const std::string& name, const std::string& segments) {
  const std::string folder = test::source_folder() + "/tests/unit/picture/data/";
  std::string bytes = test::read_file(folder + name);
  return bytes.insert(2, segments);
}

struct Pressed {
  std::shared_ptr<const Picture> picture;
  diag::Diagnostics diags;
};

Pressed pressed(const std::string& file, const PressWish& wish) {
  Pressed result;
  const auto picture = read_picture(file, "p", {}, result.diags);
  REQUIRE(picture);
  result.picture = to_press(picture, wish, {}, {}, result.diags);
  return result;
}

const std::string kRed = "\xff\0\0"s, kGreen = "\0\xff\0"s;

}  // namespace

TEST_CASE("an RGB PNG becomes ink through the profile in it") {
  const Preview press = Preview::without_profile();
  const auto inks = [&](const std::string& file) {
    const Pressed result = pressed(file, {press});
    CHECK(result.diags.list().empty());
    CHECK(result.picture->icc.empty());
    return result.picture->bytes;
  };
  CHECK(inks(png(kRed, "")) == press.rgb_to_cmyk(kRed));
  CHECK(inks(png(kRed, swapped_profile())) == inks(png(kGreen, "")));
  CHECK(inks(png(kRed + "\xff", swapped_profile(), 6)) == inks(png(kGreen, "")));
}

TEST_CASE("the profile of a JPEG is put together from its parts, in whatever order") {
  const std::string icc = swapped_profile();
  const std::string first = icc.substr(0, 300), second = icc.substr(300);
  diag::Diagnostics diags;
  const auto profile = [&](const std::string& segments) {
    return read_picture(jpeg("rgb.jpg", segments), "p", {}, diags)->icc;
  };
  CHECK(profile(app2(1, 1, icc)) == icc);
  CHECK(profile(app2(2, 2, second) + app2(1, 2, first)) == icc);
  CHECK(profile(app2(1, 2, first)).empty());
  CHECK(profile(app2(2, 1, icc)).empty());
  CHECK(profile("").empty());
  const Preview press = Preview::without_profile();
  CHECK(pressed(jpeg("rgb.jpg", app2(1, 1, icc)), {press}).picture->bytes !=
        pressed(jpeg("rgb.jpg", ""), {press}).picture->bytes);
}

TEST_CASE("RGB that is kept has its profile, or that of sRGB") {
  const Preview press = Preview::without_profile();
  const PressWish keep{press, color::Rendering::Perceptual, RgbPictures::Keep, {}};
  const auto tagged = pressed(png(kRed, swapped_profile()), keep).picture;
  CHECK(tagged->space == Picture::Space::Rgb);
  CHECK(tagged->bytes == kRed);
  CHECK(tagged->icc == swapped_profile());
  CHECK(pressed(png(kRed, ""), keep).picture->icc == color::srgb_profile());
  const auto photo = pressed(jpeg("rgb.jpg", ""), keep).picture;
  CHECK(photo->encoding == Picture::Encoding::Jpeg);
  CHECK(photo->icc == color::srgb_profile());
}

TEST_CASE("a profile that can't be used is an error, kept or not") {
  const Preview press = Preview::without_profile();
  for (const RgbPictures rgb : {RgbPictures::Convert, RgbPictures::Keep}) {
    const PressWish wish{press, color::Rendering::Perceptual, rgb, {}};
    const Pressed result = pressed(jpeg("rgb.jpg", app2(1, 1, std::string(300, 'x'))), wish);
    CHECK_FALSE(result.picture);
    REQUIRE(result.diags.list().size() == 1);
    CHECK(result.diags.list()[0].id == DiagnosticId::ProfileBroken);
  }
}

TEST_CASE("gray has no use for a profile, and ink stays as it is with a note") {
  const Preview press = Preview::without_profile();
  CHECK(pressed(jpeg("gray.jpg", app2(1, 1, std::string(300, 'x'))), {press}).picture->icc.empty());
  const std::string icc = color::srgb_profile();  // that it is one for RGB does not matter here
  const std::string file = jpeg("cmyk.jpg", app2(1, 1, icc));
  const auto wish = [&](const std::string& of_press) {
    return PressWish{press, color::Rendering::Perceptual, RgbPictures::Convert, of_press};
  };
  const std::string other = "another profile";
  const Pressed noted = pressed(file, wish(other));
  CHECK(noted.picture->bytes == file);
  CHECK(noted.picture->icc.empty());
  REQUIRE(noted.diags.list().size() == 1);
  CHECK(noted.diags.list()[0].severity == diag::Severity::Note);
  CHECK(noted.diags.list()[0].message.find("sRGB") != std::string::npos);
  CHECK(pressed(file, wish(icc)).diags.list().empty());
  CHECK(pressed(file, {press}).diags.list().empty());
}

}  // namespace handbill::picture
