// SPDX-License-Identifier: MIT
#include "color/neugebauer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "base/check.h"

namespace handbill::color {
namespace {

struct Xyz {
  double x = 0, y = 0, z = 0;
};

Xyz mix(const Xyz& a, const Xyz& b, double amount) {
  return {a.x + (b.x - a.x) * amount, a.y + (b.y - a.y) * amount, a.z + (b.z - a.z) * amount};
}

// Solid overprints measured under D50 on GRACoL coated paper. Source: ANSI CGATS/GRACoL TR 006-2007
// (characterization data for GRACoL printing on grade 1 coated paper), patches of 0 and 100%.
// Index: cyan 1, magenta 2, yellow 4, black 8.
constexpr std::array<Xyz, 16> kMeasured = {{
    {84.47, 87.62, 74.52},  // paper
    {14.97, 22.89, 52.78},  // C
    {32.98, 16.74, 14.97},  // M
    {5.31, 4.14, 15.82},    // C M
    {69.04, 74.04, 6.97},   // Y
    {7.84, 18.52, 7.27},    // C Y
    {30.69, 16.30, 2.28},   // M Y
    {3.68, 3.80, 3.17},     // C M Y
    {1.84, 1.90, 1.58},     // K
    {0.82, 1.04, 1.65},     // C K
    {1.44, 1.03, 0.74},     // M K
    {0.88, 0.75, 0.87},     // C M K
    {1.65, 1.86, 0.78},     // Y K
    {0.77, 1.16, 0.76},     // C Y K
    {1.35, 1.15, 0.57},     // M Y K
    {0.87, 0.89, 0.74},     // C M Y K
}};

// Yule and Nielsen's n = 2 mixes square roots. With it, a dot grows by these shares of a (1 - a);
// both were fitted to the 1,617 patches of TR 006: mean difference 1.9 (CIE 1976), 95% below 4.
constexpr std::array<double, 4> kDotGain = {0.22, 0.14, 0.06, 0.06};

/// The roots of the overprints relative to the paper, so that paper is 1 in each of X, Y and Z.
std::array<Xyz, 16> relative_roots() {
  const Xyz& paper = kMeasured[0];
  std::array<Xyz, 16> roots;
  std::ranges::transform(kMeasured, roots.begin(), [&](const Xyz& solid) {
    return Xyz{std::sqrt(solid.x / paper.x), std::sqrt(solid.y / paper.y),
               std::sqrt(solid.z / paper.z)};
  });
  return roots;
}

struct Coverage {
  double c, m, y, k;
};

/// Demichel's weights, one ink after the other. Gives sRGB before its transfer curve.
std::array<double, 3> linear_rgb(const std::array<Xyz, 16>& roots, const Coverage& ink) {
  std::array<Xyz, 8> without_c;
  for (std::size_t i = 0; i < 8; ++i) without_c[i] = mix(roots[2 * i], roots[2 * i + 1], ink.c);
  std::array<Xyz, 4> without_m;
  for (std::size_t i = 0; i < 4; ++i) {
    without_m[i] = mix(without_c[2 * i], without_c[2 * i + 1], ink.m);
  }
  const Xyz root =
      mix(mix(without_m[0], without_m[1], ink.y), mix(without_m[2], without_m[3], ink.y), ink.k);
  // Black-point compensation: the luminance of the four solids becomes 0, paper stays 1.
  constexpr double kBlack = kMeasured[15].y / kMeasured[0].y;
  const auto light = [](double r) { return (r * r - kBlack) / (1 - kBlack); };
  // To the D50 white of the profile connection space, then to sRGB by the D50-adapted matrix
  // (inverse of the colorants in IEC 61966-2-1, adapted by Bradford).
  const double x = light(root.x) * 0.9642, y = light(root.y), z = light(root.z) * 0.8249;
  return {3.1341359 * x - 1.6173863 * y - 0.4906622 * z,
          -0.9787955 * x + 1.9162544 * y + 0.0334427 * z,
          0.0719554 * x - 0.2289769 * y + 1.4053862 * z};
}

/// `encoded_light` in 8 bits, tabulated finely enough that no step is lost (the curve's slope at 0
/// is 12.92: 8,192 entries are 2.5 to each of its steps there).
std::vector<std::uint8_t> encoding_table() {
  constexpr std::size_t kEntries = 8192;
  std::vector<std::uint8_t> table(kEntries);
  for (std::size_t i = 0; i < kEntries; ++i) {
    const double linear = static_cast<double>(i) / (kEntries - 1);
    table[i] = static_cast<std::uint8_t>(std::lround(encoded_light(linear) * 255));
  }
  return table;
}

std::array<std::array<double, 256>, 4> coverage_tables() {
  std::array<std::array<double, 256>, 4> tables;
  for (std::size_t ink = 0; ink < 4; ++ink) {
    for (std::size_t i = 0; i < 256; ++i) {
      tables[ink][i] = covered(static_cast<double>(i) / 255, ink);
    }
  }
  return tables;
}

}  // namespace

double covered(double amount, std::size_t ink) {
  const double a = std::clamp(amount, 0.0, 1.0);
  return a + kDotGain.at(ink) * a * (1 - a);
}

double encoded_light(double linear) {
  const double v = std::clamp(linear, 0.0, 1.0);
  return v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
}

std::array<std::array<double, 3>, 16> overprint_roots() {
  std::array<std::array<double, 3>, 16> roots{};
  const auto relative = relative_roots();
  for (std::size_t i = 0; i < roots.size(); ++i) {
    roots[i] = {relative[i].x, relative[i].y, relative[i].z};
  }
  return roots;
}

std::array<double, 3> paper_white() {
  const Xyz& paper = kMeasured[0];
  return {paper.x / 100, paper.y / 100, paper.z / 100};
}

Rgb neugebauer_rgb(const Cmyk& ink) {
  const auto [r, g, b] = linear_rgb(relative_roots(), {covered(ink.c, 0), covered(ink.m, 1),
                                                       covered(ink.y, 2), covered(ink.k, 3)});
  return {encoded_light(r), encoded_light(g), encoded_light(b)};
}

std::string neugebauer_rgb(std::string_view cmyk) {
  HANDBILL_CHECK(cmyk.size() % 4 == 0, "four bytes a pixel");
  const auto roots = relative_roots();
  const auto coverage = coverage_tables();
  const auto encoding = encoding_table();
  const double last = static_cast<double>(encoding.size() - 1);
  std::string rgb;
  rgb.reserve(cmyk.size() / 4 * 3);
  std::string_view before;
  for (std::size_t at = 0; at < cmyk.size(); at += 4) {
    const std::string_view pixel = cmyk.substr(at, 4);
    if (pixel == before) {  // flat areas are common in pictures for print
      rgb.append(rgb, rgb.size() - 3, 3);
      continue;
    }
    before = pixel;
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(pixel[i]); };
    const auto linear = linear_rgb(roots, {coverage[0][byte(0)], coverage[1][byte(1)],
                                           coverage[2][byte(2)], coverage[3][byte(3)]});
    for (const double v : linear) {
      const double index = std::clamp(v, 0.0, 1.0) * last + 0.5;
      rgb += static_cast<char>(encoding[static_cast<std::size_t>(index)]);
    }
  }
  return rgb;
}

std::string replace_grey_component(std::string_view rgb) {
  HANDBILL_CHECK(rgb.size() % 3 == 0, "three bytes a pixel");
  std::string cmyk;
  cmyk.reserve(rgb.size() / 3 * 4);
  const auto append = [&](double amount) {
    cmyk += static_cast<char>(static_cast<std::uint8_t>(std::lround(amount * 255)));
  };
  for (std::size_t at = 0; at < rgb.size(); at += 3) {
    const auto without = [&](std::size_t i) {
      return 1 - static_cast<std::uint8_t>(rgb[at + i]) / 255.0;
    };
    const double c = without(0), m = without(1), y = without(2);
    const double grey = std::min({c, m, y});
    // Black starts slowly, so that light tones stay free of its dots, and is solid where all three
    // are; taking two thirds of it away from each ink leaves 100 + 3 x 33%.
    const double black = grey * grey;
    const double removed = black * (2.0 / 3);
    append(c - removed);
    append(m - removed);
    append(y - removed);
    append(black);
  }
  return cmyk;
}

}  // namespace handbill::color
