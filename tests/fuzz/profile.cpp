// SPDX-License-Identifier: MIT
// Any bytes as an ICC profile, as a shop and a picture bring it: of a press or of a screen, or
// refused.
#include "color/pixel_transform.h"
#include "color/press_profile.h"
#include "color/profile_damage.h"
#include "fuzz/support/project.h"
#include "fuzz/support/target.h"

namespace color = handbill::color;
using handbill::fuzz::require;

namespace {

/// Four pixels of RGB, and four of ink.
constexpr std::string_view kRgb("\x00\x00\x00\xff\xff\xff\x10\x80\xf0\x7f\x00\x33", 12);
constexpr std::string_view kCmyk("\x00\x00\x00\x00\xff\xff\xff\xff\x10\x80\xf0\x00\x7f\x00\x33\x01",
                                 16);

void see_through(const color::PressProfile& press, std::string_view icc) {
  for (const auto rendering :
       {color::Rendering::Perceptual, color::Rendering::RelativeColorimetric}) {
    const auto to_ink = press.from_rgb(icc, rendering);
    if (to_ink) require(to_ink->apply(kRgb).size() == kCmyk.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 18;
  if (size > kMaxSize) return 0;
  static const auto kPress =
      color::PressProfile::open(handbill::fuzz::shared_files().at("profiles/small.icc"));
  const std::string icc = handbill::fuzz::as_bytes(data, size);
  color::profile_damage(icc);
  require(!handbill::find_invalid_utf8(color::profile_name(icc)));
  if (const auto to_screen = color::to_srgb(icc)) {
    require(to_screen->apply(kRgb).size() == kRgb.size());
  }
  see_through(*kPress, icc);
  const auto press = color::PressProfile::open(icc);
  if (!press) return 0;
  require(press->to_rgb(kCmyk).size() == kRgb.size());
  see_through(*press, "");
  return 0;
}
