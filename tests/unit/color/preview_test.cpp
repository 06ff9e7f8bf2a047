// SPDX-License-Identifier: MIT
#include "color/preview.h"

#include <lcms2.h>

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <thread>
#include <vector>

#include "color/delta_e.h"

namespace {

using namespace std::string_literals;
using handbill::color::Cmyk;
using handbill::color::Color;
using handbill::color::Lab;
using handbill::color::Preview;
using handbill::color::Rgb;

double difference(const Lab& x, const Lab& y) {
  return std::hypot(x.l - y.l, x.a - y.a, x.b - y.b);
}

struct Patch {
  Cmyk percent;
  double x, y, z;  ///< measured under D50, paper included
};

// Source: ANSI CGATS/GRACoL TR 006-2007, characterization data.
const std::vector<Patch> kPatches = {
    {{0, 0, 0, 0}, 84.47, 87.62, 74.52},     {{10, 0, 0, 0}, 73.59, 77.96, 72.47},
    {{20, 0, 0, 0}, 64.07, 69.48, 70.49},    {{0, 10, 0, 0}, 76.85, 76.39, 66.51},
    {{0, 20, 0, 0}, 69.84, 66.22, 59.01},    {{0, 40, 0, 0}, 57.26, 48.44, 44.59},
    {{0, 70, 0, 0}, 42.67, 28.51, 26.69},    {{0, 100, 0, 0}, 32.98, 16.74, 14.97},
    {{10, 10, 0, 0}, 66.98, 68.09, 64.69},   {{20, 40, 0, 0}, 43.53, 38.68, 42.85},
    {{20, 70, 0, 0}, 32.16, 22.61, 26.33},   {{10, 100, 0, 0}, 28.51, 14.80, 15.19},
    {{100, 0, 0, 0}, 14.97, 22.89, 52.78},   {{100, 100, 0, 0}, 5.31, 4.14, 15.82},
    {{0, 0, 100, 0}, 69.04, 74.04, 6.97},    {{0, 100, 100, 0}, 30.69, 16.30, 2.28},
    {{100, 0, 100, 0}, 7.84, 18.52, 7.27},   {{100, 100, 100, 0}, 3.68, 3.80, 3.17},
    {{0, 0, 0, 100}, 1.84, 1.90, 1.58},      {{100, 0, 0, 100}, 0.82, 1.04, 1.65},
    {{0, 100, 0, 100}, 1.44, 1.03, 0.74},    {{100, 100, 0, 100}, 0.88, 0.75, 0.87},
    {{0, 0, 100, 100}, 1.65, 1.86, 0.78},    {{100, 0, 100, 100}, 0.77, 1.16, 0.76},
    {{0, 100, 100, 100}, 1.35, 1.15, 0.57},  {{100, 100, 100, 100}, 0.87, 0.89, 0.74},
    {{40, 40, 40, 0}, 29.15, 28.91, 22.19},  {{40, 27, 27, 0}, 33.95, 35.86, 32.12},
    {{70, 70, 70, 0}, 11.28, 10.88, 8.01},   {{20, 20, 20, 20}, 33.85, 34.50, 27.77},
    {{40, 40, 40, 40}, 13.00, 13.00, 10.32}, {{70, 40, 0, 0}, 19.04, 20.29, 37.64},
    {{70, 0, 40, 0}, 22.94, 33.07, 29.90},   {{0, 40, 70, 0}, 50.89, 44.12, 11.59},
    {{0, 20, 40, 0}, 64.16, 62.05, 29.56},   {{40, 0, 0, 0}, 47.33, 54.31, 66.24},
    {{70, 0, 0, 0}, 27.95, 36.11, 59.56},    {{0, 0, 40, 0}, 76.65, 81.18, 36.70},
    {{0, 0, 70, 0}, 72.54, 77.52, 17.88},    {{0, 0, 0, 20}, 56.02, 58.25, 49.79},
    {{0, 0, 0, 40}, 35.23, 36.69, 31.39},    {{0, 0, 0, 60}, 19.58, 20.43, 17.49},
    {{0, 0, 0, 80}, 8.32, 8.70, 7.39},       {{40, 0, 0, 40}, 20.41, 23.42, 27.98},
    {{0, 70, 0, 40}, 18.61, 12.91, 12.01},   {{0, 0, 100, 40}, 28.12, 30.64, 3.61},
    {{100, 40, 0, 40}, 4.95, 6.18, 15.34},   {{100, 0, 40, 20}, 7.83, 14.46, 18.74},
    {{20, 70, 100, 20}, 18.69, 14.08, 2.76}, {{10, 20, 40, 0}, 55.53, 55.36, 29.08},
    {{40, 70, 40, 20}, 15.12, 11.98, 10.17}, {{70, 100, 40, 40}, 4.88, 3.61, 4.69},
    {{100, 70, 20, 20}, 4.84, 5.38, 12.51},  {{0, 100, 70, 0}, 31.87, 16.88, 4.67},
    {{40, 20, 20, 60}, 9.47, 10.31, 9.99},   {{70, 70, 70, 60}, 3.71, 3.67, 2.82},
    {{20, 40, 0, 60}, 11.05, 10.00, 10.78},  {{100, 100, 40, 40}, 2.70, 2.54, 4.80},
    {{40, 40, 0, 0}, 32.19, 30.37, 40.88},   {{55, 0, 100, 0}, 26.22, 36.79, 7.04},
    {{20, 10, 10, 0}, 56.68, 59.64, 53.73},  {{0, 55, 85, 0}, 43.77, 34.24, 6.16},
    {{100, 40, 40, 0}, 7.89, 11.98, 18.68},  {{85, 20, 40, 0}, 13.45, 20.08, 23.70},
};

Lab to_lab(double x, double y, double z) {
  const cmsCIEXYZ xyz = {x, y, z};
  cmsCIELab lab{};
  cmsXYZ2Lab(nullptr, &lab, &xyz);
  return {lab.L, lab.a, lab.b};
}

/// What a measured patch looks like when its paper is the white of the screen and the four solids
/// its black.
Lab wanted(const Patch& patch) {
  const Patch& paper = kPatches[0];
  const double black = 0.89 / 87.62;
  const auto light = [&](double v, double of_paper) {
    return (v / of_paper - black) / (1 - black);
  };
  return to_lab(light(patch.x, paper.x) * 0.9642, light(patch.y, paper.y),
                light(patch.z, paper.z) * 0.8249);
}

/// By Little CMS's own sRGB.
Lab seen(const Rgb& rgb) {
  const cmsHPROFILE srgb = cmsCreate_sRGBProfile();
  const cmsHPROFILE lab = cmsCreateLab4Profile(nullptr);
  const cmsHTRANSFORM transform =
      cmsCreateTransform(srgb, TYPE_RGB_DBL, lab, TYPE_Lab_DBL, INTENT_RELATIVE_COLORIMETRIC,
                         cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE);
  const std::array<double, 3> in = {rgb.r, rgb.g, rgb.b};
  std::array<double, 3> out{};
  cmsDoTransform(transform, in.data(), out.data(), 1);
  cmsDeleteTransform(transform);
  cmsCloseProfile(lab);
  cmsCloseProfile(srgb);
  return {out[0], out[1], out[2]};
}

Color ink(const Cmyk& percent) {
  return Color::process({percent.c / 100, percent.m / 100, percent.y / 100, percent.k / 100});
}

/// Colours that sRGB can't show are cut off by the screen, not by the model.
bool screen_shows(const Lab& lab) {
  const cmsCIELab in = {lab.l, lab.a, lab.b};
  cmsCIEXYZ xyz{};
  cmsLab2XYZ(nullptr, &xyz, &in);
  const std::array<double, 3> linear = {3.1341359 * xyz.X - 1.6173863 * xyz.Y - 0.4906622 * xyz.Z,
                                        -0.9787955 * xyz.X + 1.9162544 * xyz.Y + 0.0334427 * xyz.Z,
                                        0.0719554 * xyz.X - 0.2289769 * xyz.Y + 1.4053862 * xyz.Z};
  return linear[0] > 0 && linear[1] > 0 && linear[2] > 0 && linear[0] < 1 && linear[1] < 1 &&
         linear[2] < 1;
}

bool is_solid(const Cmyk& percent) {
  const auto whole = [](double v) { return v == 0 || v == 100; };
  return whole(percent.c) && whole(percent.m) && whole(percent.y) && whole(percent.k);
}

/// A press of two inks: black down to a lightness, and a cyan that darkens as much.
struct MadeProfile {
  double solid_l = 15;
};

int sample_to_lab(const cmsUInt16Number* in, cmsUInt16Number* out, void* data) {
  const auto& made = *static_cast<const MadeProfile*>(data);
  const double k = in[3] / 65535.0, c = in[0] / 65535.0;
  const cmsCIELab lab = {100 - (100 - made.solid_l) * std::max(k, c), -30 * c * (1 - k), 0};
  cmsFloat2LabEncodedV2(out, &lab);
  return 1;
}

int sample_to_ink(const cmsUInt16Number* in, cmsUInt16Number* out, void* data) {
  const auto& made = *static_cast<const MadeProfile*>(data);
  cmsCIELab lab{};
  cmsLabEncoded2FloatV2(&lab, in);
  const double k = std::clamp((100 - lab.L) / (100 - made.solid_l), 0.0, 1.0);
  out[0] = out[1] = out[2] = 0;
  out[3] = static_cast<cmsUInt16Number>(std::lround(k * 65535));
  return 1;
}

void write_table(cmsHPROFILE profile, std::initializer_list<cmsTagSignature> tags, unsigned in,
                 unsigned out, unsigned grid, cmsSAMPLER16 sampler, MadeProfile made) {
  cmsPipeline* pipeline = cmsPipelineAlloc(nullptr, in, out);
  cmsStage* table = cmsStageAllocCLut16bit(nullptr, grid, in, out, nullptr);
  REQUIRE(cmsStageSampleCLut16bit(table, sampler, &made, 0));
  REQUIRE(cmsPipelineInsertStage(pipeline, cmsAT_END, table));
  for (const cmsTagSignature tag : tags) REQUIRE(cmsWriteTag(profile, tag, pipeline));
  cmsPipelineFree(pipeline);
}

std::string make_profile(const MadeProfile& made = {}) {
  const cmsHPROFILE profile = cmsCreateProfilePlaceholder(nullptr);
  cmsSetProfileVersion(profile, 2.4);
  cmsSetDeviceClass(profile, cmsSigOutputClass);
  cmsSetColorSpace(profile, cmsSigCmykData);
  cmsSetPCS(profile, cmsSigLabData);
  cmsWriteTag(profile, cmsSigMediaWhitePointTag, cmsD50_XYZ());
  write_table(profile, {cmsSigAToB0Tag, cmsSigAToB1Tag}, 4, 3, 5, sample_to_lab, made);
  write_table(profile, {cmsSigBToA0Tag, cmsSigBToA1Tag}, 3, 4, 17, sample_to_ink, made);
  cmsUInt32Number size = 0;
  REQUIRE(cmsSaveProfileToMem(profile, nullptr, &size));
  std::string bytes(size, '\0');
  REQUIRE(cmsSaveProfileToMem(profile, bytes.data(), &size));
  cmsCloseProfile(profile);
  return bytes;
}

}  // namespace

