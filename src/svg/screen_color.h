// SPDX-License-Identifier: MIT
// Colours of a screen in 8 bits.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "color/color.h"

namespace handbill::svg {

struct ScreenColor {
  std::uint8_t r = 0, g = 0, b = 0;
  bool operator==(const ScreenColor&) const = default;
};

inline constexpr ScreenColor kPaper = {255, 255, 255};

inline ScreenColor to_screen(const color::Rgb& rgb) {
  const auto byte = [](double v) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0, 1.0) * 255));
  };
  return {byte(rgb.r), byte(rgb.g), byte(rgb.b)};
}

/// "#0b4f5c".
inline std::string hex(const ScreenColor& color) {
  constexpr const char* kDigits = "0123456789abcdef";
  std::string text = "#";
  for (const std::uint8_t v : {color.r, color.g, color.b}) {
    text += kDigits[v >> 4];
    text += kDigits[v & 15];
  }
  return text;
}

}  // namespace handbill::svg
