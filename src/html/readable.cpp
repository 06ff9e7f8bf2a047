// SPDX-License-Identifier: MIT
#include "html/readable.h"

#include <algorithm>

#include "check/contrast.h"

namespace handbill::html {
namespace {

using svg::ScreenColor;

constexpr ScreenColor kBlack = {0, 0, 0};
constexpr ScreenColor kWhite = {255, 255, 255};

color::Rgb rgb(ScreenColor color) { return {color.r / 255.0, color.g / 255.0, color.b / 255.0}; }

}  // namespace

double contrast(ScreenColor one, ScreenColor other) {
  return check::contrast_ratio(rgb(one), rgb(other));
}

ScreenColor readable(ScreenColor color, ScreenColor ground, double least) {
  if (contrast(color, ground) >= least) return color;
  return contrast(kBlack, ground) >= contrast(kWhite, ground) ? kBlack : kWhite;
}

ScreenColor darkened(ScreenColor ground) {
  constexpr double kDark = 8;  // contrast with white of what is dark enough
  if (contrast(ground, kWhite) >= kDark) return ground;
  const color::Rgb light = rgb(ground);
  const double grey = std::min({light.r, light.g, light.b}) * 0.5;
  const auto dark = [&](double v) { return (v - grey) * 0.24; };
  return svg::to_screen({dark(light.r), dark(light.g), dark(light.b)});
}

ScreenColor lightened(ScreenColor color, ScreenColor ground, double least) {
  constexpr int kSteps = 20;
  const color::Rgb own = rgb(color);
  for (int i = 0; i < kSteps; ++i) {
    const double white = static_cast<double>(i) / kSteps;
    const auto mixed = [&](double v) { return v + (1 - v) * white; };
    const ScreenColor lighter = svg::to_screen({mixed(own.r), mixed(own.g), mixed(own.b)});
    if (contrast(lighter, ground) >= least) return lighter;
  }
  return readable(kWhite, ground, least);
}

}  // namespace handbill::html
