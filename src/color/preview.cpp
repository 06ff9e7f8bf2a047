// SPDX-License-Identifier: MIT
#include "color/preview.h"

#include <utility>

#include "base/check.h"
#include "color/neugebauer.h"
#include "color/press_profile.h"

namespace handbill::color {

struct Preview::Impl {
  std::shared_ptr<const PressProfile> profile;
};

struct Separation::Impl {
  std::shared_ptr<const PressProfile> press;        ///< null: by formula
  std::unique_ptr<const PixelTransform> transform;  ///< to ink, or to sRGB; null: it is sRGB
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

std::optional<Separation> Preview::separation(std::string_view rgb_icc, Rendering rendering) const {
  auto impl = std::make_shared<Separation::Impl>();
  if (impl_) {
    impl->press = impl_->profile;
    impl->transform = impl_->profile->from_rgb(rgb_icc, rendering);
  } else if (!rgb_icc.empty()) {
    impl->transform = to_srgb(rgb_icc);
  }
  if (!impl->transform && (impl_ || !rgb_icc.empty())) return std::nullopt;
  Separation result;
  result.impl_ = std::move(impl);
  return result;
}

std::string Preview::rgb_to_cmyk(std::string_view rgb) const {
  const auto separation = this->separation({}, Rendering::Perceptual);
  HANDBILL_CHECK(separation, "a press profile takes sRGB, or it would not have been opened");
  return separation->to_ink(rgb);
}

std::string Separation::to_ink(std::string_view rgb) const {
  if (impl_->press) return impl_->transform->apply(rgb);
  return impl_->transform ? replace_grey_component(impl_->transform->apply(rgb))
                          : replace_grey_component(rgb);
}

}  // namespace handbill::color
