// SPDX-License-Identifier: MIT
#include "svg/screen_gradient.h"

#include "display/gradient.h"

namespace handbill::svg {
namespace {

constexpr int kParts = 8;

}  // namespace

std::vector<ScreenStop> screen_stops(const display::Gradient& gradient,
                                     const color::Preview& preview) {
  std::vector<ScreenStop> stops;
  const auto add = [&](double offset, const color::Color& color) {
    stops.push_back({offset, to_screen(preview.to_rgb(color))});
  };
  const display::Gradient::Stop* before = nullptr;
  for (const display::Gradient::Stop& stop : gradient.stops) {
    if (before != nullptr && stop.offset > before->offset && stop.color != before->color) {
      for (int i = 1; i < kParts; ++i) {
        const double part = static_cast<double>(i) / kParts;
        add(before->offset + (stop.offset - before->offset) * part,
            display::mixed(before->color, stop.color, part));
      }
    }
    add(stop.offset, stop.color);
    before = &stop;
  }
  return stops;
}

}  // namespace handbill::svg
