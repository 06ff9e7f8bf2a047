// SPDX-License-Identifier: MIT
#include "color/mix_ink.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <iterator>

#include "color/delta_e.h"
#include "color/profile_folders.h"

using handbill::color::Cmyk;
using handbill::color::delta_e;
using handbill::color::Lab;
using handbill::color::lab_of;
using handbill::color::mix_ink;
using handbill::color::Preview;
using handbill::color::profile_folders;
using handbill::color::ScreenColor;

TEST_CASE("Differences of colours are those that CIE published") {
  struct Pair {
    Lab one, other;
    double difference;
  };
  // Sharma, Wu, Dalal (2005), table 1: pairs 1, 4, 7, 9, 11, 17, 25, 30, 34.
  const auto pair = GENERATE(values<Pair>({
      {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
      {{50, -1.3802, -84.2814}, {50, 0, -82.7485}, 1.0000},
      {{50, 0, 0}, {50, -1, 2}, 2.3669},
      {{50, 2.49, -0.001}, {50, -2.49, 0.0009}, 7.1792},
      {{50, 2.49, -0.001}, {50, -2.49, 0.0011}, 7.2195},
      {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
      {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
      {{35.0831, -44.1164, 3.7933}, {35.0232, -40.0716, 1.5901}, 1.8645},
      {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
  }));
  CHECK(delta_e(pair.one, pair.other) == Approx(pair.difference).margin(5e-5));
  CHECK(delta_e(pair.other, pair.one) == Approx(pair.difference).margin(5e-5));
  CHECK(delta_e(pair.one, pair.one) == 0);
}

TEST_CASE("White of a screen has no colour, red has much") {
  const Lab white = lab_of({1, 1, 1});
  CHECK(white.l == Approx(100).margin(0.01));
  CHECK(std::hypot(white.a, white.b) < 0.02);
  const Lab red = lab_of({1, 0, 0});  // adapted to D50 (ICC.1, annex E)
  CHECK(red.l == Approx(54.29).margin(0.02));
  CHECK(red.a == Approx(80.80).margin(0.05));
  CHECK(red.b == Approx(69.89).margin(0.05));
}

namespace {

Preview press(const std::string& profile) {
  if (profile.empty()) return Preview::without_profile();
  const auto folders = profile_folders();
  REQUIRE_FALSE(folders.empty());
  std::ifstream file(folders[0] + "/" + profile + ".icc", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  auto found = Preview::from_profile(bytes);
  REQUIRE(found);
  return *found;
}

double sum(const Cmyk& ink) { return (ink.c + ink.m + ink.y + ink.k) * 100; }

}  // namespace

TEST_CASE("Ink for a screen colour is near it, in whole percents and within the limit") {
  const auto [profile, limit] =
      GENERATE(values<std::pair<std::string, double>>({{"", 240},
                                                       {"gracol-coated", 0},
                                                       {"gracol-coated", 120},
                                                       {"gracol-coated", 300},
                                                       {"fogra29-uncoated", 240}}));
  CAPTURE(profile, limit);
  const Preview on = press(profile);
  for (int i = 0; i < 64; ++i) {
    const auto step = [&](int at) { return static_cast<std::uint8_t>((i >> at & 3) * 85); };
    const ScreenColor wanted{step(0), step(2), step(4)};
    if (limit == 0 && wanted == ScreenColor{0, 0, 0}) continue;  // black alone, whatever the limit
    const auto [ink, difference] = mix_ink(on, wanted, limit);
    CAPTURE(i, ink.c, ink.m, ink.y, ink.k);
    CHECK(sum(ink) <= limit + 1e-9);
    for (const double each : {ink.c, ink.m, ink.y, ink.k}) {
      CHECK(each >= 0);
      CHECK(each <= 1);
      CHECK(std::abs(each * 100 - std::round(each * 100)) < 1e-9);
    }
    if (i % 8 != 0) continue;
    const auto again = mix_ink(on, wanted, limit);
    CHECK(again.ink == ink);
    CHECK(again.difference == difference);
  }
}

TEST_CASE("Colours that a press can print come out as they look, others are told") {
  const Preview coated = press("gracol-coated");
  struct Case {
    ScreenColor wanted;
    double least, most;  ///< difference
  };
  const auto [wanted, least, most] = GENERATE(values<Case>({
      {{0x0b, 0x4f, 0x5c}, 0, 1},
      {{0x80, 0x80, 0x80}, 0, 1},
      {{0xb8, 0x86, 0x0b}, 0, 2},
      {{0x00, 0xff, 0x00}, 10, 40},
      {{0x00, 0x00, 0xff}, 8, 40},
  }));
  const auto mixed = mix_ink(coated, wanted, 320);
  CHECK(mixed.difference >= least);
  CHECK(mixed.difference <= most);
}

TEST_CASE("Black of a screen is one ink, and white none") {
  const Preview coated = press("gracol-coated");
  CHECK(mix_ink(coated, {0, 0, 0}, 320).ink == Cmyk{0, 0, 0, 1});
  CHECK(mix_ink(coated, {255, 255, 255}, 320).ink == Cmyk{});
}

TEST_CASE("A limit binds at the sum of inks and one below, not one above") {
  const Preview coated = press("gracol-coated");
  const ScreenColor dark{0x20, 0x10, 0x10};
  const Cmyk free = mix_ink(coated, dark, 400).ink;
  const double all = sum(free);
  CHECK(mix_ink(coated, dark, all + 1).ink == free);
  CHECK(mix_ink(coated, dark, all).ink == free);
  CHECK(sum(mix_ink(coated, dark, all - 1).ink) <= all - 1 + 1e-9);
}
