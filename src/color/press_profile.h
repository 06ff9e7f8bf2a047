// SPDX-License-Identifier: MIT
// An ICC profile of a press condition, opened by Little CMS. The only file pair that knows lcms2.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "color/color.h"

namespace handbill::color {

/// Safe to use from several threads. Little CMS never prints.
class PressProfile {
 public:
  /// Null: not a CMYK output profile with tables both ways.
  static std::unique_ptr<const PressProfile> open(std::string_view icc_bytes);
  ~PressProfile();

  Rgb to_rgb(const Cmyk& ink) const;
  std::string to_rgb(std::string_view cmyk) const;
  std::string to_cmyk(std::string_view rgb) const;

 private:
  struct Impl;
  explicit PressProfile(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace handbill::color
