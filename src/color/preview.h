// SPDX-License-Identifier: MIT
// How ink looks on a screen, and RGB pictures as ink: through a press profile by Little CMS.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "color/color.h"

namespace handbill::color {

/// How colours that a press can't print come to those it can (ICC.1, 6.2).
enum class Rendering { Perceptual, RelativeColorimetric };

/// RGB pictures of one profile as ink. Copyable, cheap; safe to use from several threads.
class Separation {
 public:
  /// Rows of 8-bit RGB to 8-bit CMYK (0 no ink).
  std::string to_ink(std::string_view rgb) const;

 private:
  friend class Preview;
  struct Impl;
  std::shared_ptr<const Impl> impl_;
};

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
  /// How pictures with the profile `rgb_icc` (empty: sRGB) become ink, with black-point
  /// compensation; without a press profile: grey component replacement by formula. Nothing: it is
  /// not an RGB profile that can be read.
  std::optional<Separation> separation(std::string_view rgb_icc, Rendering rendering) const;
  /// The same for a few rows of 8-bit sRGB, perceptual.
  std::string rgb_to_cmyk(std::string_view rgb) const;

 private:
  struct Impl;
  std::shared_ptr<const Impl> impl_;
};

}  // namespace handbill::color
