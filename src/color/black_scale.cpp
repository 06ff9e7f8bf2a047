// SPDX-License-Identifier: MIT
#include "color/black_scale.h"

#include <algorithm>

namespace handbill::color {

BlackScale::BlackScale(const Preview& press) {
  double darkest = 100;
  for (std::size_t i = 0; i <= kSteps; ++i) {
    const double black = static_cast<double>(i) / kSteps;
    darkest = std::min(darkest, lab_of(press.to_rgb(Color::process({0, 0, 0, black}))).l);
    lightness_[i] = darkest;
  }
}

double BlackScale::black_for(double lightness) const {
  if (lightness >= lightness_.front()) return 0;
  for (std::size_t i = 1; i <= kSteps; ++i) {
    if (lightness < lightness_[i]) continue;
    const double part = (lightness_[i - 1] - lightness) / (lightness_[i - 1] - lightness_[i]);
    return (static_cast<double>(i - 1) + part) / kSteps;
  }
  return 1;
}

double BlackScale::lightness(double black) const {
  const double at = std::clamp(black, 0.0, 1.0) * kSteps;
  const auto below = std::min(static_cast<std::size_t>(at), kSteps - 1);
  const double part = at - static_cast<double>(below);
  return lightness_[below] + (lightness_[below + 1] - lightness_[below]) * part;
}

}  // namespace handbill::color
