// SPDX-License-Identifier: MIT
#include <lcms2.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>

#include "color/pixel_transform.h"
#include "color/preview.h"
#include "color/profile_folders.h"

namespace {

using namespace std::string_literals;
using handbill::color::Preview;
using handbill::color::profile_folders;
using handbill::color::profile_name;
using handbill::color::Rendering;
using handbill::color::srgb_profile;
using handbill::color::to_srgb;

std::string saved(cmsHPROFILE profile) {
  cmsUInt32Number size = 0;
  REQUIRE(cmsSaveProfileToMem(profile, nullptr, &size));
  std::string bytes(size, '\0');
  REQUIRE(cmsSaveProfileToMem(profile, bytes.data(), &size));
  cmsCloseProfile(profile);
  return bytes;
}

/// A screen whose green is far more intense than that of sRGB (Adobe RGB 1998's primaries).
std::string wide_profile() {
  const cmsCIExyY white = {0.3127, 0.3290, 1};
  const cmsCIExyYTRIPLE primaries = {{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}};
  cmsToneCurve* curve = cmsBuildGamma(nullptr, 2.2);
  const std::array<cmsToneCurve*, 3> curves = {curve, curve, curve};
  const cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves.data());
  cmsFreeToneCurve(curve);
  return saved(profile);
}

std::string gray_profile() {
  cmsToneCurve* curve = cmsBuildGamma(nullptr, 2.2);
  const cmsHPROFILE profile = cmsCreateGrayProfile(cmsD50_xyY(), curve);
  cmsFreeToneCurve(curve);
  return saved(profile);
}

Preview gracol() {
  const auto folders = profile_folders();
  REQUIRE_FALSE(folders.empty());
  std::ifstream file(folders[0] + "/gracol-coated.icc", std::ios::binary);
  const auto preview = Preview::from_profile(std::string(std::istreambuf_iterator<char>(file), {}));
  REQUIRE(preview);
  return *preview;
}

std::array<int, 4> ink(const Preview& press, const std::string& icc, const std::string& rgb,
                       Rendering rendering = Rendering::RelativeColorimetric) {
  const auto separation = press.separation(icc, rendering);
  REQUIRE(separation);
  const std::string cmyk = separation->to_ink(rgb);
  REQUIRE(cmyk.size() == 4);
  std::array<int, 4> values{};
  for (std::size_t i = 0; i < 4; ++i) values[i] = static_cast<std::uint8_t>(cmyk[i]);
  return values;
}

}  // namespace

TEST_CASE("a picture without a profile is sRGB") {
  for (const Preview& press : {gracol(), Preview::without_profile()}) {
    for (const std::string& rgb : {"\x20\x90\x60"s, "\xff\xff\xff"s, "\0\0\0"s, "\xd0\x80\x40"s}) {
      const auto plain = ink(press, "", rgb), tagged = ink(press, srgb_profile(), rgb);
      for (std::size_t i = 0; i < 4; ++i) CHECK(std::abs(plain[i] - tagged[i]) <= 3);
    }
  }
}

TEST_CASE("a picture's own profile says what its numbers mean") {
  const std::string green = "\x40\xa0\x40";
  for (const Preview& press : {gracol(), Preview::without_profile()}) {
    const auto narrow = ink(press, "", green), wide = ink(press, wide_profile(), green);
    CHECK(wide[0] > narrow[0] + 8);  // a stronger green: more cyan
  }
}

TEST_CASE("white is paper and black is as dark as the press prints, whatever the intent") {
  const Preview press = gracol();
  for (const Rendering rendering : {Rendering::Perceptual, Rendering::RelativeColorimetric}) {
    CHECK(ink(press, "", "\xff\xff\xff", rendering) == std::array{0, 0, 0, 0});
    const auto black = ink(press, "", "\0\0\0"s, rendering);
    CHECK(black[3] > 240);
    CHECK(black[0] > 128);
    // With its black point compensated, a dark grey keeps its distance from black.
    const auto dark = ink(press, "", "\x18\x18\x18", rendering);
    CHECK(dark[0] + dark[1] + dark[2] + dark[3] < black[0] + black[1] + black[2] + black[3] - 20);
  }
}

TEST_CASE("what is not an RGB profile is refused") {
  const std::string whole = wide_profile();
  for (const Preview& press : {gracol(), Preview::without_profile()}) {
    for (const std::string& icc :
         {"x"s, gray_profile(), whole.substr(0, 200), whole + std::string(9 << 20, 'x')}) {
      CHECK_FALSE(press.separation(icc, Rendering::Perceptual));
    }
  }
  CHECK_FALSE(to_srgb(gray_profile()));
}

TEST_CASE("a damaged RGB profile is refused or used, but never ends the program") {
  const std::string whole = wide_profile();
  std::uint32_t state = 11;
  for (int round = 0; round < 300; ++round) {
    std::string damaged = whole;
    for (int i = 0; i < 3; ++i) {
      state = state * 1664525 + 1013904223;
      damaged[(state >> 8) % damaged.size()] = static_cast<char>(state >> 24);
    }
    if (const auto transform = to_srgb(damaged)) CHECK(transform->apply("abc").size() == 3);
    CHECK(profile_name(damaged).size() < 120);
  }
}

TEST_CASE("the sRGB profile has the same bytes each time and a name") {
  const std::string profile = srgb_profile();
  CHECK(profile == srgb_profile());
  CHECK(profile.substr(24, 6) == "\x07\xcf\0\x0a\0\x01"s);
  CHECK(profile[8] == 2);
  CHECK(profile_name(profile).find("sRGB") != std::string::npos);
  CHECK(profile_name("nonsense").empty());
}