TEST_CASE("without a profile, inks look as they were measured") {
  const Preview preview = Preview::without_profile();
  double sum = 0;
  int count = 0;
  for (const Patch& patch : kPatches) {
    const Lab lab = wanted(patch);
    if (!screen_shows(lab)) continue;
    const Cmyk& p = patch.percent;
    INFO(p.c << " " << p.m << " " << p.y << " " << p.k);
    const double delta = difference(seen(preview.to_rgb(ink(p))), lab);
    CHECK(delta < (is_solid(p) ? 0.6 : 6.5));
    sum += delta;
    ++count;
  }
  CHECK(count > 40);
  CHECK(sum / count < 2.5);
}

TEST_CASE("paper is the white of the screen, four solids its black, and black ink is dark grey") {
  const Preview preview = Preview::without_profile();
  const Rgb paper = preview.to_rgb(Color::paper());
  CHECK(paper.r == Approx(1).margin(0.002));
  CHECK(paper.g == Approx(1).margin(0.002));
  CHECK(paper.b == Approx(1).margin(0.002));
  const Rgb registration = preview.to_rgb(Color::registration());
  CHECK(registration.g == Approx(0).margin(0.01));
  const Rgb black = preview.to_rgb(Color::black());
  CHECK(black.g > 0.05);
  CHECK(black.g < 0.20);
}

