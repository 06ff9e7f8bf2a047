// SPDX-License-Identifier: MIT
#include "color/delta_e.h"

#include <cmath>
#include <numbers>

namespace handbill::color {
namespace {

constexpr double kPi = std::numbers::pi;

double linear(double encoded) {  // IEC 61966-2-1
  return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

double lightness_root(double ratio) {  // CIE 15, 8.2.1.1
  constexpr double kKnee = 216.0 / 24389;
  return ratio > kKnee ? std::cbrt(ratio) : (24389.0 / 27 * ratio + 16) / 116;
}

/// In radians, from 0 to a whole turn.
double hue(double a, double b) {
  if (a == 0 && b == 0) return 0;
  const double angle = std::atan2(b, a);
  return angle < 0 ? angle + 2 * kPi : angle;
}

/// The shorter way round from one hue to the other; 0 where one of them is grey.
double hue_step(double from, double to, double chromas) {
  if (chromas == 0) return 0;
  double step = to - from;
  if (step > kPi) step -= 2 * kPi;
  if (step < -kPi) step += 2 * kPi;
  return step;
}

double mean_hue(double one, double other, double chromas) {
  if (chromas == 0) return one + other;
  const double sum = one + other;
  if (std::abs(one - other) <= kPi) return sum / 2;
  return sum < 2 * kPi ? sum / 2 + kPi : sum / 2 - kPi;
}

double degrees(double angle) { return angle * kPi / 180; }

double rising(double chroma) {
  const double power = std::pow(chroma, 7);
  return std::sqrt(power / (power + std::pow(25.0, 7)));
}

}  // namespace

Lab lab_of(const Rgb& srgb) {
  const double r = linear(srgb.r), g = linear(srgb.g), b = linear(srgb.b);
  // The primaries of sRGB adapted to D50 (ICC.1, annex E), divided by that white.
  const double x = lightness_root((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / 0.9642200);
  const double y = lightness_root(0.2225045 * r + 0.7168786 * g + 0.0606169 * b);
  const double z = lightness_root((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / 0.8252100);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

// Sharma, Wu, Dalal: "The CIEDE2000 color-difference formula" (2005), equations 2 to 22.
double delta_e(const Lab& one, const Lab& other) {
  const double mean = (std::hypot(one.a, one.b) + std::hypot(other.a, other.b)) / 2;
  const double more = 1 + 0.5 * (1 - rising(mean));
  const double chroma1 = std::hypot(one.a * more, one.b);
  const double chroma2 = std::hypot(other.a * more, other.b);
  const double hue1 = hue(one.a * more, one.b), hue2 = hue(other.a * more, other.b);
  const double both = chroma1 * chroma2;

  const double lightness_step = other.l - one.l;
  const double chroma_step = chroma2 - chroma1;
  const double hue_distance = 2 * std::sqrt(both) * std::sin(hue_step(hue1, hue2, both) / 2);

  const double l = (one.l + other.l) / 2 - 50, c = (chroma1 + chroma2) / 2;
  const double h = mean_hue(hue1, hue2, both);
  const double t = 1 - 0.17 * std::cos(h - degrees(30)) + 0.24 * std::cos(2 * h) +
                   0.32 * std::cos(3 * h + degrees(6)) - 0.20 * std::cos(4 * h - degrees(63));
  const double turn = (h - degrees(275)) / degrees(25);
  const double rotation = -2 * rising(c) * std::sin(2 * degrees(30) * std::exp(-turn * turn));
  const double by_lightness = lightness_step / (1 + 0.015 * l * l / std::sqrt(20 + l * l));
  const double by_chroma = chroma_step / (1 + 0.045 * c);
  const double by_hue = hue_distance / (1 + 0.015 * c * t);
  return std::sqrt(by_lightness * by_lightness + by_chroma * by_chroma + by_hue * by_hue +
                   rotation * by_chroma * by_hue);
}

}  // namespace handbill::color
