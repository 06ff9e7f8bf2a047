// SPDX-License-Identifier: MIT
// How different two colours look.
#pragma once

#include "color/color.h"

namespace handbill::color {

/// CIE 1976 L*a*b*, relative to the white that screens and paper share here (D50).
struct Lab {
  double l = 0, a = 0, b = 0;
};
Lab lab_of(const Rgb& srgb);

/// CIEDE2000 (ISO/CIE 11664-6): 1 is just seen side by side, 5 at once.
double delta_e(const Lab& one, const Lab& other);

}  // namespace handbill::color