TEST_CASE("a spot ink shows as its stand-in, a tint as a tint") {
  const Preview preview = Preview::without_profile();
  const Cmyk teal{0.9, 0.3, 0.4, 0.2};
  CHECK(preview.to_rgb(Color::spot_ink("Teal", teal)) == preview.to_rgb(Color::process(teal)));
  CHECK(preview.to_rgb(Color::spot_ink("Teal", teal).tinted(0.5)) ==
        preview.to_rgb(Color::process({0.45, 0.15, 0.2, 0.1})));
}

TEST_CASE("ink amounts outside 0 to 1 count as none or solid") {
  const Preview preview = Preview::without_profile();
  CHECK(preview.to_rgb(Color::process({-1, 0, 0, 2})) == preview.to_rgb(Color::black()));
}

TEST_CASE("a batch of pixels has the colours of single ones") {
  const auto preview = GENERATE(Preview::without_profile(), *Preview::from_profile(make_profile()));
  std::string cmyk;
  for (const int c : {0, 85, 170, 255}) {
    for (const int m : {0, 128, 255}) {
      for (const int k : {0, 0, 64, 255}) cmyk += {char(c), char(m), char(c / 2), char(k)};
    }
  }
  const std::string rgb = preview.cmyk_to_rgb(cmyk);
  REQUIRE(rgb.size() == cmyk.size() / 4 * 3);
  for (std::size_t i = 0; i < cmyk.size() / 4; ++i) {
    const auto amount = [&](std::size_t j) { return std::uint8_t(cmyk[4 * i + j]) / 255.0; };
    const Rgb one = preview.to_rgb(Color::process({amount(0), amount(1), amount(2), amount(3)}));
    INFO("pixel " << i);
    CHECK(std::abs(std::uint8_t(rgb[3 * i]) - one.r * 255) < 2.5);
    CHECK(std::abs(std::uint8_t(rgb[3 * i + 1]) - one.g * 255) < 2.5);
    CHECK(std::abs(std::uint8_t(rgb[3 * i + 2]) - one.b * 255) < 2.5);
  }
}

