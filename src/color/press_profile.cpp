// SPDX-License-Identifier: MIT
#include "color/press_profile.h"

#include <algorithm>
#include <array>
#include <mutex>

#include "color/pixel_transform_impl.h"

namespace handbill::color {

struct PressProfile::Impl {
  // In this order: a context outlives what was made in it.
  Context context;
  Profile press;
  Profile screen;
  Transform single;
  // Little CMS tabulates a batch transform when it is made: not before a picture needs it.
  mutable std::once_flag to_rgb_once;
  mutable Transform to_rgb;

  Transform make_to_rgb(cmsUInt32Number from, cmsUInt32Number to, cmsUInt32Number flags) const {
    return Transform(cmsCreateTransformTHR(
        context.get(), press.get(), from, screen.get(), to, INTENT_RELATIVE_COLORIMETRIC,
        cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE | flags));
  }
  Transform make_to_cmyk(const Profile& rgb, cmsUInt32Number intent, cmsUInt32Number flags) const {
    return Transform(cmsCreateTransformTHR(context.get(), rgb.get(), TYPE_RGB_8, press.get(),
                                           TYPE_CMYK_8, intent, cmsFLAGS_NOCACHE | flags));
  }
};

std::unique_ptr<const PressProfile> PressProfile::open(std::string_view icc_bytes) {
  auto impl = std::make_unique<Impl>();
  impl->context = make_context();
  if (!impl->context) return nullptr;
  impl->press = open_profile(impl->context.get(), icc_bytes);
  cmsHPROFILE press = impl->press.get();
  if (press == nullptr || color_space_of(icc_bytes) != cmsSigCmykData ||
      class_of(icc_bytes) != cmsSigOutputClass ||
      !cmsIsCLUT(press, INTENT_RELATIVE_COLORIMETRIC, LCMS_USED_AS_INPUT) ||
      !cmsIsCLUT(press, INTENT_PERCEPTUAL, LCMS_USED_AS_OUTPUT)) {
    return nullptr;
  }
  impl->screen.reset(cmsCreate_sRGBProfileTHR(impl->context.get()));
  impl->single = impl->make_to_rgb(TYPE_CMYK_DBL, TYPE_RGB_DBL, cmsFLAGS_NOOPTIMIZE);
  // A transform that is not tabulated is made at once and tells whether the tables can be read.
  const auto reads = [&](cmsUInt32Number intent) {
    return impl->make_to_cmyk(impl->screen, intent, cmsFLAGS_NOOPTIMIZE) != nullptr;
  };
  if (!impl->single || !reads(INTENT_PERCEPTUAL) || !reads(INTENT_RELATIVE_COLORIMETRIC)) {
    return nullptr;
  }
  return std::unique_ptr<const PressProfile>(new PressProfile(std::move(impl)));
}

PressProfile::PressProfile(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PressProfile::~PressProfile() = default;

Rgb PressProfile::to_rgb(const Cmyk& ink) const {
  // Little CMS counts floating ink in percent.
  const std::array<double, 4> in = {ink.c * 100, ink.m * 100, ink.y * 100, ink.k * 100};
  std::array<double, 3> out{};
  cmsDoTransform(impl_->single.get(), in.data(), out.data(), 1);
  const auto inside = [](double v) { return std::clamp(v, 0.0, 1.0); };
  return {inside(out[0]), inside(out[1]), inside(out[2])};
}

std::string PressProfile::to_rgb(std::string_view cmyk) const {
  std::call_once(impl_->to_rgb_once,
                 [&] { impl_->to_rgb = impl_->make_to_rgb(TYPE_CMYK_8, TYPE_RGB_8, 0); });
  HANDBILL_CHECK(impl_->to_rgb != nullptr, "the single transform was made from the same tables");
  return transformed(impl_->to_rgb, cmyk, 4, 3);
}

std::unique_ptr<const PixelTransform> PressProfile::from_rgb(std::string_view rgb_icc,
                                                             Rendering rendering) const {
  const Profile rgb = open_rgb(impl_->context.get(), rgb_icc);
  if (!rgb) return nullptr;
  auto impl = std::make_unique<PixelTransform::Impl>();
  impl->components = 4;
  impl->transform = impl_->make_to_cmyk(
      rgb, rendering == Rendering::Perceptual ? INTENT_PERCEPTUAL : INTENT_RELATIVE_COLORIMETRIC,
      cmsFLAGS_BLACKPOINTCOMPENSATION);
  if (!impl->transform) return nullptr;
  return std::unique_ptr<const PixelTransform>(new PixelTransform(std::move(impl)));
}

}  // namespace handbill::color
