// SPDX-License-Identifier: MIT
#include "picture/pixel_plan.h"

#include <algorithm>
#include <cmath>

namespace handbill::picture {
namespace {

/// Less is left to the shop: it costs nothing, and every time pixels are counted anew they blur.
constexpr double kMostTimes = 1.5;
/// Of a JPEG that is read smaller no further pixels are counted anew when it is so near.
constexpr double kNearEnough = 1.1;

std::uint32_t fewer(int pixels, double scale) {
  const double exact = std::ceil(pixels * scale - 1e-6);
  return static_cast<std::uint32_t>(std::clamp(exact, 1.0, static_cast<double>(pixels)));
}

std::uint32_t read_at(int pixels, int eighths) {
  return static_cast<std::uint32_t>((pixels * eighths + 7) / 8);
}

/// The smallest that has enough. Six and seven eighths take longer to decode than all eight.
void plan_decoding(const display::Picture& picture, PixelPlan& plan) {
  for (const int eighths : {1, 2, 4, 5, 8}) {
    plan.eighths = eighths;
    plan.read_width = read_at(picture.width, eighths);
    plan.read_height = read_at(picture.height, eighths);
    if (plan.read_width >= plan.width && plan.read_height >= plan.height) break;
  }
  const bool is_near = plan.eighths != 8 && plan.read_width <= plan.width * kNearEnough &&
                       plan.read_height <= plan.height * kNearEnough;
  if (!is_near) return;
  plan.width = plan.read_width;
  plan.height = plan.read_height;
}

}  // namespace

PixelPlan plan_pixels(const display::Picture& picture, const Size& printed, double ppi) {
  PixelPlan plan;
  plan.width = plan.read_width = static_cast<std::uint32_t>(picture.width);
  plan.height = plan.read_height = static_cast<std::uint32_t>(picture.height);
  const auto share = [&](Length length, int pixels) { return length.inch() * ppi / pixels; };
  const double scale =
      std::max(share(printed.width, picture.width), share(printed.height, picture.height));
  if (picture.bits != 8 || scale <= 0 || scale * kMostTimes >= 1) return plan;
  plan.width = fewer(picture.width, scale);
  plan.height = fewer(picture.height, scale);
  if (picture.encoding == display::Picture::Encoding::Jpeg) plan_decoding(picture, plan);
  return plan;
}

}  // namespace handbill::picture