TEST_CASE("without a profile, RGB becomes ink of at most 300% with the greys' blacks in black") {
  const Preview preview = Preview::without_profile();
  const auto press = [&](const std::string& rgb) {
    std::vector<int> ink;
    for (const char c : preview.rgb_to_cmyk(rgb)) ink.push_back(std::uint8_t(c));
    return ink;
  };
  CHECK(press("\xff\xff\xff") == std::vector{0, 0, 0, 0});
  CHECK(press("\0\0\0"s) == std::vector{85, 85, 85, 255});
  CHECK(press("\xff\0\0"s) == std::vector{0, 255, 255, 0});
  CHECK(press("").empty());
  for (int r = 0; r < 256; r += 15) {
    for (int g = 0; g < 256; g += 15) {
      const auto ink = press({char(r), char(g), char((r + g) / 3)});
      CHECK(ink[0] + ink[1] + ink[2] + ink[3] <= 3 * 255 + 2);
    }
  }
}

TEST_CASE("a profile decides how ink looks, from its paper to its darkest black") {
  const auto preview = Preview::from_profile(make_profile());
  REQUIRE(preview);
  const Rgb paper = preview->to_rgb(Color::paper());
  CHECK(paper.r == Approx(1).margin(0.002));
  CHECK(paper.b == Approx(1).margin(0.002));
  const Rgb black = preview->to_rgb(Color::black());
  CHECK(black.g == Approx(0).margin(0.02));  // its L* 15 is compensated away
  const Rgb cyan = preview->to_rgb(ink({50, 0, 0, 0}));
  CHECK(cyan.g > cyan.r);
}

TEST_CASE("a profile decides what RGB becomes") {
  const auto preview = Preview::from_profile(make_profile());
  REQUIRE(preview);
  const std::string ink = preview->rgb_to_cmyk("\xff\xff\xff\0\0\0"s);
  REQUIRE(ink.size() == 8);
  CHECK(ink.substr(0, 4) == "\0\0\0\0"s);
  CHECK(std::uint8_t(ink[7]) > 250);
  CHECK(ink[4] == 0);
}

TEST_CASE("what is not a CMYK output profile is refused, cut-off profiles too") {
  CHECK_FALSE(Preview::from_profile(""));
  CHECK_FALSE(Preview::from_profile("not a profile"));
  std::string screen_profile;
  {
    const cmsHPROFILE srgb = cmsCreate_sRGBProfile();
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(srgb, nullptr, &size);
    screen_profile.resize(size);
    cmsSaveProfileToMem(srgb, screen_profile.data(), &size);
    cmsCloseProfile(srgb);
  }
  CHECK_FALSE(Preview::from_profile(screen_profile));
  const std::string whole = make_profile();
  for (std::size_t size = 0; size < whole.size(); size += whole.size() / 64) {
    INFO(size);
    CHECK_FALSE(Preview::from_profile(std::string_view(whole).substr(0, size)));
  }
}

TEST_CASE("a damaged profile is refused or used, but never ends the program") {
  const std::string whole = make_profile();
  std::uint32_t state = 7;
  for (int round = 0; round < 120; ++round) {
    std::string damaged = whole;
    for (int i = 0; i < 4; ++i) {
      state = state * 1664525 + 1013904223;
      damaged[(state >> 8) % 1024] = static_cast<char>(state >> 24);
    }
    if (const auto preview = Preview::from_profile(damaged)) {
      CHECK(preview->to_rgb(Color::black()).r <= 1);
      if (round % 30 != 0) continue;  // tabulating takes Little CMS a tenth of a second
      CHECK(preview->cmyk_to_rgb("abcd").size() == 3);
      CHECK(preview->rgb_to_cmyk("abc").size() == 4);
    }
  }
}

TEST_CASE("threads may share a preview") {
  const auto preview = Preview::from_profile(make_profile());
  REQUIRE(preview);
  const std::string expected = preview->cmyk_to_rgb("abcdefgh");
  const auto fresh = Preview::from_profile(make_profile());
  std::array<std::string, 4> results;
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&] { result = fresh->cmyk_to_rgb("abcdefgh"); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == expected);
}
