// SPDX-License-Identifier: MIT
#include "plates/heat.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/check.h"

namespace handbill::plates {
namespace {

struct Stop {
  double at = 0;
  color::Rgb color;
};

// Each step about as much darker as the one before.
constexpr std::array<Stop, 6> kBelow = {{{0, {1, 1, 1}},
                                         {0.06, {0.925, 0.957, 0.965}},
                                         {0.3, {0.659, 0.816, 0.867}},
                                         {0.55, {0.357, 0.635, 0.741}},
                                         {0.8, {0.157, 0.427, 0.561}},
                                         {1, {0.067, 0.239, 0.361}}}};
constexpr std::array<Stop, 2> kAbove = {{{0, {0.965, 0.498, 0.161}}, {1, {0.761, 0.082, 0.161}}}};

template <class Stops>
color::Rgb mixed(const Stops& stops, double at) {
  for (std::size_t i = 1; i < stops.size(); ++i) {
    if (at > stops[i].at && i + 1 < stops.size()) continue;
    const Stop &low = stops[i - 1], &high = stops[i];
    const double t = std::clamp((at - low.at) / (high.at - low.at), 0.0, 1.0);
    const auto mix = [t](double a, double b) { return a + (b - a) * t; };
    return {mix(low.color.r, high.color.r), mix(low.color.g, high.color.g),
            mix(low.color.b, high.color.b)};
  }
  return stops.back().color;
}

display::Picture picture_of(const InkMap& map, display::Picture::Space space) {
  HANDBILL_CHECK(map.width > 0 && map.height > 0, "a map to look at has cells");
  display::Picture picture;
  picture.space = space;
  picture.width = map.width;
  picture.height = map.height;
  return picture;
}

}  // namespace

color::Rgb heat_color(double percent, double limit) {
  constexpr double kSolid = 400;  // all four process inks
  // Half a percent is what a byte can't tell.
  if (percent <= limit + 0.5) return mixed(kBelow, percent / limit);
  return mixed(kAbove, (percent - limit) / std::max(kSolid - limit, 1.0));
}

display::Picture heat_picture(const InkMap& map, double limit) {
  display::Picture picture = picture_of(map, display::Picture::Space::Rgb);
  std::vector<std::string> colors;
  for (std::size_t sum = 0; sum <= 255 * map.plates.size(); ++sum) {
    const color::Rgb rgb = heat_color(static_cast<double>(sum) / 2.55, limit);
    std::string& bytes = colors.emplace_back();
    for (const double v : {rgb.r, rgb.g, rgb.b}) bytes += static_cast<char>(std::lround(v * 255));
  }
  const auto cells = static_cast<std::size_t>(map.width) * static_cast<std::size_t>(map.height);
  picture.bytes.reserve(cells * 3);
  for (std::size_t cell = 0; cell < cells; ++cell) {
    std::size_t sum = 0;
    for (const std::string& plate : map.plates) sum += static_cast<unsigned char>(plate[cell]);
    picture.bytes += colors[sum];
  }
  return picture;
}

}  // namespace handbill::plates
