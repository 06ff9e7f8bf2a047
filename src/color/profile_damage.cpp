// SPDX-License-Identifier: MIT
#include "color/profile_damage.h"

#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "base/big_endian.h"
#include "color/lcms.h"

namespace handbill::color {
namespace {

constexpr std::size_t kHeader = 128, kTagRow = 12;

/// ICC.1:2010, 7.3: tags lie within the profile.
bool has_cut_tag(std::string_view icc) {
  const std::uint64_t tags = big_endian_at(icc, kHeader);
  if (tags > 1000 || icc.size() < kHeader + 4 + tags * kTagRow) return true;
  for (std::size_t i = 0; i < tags; ++i) {
    const std::size_t row = kHeader + 4 + i * kTagRow;
    if (std::uint64_t{big_endian_at(icc, row + 4)} + big_endian_at(icc, row + 8) > icc.size())
      return true;
  }
  return false;
}

/// Looks up colours of a profile as it is used for input: its numbers from 0 to 1, to L*a*b*.
class Lookup {
 public:
  Lookup(cmsContext context, cmsHPROFILE profile, cmsUInt32Number intent)
      : components_(cmsChannelsOf(cmsGetColorSpace(profile))),
        lab_(cmsCreateLab4ProfileTHR(context, nullptr)),
        is_ink_(cmsGetColorSpace(profile) == cmsSigCmykData) {
    const auto space = static_cast<cmsUInt32Number>(_cmsLCMScolorSpace(cmsGetColorSpace(profile)));
    // Doubles (TYPE_CMYK_DBL and its like).
    const cmsUInt32Number pixels =
        FLOAT_SH(1) | COLORSPACE_SH(space) | CHANNELS_SH(components_) | BYTES_SH(0);
    transform_.reset(cmsCreateTransformTHR(context, profile, pixels, lab_.get(), TYPE_Lab_DBL,
                                           intent, cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE));
  }
  bool works() const { return transform_ != nullptr; }
  std::size_t components() const { return components_; }
  bool is_ink() const { return is_ink_; }

  std::array<double, 3> lab(std::vector<double> values) const {
    // Little CMS counts floating ink in percent.
    for (double& value : values) value *= is_ink_ ? 100 : 1;
    std::array<double, 3> lab{};
    cmsDoTransform(transform_.get(), values.data(), lab.data(), 1);
    return lab;
  }

 private:
  cmsUInt32Number components_;
  Profile lab_;
  Transform transform_;
  bool is_ink_;
};

double distance(const std::array<double, 3>& a, const std::array<double, 3>& b) {
  return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/// Colours change little by little: a table that jumps has been damaged.
bool jumps(const Lookup& lookup) {
  constexpr int kSteps = 32;
  constexpr double kMost = 40;
  for (const double others : {0.0, 0.5, 1.0}) {
    for (std::size_t i = 0; i < lookup.components(); ++i) {
      std::vector<double> values(lookup.components(), others);
      values[i] = 0;
      auto last = lookup.lab(values);
      for (int step = 1; step <= kSteps; ++step) {
        values[i] = static_cast<double>(step) / kSteps;
        const auto next = lookup.lab(values);
        if (!std::isfinite(next[0]) || distance(next, last) > kMost) return true;
        last = next;
      }
    }
  }
  return false;
}

/// White is lighter than what is full of ink, or dark.
bool is_upside_down(const Lookup& lookup) {
  const auto none = lookup.lab(std::vector<double>(lookup.components(), 0.0));
  const auto all = lookup.lab(std::vector<double>(lookup.components(), 1.0));
  return lookup.is_ink() ? none[0] < 60 || all[0] > 50 : all[0] < none[0] + 40;
}

/// Whether colours become ink: dark ones much, white little.
bool separates(cmsContext context, cmsHPROFILE profile, cmsUInt32Number intent) {
  const Profile lab(cmsCreateLab4ProfileTHR(context, nullptr));
  const Transform transform(cmsCreateTransformTHR(context, lab.get(), TYPE_Lab_DBL, profile,
                                                  TYPE_CMYK_DBL, intent,
                                                  cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE));
  if (!transform) return false;
  const auto ink = [&](double l, double a, double b) {
    const std::array<double, 3> color = {l, a, b};
    std::array<double, 4> cmyk{};
    cmsDoTransform(transform.get(), color.data(), cmyk.data(), 1);
    return cmyk[0] + cmyk[1] + cmyk[2] + cmyk[3];
  };
  if (ink(10, 0, 0) < 80 || ink(100, 0, 0) > 60) return false;
  constexpr double kFar = 40;
  for (const auto& [a, b] : {std::pair(kFar, 0.0), {-kFar, 0.0}, {0.0, kFar}, {0.0, -kFar}}) {
    if (ink(50, a, b) < 30) return false;
  }
  return true;
}

bool has_known_colors(std::string_view icc) {
  const cmsUInt32Number space = color_space_of(icc);
  return space == cmsSigGrayData || space == cmsSigRgbData || space == cmsSigCmykData;
}

}  // namespace

std::string profile_damage(std::string_view icc) {
  if (icc.size() < kHeader + 4 || icc.substr(36, 4) != "acsp") return "is no ICC profile";
  if (big_endian_at(icc, 0) > icc.size() || has_cut_tag(icc)) return "is cut off";
  const Context context = make_context();
  if (!context) return {};
  const Profile profile = open_profile(context.get(), icc);
  if (!profile) return "can't be read";
  const cmsUInt32Number kind = class_of(icc);
  if (!has_known_colors(icc) || kind == cmsSigNamedColorClass) return {};
  for (const cmsUInt32Number intent : {INTENT_PERCEPTUAL, INTENT_RELATIVE_COLORIMETRIC}) {
    const Lookup lookup(context.get(), profile.get(), intent);
    if (!lookup.works()) return "has no tables that can be read";
    if (jumps(lookup) || is_upside_down(lookup)) return "has damaged tables";
    const bool is_press = kind == cmsSigOutputClass && lookup.is_ink();
    if (is_press && !separates(context.get(), profile.get(), intent)) return "has damaged tables";
  }
  return {};
}

}  // namespace handbill::color
