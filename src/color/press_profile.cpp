// SPDX-License-Identifier: MIT
#include "color/press_profile.h"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <mutex>
#include <type_traits>

#include "base/check.h"

namespace handbill::color {
namespace {

template <auto function>
struct Closer {
  template <class T>
  void operator()(T* thing) const {
    function(thing);
  }
};
using Context = std::unique_ptr<std::remove_pointer_t<cmsContext>, Closer<cmsDeleteContext>>;
using Profile = std::unique_ptr<void, Closer<cmsCloseProfile>>;
using Transform = std::unique_ptr<void, Closer<cmsDeleteTransform>>;

void stay_silent(cmsContext, cmsUInt32Number, const char*) {}

/// Pixels go to Little CMS in pieces: it counts them in 32 bits.
constexpr std::size_t kPiece = std::size_t{1} << 20;

std::string transformed(const Transform& transform, std::string_view in, std::size_t in_size,
                        std::size_t out_size) {
  HANDBILL_CHECK(in.size() % in_size == 0, "whole pixels");
  const std::size_t pixels = in.size() / in_size;
  std::string out(pixels * out_size, '\0');
  for (std::size_t done = 0; done < pixels; done += kPiece) {
    cmsDoTransform(transform.get(), in.data() + done * in_size, out.data() + done * out_size,
                   static_cast<cmsUInt32Number>(std::min(kPiece, pixels - done)));
  }
  return out;
}

/// The size a profile states in its first four bytes (ICC.1, 7.2.2), which Little CMS does not hold
/// against the bytes there are.
bool is_whole(std::string_view icc_bytes) {
  if (icc_bytes.size() < 128 || icc_bytes.size() > UINT32_MAX) return false;
  std::uint32_t stated = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    stated = stated << 8 | static_cast<std::uint8_t>(icc_bytes[i]);
  }
  return stated <= icc_bytes.size();
}

}  // namespace

struct PressProfile::Impl {
  // In this order: a context outlives what was made in it.
  Context context;
  Profile press;
  Profile screen;
  Transform single;
  // Little CMS tabulates a batch transform when it is made: not before a picture needs it.
  mutable std::once_flag to_rgb_once, to_cmyk_once;
  mutable Transform to_rgb, to_cmyk;

  Transform make_to_rgb(cmsUInt32Number from, cmsUInt32Number to, cmsUInt32Number flags) const {
    return Transform(cmsCreateTransformTHR(
        context.get(), press.get(), from, screen.get(), to, INTENT_RELATIVE_COLORIMETRIC,
        cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE | flags));
  }
  Transform make_to_cmyk(cmsUInt32Number flags) const {
    return Transform(cmsCreateTransformTHR(context.get(), screen.get(), TYPE_RGB_8, press.get(),
                                           TYPE_CMYK_8, INTENT_PERCEPTUAL,
                                           cmsFLAGS_NOCACHE | flags));
  }
};

std::unique_ptr<const PressProfile> PressProfile::open(std::string_view icc_bytes) {
  if (!is_whole(icc_bytes)) return nullptr;
  auto impl = std::make_unique<Impl>();
  impl->context.reset(cmsCreateContext(nullptr, nullptr));
  if (!impl->context) return nullptr;
  cmsSetLogErrorHandlerTHR(impl->context.get(), stay_silent);
  impl->press.reset(cmsOpenProfileFromMemTHR(impl->context.get(), icc_bytes.data(),
                                             static_cast<cmsUInt32Number>(icc_bytes.size())));
  cmsHPROFILE press = impl->press.get();
  if (press == nullptr || cmsGetColorSpace(press) != cmsSigCmykData ||
      cmsGetDeviceClass(press) != cmsSigOutputClass ||
      !cmsIsCLUT(press, INTENT_RELATIVE_COLORIMETRIC, LCMS_USED_AS_INPUT) ||
      !cmsIsCLUT(press, INTENT_PERCEPTUAL, LCMS_USED_AS_OUTPUT)) {
    return nullptr;
  }
  impl->screen.reset(cmsCreate_sRGBProfileTHR(impl->context.get()));
  impl->single = impl->make_to_rgb(TYPE_CMYK_DBL, TYPE_RGB_DBL, cmsFLAGS_NOOPTIMIZE);
  // A transform that is not tabulated is made at once and tells whether the tables can be read.
  if (!impl->single || !impl->make_to_cmyk(cmsFLAGS_NOOPTIMIZE)) return nullptr;
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

std::string PressProfile::to_cmyk(std::string_view rgb) const {
  std::call_once(impl_->to_cmyk_once, [&] { impl_->to_cmyk = impl_->make_to_cmyk(0); });
  HANDBILL_CHECK(impl_->to_cmyk != nullptr, "the profile's own table was read when it was opened");
  return transformed(impl_->to_cmyk, rgb, 3, 4);
}

}  // namespace handbill::color
