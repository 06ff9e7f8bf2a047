// SPDX-License-Identifier: MIT
#include "color/preview.h"

#include "color/neugebauer.h"
#include "color/press_profile.h"

namespace handbill::color {

struct Preview::Impl {
  std::unique_ptr<const PressProfile> profile;
};

std::optional<Preview> Preview::from_profile(std::string_view icc_bytes) {
  auto profile = PressProfile::open(icc_bytes);
  if (!profile) return std::nullopt;
  Preview preview;
  preview.impl_ = std::make_shared<const Impl>(Impl{std::move(profile)});
  return preview;
}

// Without a profile there is nothing to hold.
Preview Preview::without_profile() { return {}; }

Rgb Preview::to_rgb(const Color& color) const {
  const Cmyk ink = color.as_cmyk();
  return impl_ ? impl_->profile->to_rgb(ink) : neugebauer_rgb(ink);
}

std::string Preview::cmyk_to_rgb(std::string_view cmyk) const {
  return impl_ ? impl_->profile->to_rgb(cmyk) : neugebauer_rgb(cmyk);
}

std::string Preview::rgb_to_cmyk(std::string_view rgb) const {
  return impl_ ? impl_->profile->to_cmyk(rgb) : replace_grey_component(rgb);
}

}  // namespace handbill::color
