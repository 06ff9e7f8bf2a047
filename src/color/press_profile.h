// SPDX-License-Identifier: MIT
// An ICC profile of a press condition, opened by Little CMS.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "color/color.h"
#include "color/pixel_transform.h"
#include "color/preview.h"

namespace handbill::color {

/// Safe to use from several threads. Little CMS never prints.
class PressProfile {
 public:
  /// Null: not a CMYK output profile with tables both ways.
  static std::unique_ptr<const PressProfile> open(std::string_view icc_bytes);
  ~PressProfile();

  Rgb to_rgb(const Cmyk& ink) const;
  std::string to_rgb(std::string_view cmyk) const;
  /// From sRGB when `rgb_icc` is empty; with black-point compensation. Null: not an RGB profile
  /// that can be read. Not to be used after this profile is gone.
  std::unique_ptr<const PixelTransform> from_rgb(std::string_view rgb_icc,
                                                 Rendering rendering) const;

 private:
  struct Impl;
  explicit PressProfile(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace handbill::color
