// SPDX-License-Identifier: MIT
// Ink for a colour that was picked on a screen.
#pragma once

#include <array>
#include <cstdint>

#include "color/preview.h"

namespace handbill::color {

using ScreenColor = std::array<std::uint8_t, 3>;  ///< sRGB

struct MixedInk {
  Cmyk ink;               ///< in whole percents
  double difference = 0;  ///< CIEDE2000, from what the screen shows to what the press prints
};

/// The ink that comes nearest on a press, relative to its paper, of no more than `ink_limit`
/// percent in sum. How much black is in it the press profile decides; #000000 is black alone, so
/// that type has one ink.
MixedInk mix_ink(const Preview& press, const ScreenColor& wanted, double ink_limit);

}  // namespace handbill::color
