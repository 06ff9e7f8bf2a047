// SPDX-License-Identifier: MIT
// How ink looks on a screen, and RGB pictures as ink: through a press profile by Little CMS.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "color/color.h"

namespace handbill::color {

/// A press condition opened from an ICC profile (CMYK output). Copyable, cheap; safe to read from
/// several threads.
class Preview {
 public:
  /// Nothing: not a CMYK output profile.
  static std::optional<Preview> from_profile(std::string_view icc_bytes);
  /// Without a profile: ink tints multiplied from the measured solids of CGATS TR 006
  /// (Neugebauer primaries). Close enough to judge a layout by.
  static Preview without_profile();

  /// Relative colorimetric with black-point compensation: paper white shows as white.
  Rgb to_rgb(const Color& color) const;
  /// Rows of 8-bit CMYK (0 no ink) to 8-bit sRGB.
  std::string cmyk_to_rgb(std::string_view cmyk) const;
  /// Rows of 8-bit sRGB to 8-bit CMYK (0 no ink), perceptual; without a profile: grey component
  /// replacement by formula.
  std::string rgb_to_cmyk(std::string_view rgb) const;

 private:
  struct Impl;
  std::shared_ptr<const Impl> impl_;
};

}  // namespace handbill::color
