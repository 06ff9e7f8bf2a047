// SPDX-License-Identifier: MIT
#pragma once

namespace handbill::png {

struct PngOptions {
  double pixels_per_inch = 150;  ///< 10 to 1200
  bool guides = false;
};

}  // namespace handbill::png
