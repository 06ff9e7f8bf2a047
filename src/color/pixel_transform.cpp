// SPDX-License-Identifier: MIT
#include "color/pixel_transform.h"

#include <array>
#include <utility>

#include "color/pixel_transform_impl.h"

namespace handbill::color {
namespace {

/// Those of cameras and scanners with tables have less than 2 MB.
constexpr std::size_t kMostBytes = 8 << 20;

}  // namespace

PixelTransform::PixelTransform(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PixelTransform::~PixelTransform() = default;

std::string PixelTransform::apply(std::string_view rgb) const {
  return transformed(impl_->transform, rgb, 3, impl_->components);
}

Profile open_rgb(cmsContext context, std::string_view rgb_icc) {
  if (rgb_icc.empty()) return Profile(cmsCreate_sRGBProfileTHR(context));
  if (rgb_icc.size() > kMostBytes) return nullptr;
  Profile profile = open_profile(context, rgb_icc);
  if (!profile || color_space_of(rgb_icc) != cmsSigRgbData) return nullptr;
  const cmsUInt32Number kind = class_of(rgb_icc);
  const bool is_source = kind == cmsSigInputClass || kind == cmsSigDisplayClass ||
                         kind == cmsSigOutputClass || kind == cmsSigColorSpaceClass;
  if (!is_source) return nullptr;
  return profile;
}

std::unique_ptr<const PixelTransform> to_srgb(std::string_view rgb_icc) {
  auto impl = std::make_unique<PixelTransform::Impl>();
  impl->components = 3;
  impl->own_context = make_context();
  cmsContext context = impl->own_context.get();
  if (context == nullptr) return nullptr;
  const Profile from = open_rgb(context, rgb_icc);
  const Profile to = open_rgb(context, {});
  if (!from || !to) return nullptr;
  impl->transform.reset(cmsCreateTransformTHR(context, from.get(), TYPE_RGB_8, to.get(), TYPE_RGB_8,
                                              INTENT_RELATIVE_COLORIMETRIC,
                                              cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE));
  if (!impl->transform) return nullptr;
  return std::unique_ptr<const PixelTransform>(new PixelTransform(std::move(impl)));
}

std::string srgb_profile() {
  const Context context = make_context();
  const Profile profile = open_rgb(context.get(), {});
  // Every PDF reader and press takes version 2.
  cmsSetProfileVersion(profile.get(), 2.1);
  cmsUInt32Number size = 0;
  std::string bytes;
  if (cmsSaveProfileToMem(profile.get(), nullptr, &size)) bytes.resize(size);
  const bool saved = size > 128 && cmsSaveProfileToMem(profile.get(), bytes.data(), &size);
  HANDBILL_CHECK(saved, "Little CMS writes its own sRGB");
  // The clock's date (ICC.1, 7.2: bytes 24 to 35 of the header) becomes that of the standard.
  constexpr std::string_view kDate("\x07\xcf\0\x0a\0\x01\0\0\0\0\0\0", 12);
  bytes.replace(24, kDate.size(), kDate);
  return bytes;
}

std::string profile_name(std::string_view icc) {
  const Context context = make_context();
  if (!context || icc.size() > kMostBytes) return {};
  const Profile profile = open_profile(context.get(), icc);
  if (!profile) return {};
  std::array<char, 120> text{};
  cmsGetProfileInfoASCII(profile.get(), cmsInfoDescription, "en", "US", text.data(),
                         static_cast<cmsUInt32Number>(text.size() - 1));
  std::string name;
  for (const char c : text) {
    if (c == '\0') break;
    if (c >= ' ' && c <= '~') name += c;
  }
  return name;
}

}  // namespace handbill::color
