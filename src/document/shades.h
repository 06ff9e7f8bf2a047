// SPDX-License-Identifier: MIT
// Tints and shades by word: "light teal", "dark teal", "teal dark 30%".
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "color/color.h"
#include "spec/layout_spec.h"

namespace handbill::document {

/// A word before the name of a swatch, and what it stands for.
struct ShadeWord {
  std::string_view word;
  double tint = 100;  ///< percent of the swatch's strength
  double black = 0;   ///< percent of black added to it
};
inline constexpr std::array<ShadeWord, 4> kShadeWords = {{
    {"pale", 15, 0},
    {"light", 40, 0},
    {"dark", 100, 20},
    {"deep", 100, 40},
}};

/// A swatch, lighter or darker.
struct Shade {
  std::string swatch;
  std::string_view word;
  double tint = 100;
  double black = 0;
};

/// Nothing: what is written has no such word.
std::optional<Shade> shade_of(const spec::ColorSpec& written);

/// So much black (0 to 1) on the white that the swatch's own leaves.
color::Cmyk with_black(color::Cmyk ink, double amount);

}  // namespace handbill::document
