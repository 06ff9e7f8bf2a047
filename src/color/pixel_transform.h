// SPDX-License-Identifier: MIT
// RGB pixels seen through the profile they come with. By Little CMS.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace handbill::color {

/// Safe to use from several threads.
class PixelTransform {
 public:
  ~PixelTransform();
  /// 8-bit RGB pixels to those of the other side, 8 bits a component.
  std::string apply(std::string_view rgb) const;

 private:
  friend class PressProfile;
  friend std::unique_ptr<const PixelTransform> to_srgb(std::string_view rgb_icc);
  struct Impl;
  explicit PixelTransform(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Relative colorimetric. Null: not an RGB profile that can be read.
std::unique_ptr<const PixelTransform> to_srgb(std::string_view rgb_icc);

/// A profile of sRGB (IEC 61966-2-1), always the same bytes.
std::string srgb_profile();

/// What a profile calls itself, in printable ASCII; empty: it can't be read, or says nothing.
std::string profile_name(std::string_view icc);

}  // namespace handbill::color
