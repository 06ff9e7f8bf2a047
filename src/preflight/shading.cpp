// SPDX-License-Identifier: MIT
#include "preflight/shading.h"

#include <algorithm>
#include <cmath>

namespace handbill::preflight {
namespace {

constexpr std::size_t kMostComponents = 32;

/// Where colours are looked up between 0 and 1: evenly, and wherever the function turns.
std::vector<double> offsets(const Function& function, double from, double to) {
  constexpr int kSteps = 16;
  std::vector<double> all;
  for (int i = 0; i <= kSteps; ++i) all.push_back(static_cast<double>(i) / kSteps);
  for (const double bound : function.bounds()) {
    const double at = to == from ? 0 : (bound - from) / (to - from);
    // Just before and at a sudden change.
    if (at > 0 && at < 1) all.insert(all.end(), {std::max(0.0, at - 1e-6), at});
  }
  std::ranges::sort(all);
  return all;
}

plates::Paint mean_of(const std::vector<plates::Shading::Stop>& stops) {
  plates::Paint mean = stops.front().paint;
  for (std::size_t i = 0; i < mean.amounts.size(); ++i) {
    double sum = 0;
    for (const auto& stop : stops) sum += i < stop.paint.amounts.size() ? stop.paint.amounts[i] : 0;
    mean.amounts[i] = sum / static_cast<double>(stops.size());
  }
  return mean;
}

/// The colour in the middle of what a mesh or a function of two inputs may give.
plates::Paint middle(const Handle& object, const Space& space, const Function* function,
                     const SpaceReader& spaces) {
  if (function != nullptr) return spaces.paint(space, (*function)({0.5, 0.5}));
  const auto decode = numbers(entry(object, "/Decode"), 4 + 2 * kMostComponents);
  std::vector<double> color;
  for (std::size_t i = 4; i + 1 < decode.size(); i += 2) {
    color.push_back((decode[i] + decode[i + 1]) / 2);
  }
  return spaces.paint(space, color);
}

}  // namespace

std::optional<ReadShading> read_shading(const Handle& object, const Handle& resources,
                                        const Matrix& map, SpaceReader& spaces, Budget& budget) {
  ReadShading result;
  result.space = spaces.read(entry(object, "/ColorSpace"), resources);
  if (!result.space || result.space->kind == plates::ColorSpace::Pattern) return std::nullopt;
  const Handle function_object = entry(object, "/Function");
  const auto function = Function::read(function_object, budget);
  const int type = integer_or(entry(object, "/ShadingType"), 0);
  const auto coords = numbers(entry(object, "/Coords"), 6);
  const bool axial = type == 2 && coords.size() == 4, radial = type == 3 && coords.size() == 6;
  if (type < 1 || type > 7) return std::nullopt;
  if (!function || (!axial && !radial)) {
    result.average = middle(object, *result.space, function.get(), spaces);
    return result;
  }
  plates::Shading shading;
  const auto point = [&](std::size_t i) {
    return map.apply({Length::pt(coords[i]), Length::pt(coords[i + 1])});
  };
  shading.from = point(0);
  shading.to = point(axial ? 2 : 3);
  if (radial) {
    shading.kind = display::Gradient::Kind::Radial;
    const double scale = std::sqrt(std::abs(map.a * map.d - map.b * map.c));
    shading.from_radius = Length::pt(coords[2] * scale);
    shading.to_radius = Length::pt(coords[5] * scale);
  }
  auto domain = numbers(entry(object, "/Domain"), 2);
  if (domain.size() != 2) domain = {0, 1};
  for (const double offset : offsets(*function, domain[0], domain[1])) {
    const double t = domain[0] + offset * (domain[1] - domain[0]);
    shading.stops.push_back({offset, spaces.paint(*result.space, (*function)({t}))});
  }
  result.average = mean_of(shading.stops);
  result.shading = std::make_shared<const plates::Shading>(std::move(shading));
  return result;
}

}  // namespace handbill::preflight
