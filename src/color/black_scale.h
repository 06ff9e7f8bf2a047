// SPDX-License-Identifier: MIT
// How light black ink is at each of its amounts, and which amount is as light as another colour.
#pragma once

#include <array>

#include "color/delta_e.h"
#include "color/preview.h"

namespace handbill::color {

class BlackScale {
 public:
  explicit BlackScale(const Preview& press);

  /// The amount of black from 0 to 1 that looks as light; what is darker than all of it is 1.
  double black_for(double lightness) const;
  /// L* of an amount from 0 to 1.
  double lightness(double black) const;

 private:
  static constexpr std::size_t kSteps = 64;
  std::array<double, kSteps + 1> lightness_{};  ///< never rising
};

}  // namespace handbill::color
