// SPDX-License-Identifier: MIT
// The profiles that come with the program, made by src/color/make_profile.
#include <lcms2.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "color/preview.h"
#include "color/profile_folders.h"

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using handbill::color::Preview;
using handbill::color::profile_folders;

struct Built {
  std::string name;
  int ink_limit;  ///< percent
  std::string source;
  std::array<double, 3> paper;  ///< CIE L*a*b*, as measured
  std::array<double, 3> cyan;
};

// Source: paper and solid cyan of each report.
const Built kBuilt[] = {
    {"gracol-coated", 320, "CGATS/GRACoL TR 006", {95, -0.02, -1.96}, {54.96, -37.12, -50}},
    {"swop-3-coated", 300, "CGATS/SWOP TR 003", {92.5, 0, 0}, {56.99, -37.23, -44.95}},
    {"swop-5-coated", 300, "CGATS/SWOP TR 005", {90.06, -0.01, 4.14}, {56.56, -37.98, -40.93}},
    {"fogra39-coated", 320, "FOGRA39L", {95, 0, -2}, {55, -37, -50}},
    {"fogra29-uncoated", 280, "FOGRA29", {95.71, 0.61, -2.32}, {59.04, -26.66, -42.8}},
};

std::string read(const std::string& name) {
  const auto folders = profile_folders();
  REQUIRE_FALSE(folders.empty());
  std::ifstream file(folders[0] + "/" + name + ".icc", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::array<double, 3> absolute_lab(const std::string& icc, std::array<double, 4> percent) {
  cmsHPROFILE press = cmsOpenProfileFromMem(icc.data(), static_cast<unsigned>(icc.size()));
  cmsHPROFILE lab = cmsCreateLab4Profile(nullptr);
  cmsHTRANSFORM transform = cmsCreateTransform(press, TYPE_CMYK_DBL, lab, TYPE_Lab_DBL,
                                               INTENT_ABSOLUTE_COLORIMETRIC, cmsFLAGS_NOOPTIMIZE);
  std::array<double, 3> out{};
  cmsDoTransform(transform, percent.data(), out.data(), 1);
  cmsDeleteTransform(transform);
  cmsCloseProfile(lab);
  cmsCloseProfile(press);
  return out;
}

double difference(const std::array<double, 3>& a, const std::array<double, 3>& b) {
  return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

}  // namespace

TEST_CASE("each press profile has the paper and the ink that were measured, and names its source") {
  for (const Built& built : kBuilt) {
    INFO(built.name);
    const std::string icc = read(built.name);
    REQUIRE(icc.size() > 128);
    CHECK(difference(absolute_lab(icc, {0, 0, 0, 0}), built.paper) < 0.5);
    CHECK(difference(absolute_lab(icc, {100, 0, 0, 0}), built.cyan) < 2);
    CHECK(icc.find(built.source) != icc.npos);
    CHECK(icc.find("profile.ti3") == icc.npos);
    // No clock: the year 2007 at the first second.
    CHECK(icc.substr(24, 12) == "\x07\xd7\0\1\0\1\0\0\0\0\0\0"s);
  }
}

TEST_CASE("separations keep the ink limit of their condition, white stays free of ink") {
  std::string rgb;
  for (int r = 0; r < 256; r += 15) {
    for (int g = 0; g < 256; g += 15) {
      for (int b = 0; b < 256; b += 15) rgb += {char(r), char(g), char(b)};
    }
  }
  for (const Built& built : kBuilt) {
    INFO(built.name);
    const auto preview = Preview::from_profile(read(built.name));
    REQUIRE(preview);
    const std::string ink = preview->rgb_to_cmyk(rgb);
    const auto at = [&](std::size_t i) { return int{std::uint8_t(ink[i])}; };
    int most = 0;
    for (std::size_t i = 0; i < ink.size(); i += 4) {
      most = std::max(most, at(i) + at(i + 1) + at(i + 2) + at(i + 3));
    }
    // Between the points of its table a profile may be a little off.
    CHECK(most <= (built.ink_limit + 2) * 255 / 100);
    CHECK(most > 200 * 255 / 100);
    CHECK(ink.substr(ink.size() - 4) == "\0\0\0\0"s);
    // In medium grey black stands in for some of the other inks, never for all of them.
    const std::string grey = preview->rgb_to_cmyk("\x77\x77\x77");
    CHECK(std::uint8_t(grey[3]) > 50);
    CHECK(std::uint8_t(grey[0]) > 50);
  }
}

TEST_CASE("profiles are found beside the program or in its build tree, and nowhere else") {
  const fs::path root = fs::temp_directory_path() / "handbill-profile-folders";
  fs::remove_all(root);
  fs::create_directories(root / "usr/bin");
  fs::create_directories(root / "usr/share/handbill/profiles");
  fs::create_directories(root / "usr/profiles");
  CHECK(profile_folders(root / "usr/bin").empty());
  std::ofstream(root / "usr/share/handbill/profiles/gracol-coated.icc");
  CHECK(profile_folders(root / "usr/bin") ==
        std::vector{(root / "usr/share/handbill/profiles").string()});
  std::ofstream(root / "usr/profiles/gracol-coated.icc");
  CHECK(profile_folders(root / "usr/bin").size() == 2);
  CHECK(profile_folders("").empty());
  fs::remove_all(root);
}
