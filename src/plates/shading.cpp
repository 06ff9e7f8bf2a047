// SPDX-License-Identifier: MIT
#include "plates/shading.h"

#include <algorithm>
#include <cmath>

namespace handbill::plates {
namespace {

double amount_at(const Paint& paint, std::size_t ink) {
  return ink < paint.amounts.size() ? paint.amounts[ink] : 0;
}

}  // namespace

std::optional<double> ShadingRamp::place(Point at) const {
  const std::optional<double> place =
      shading_.kind == display::Gradient::Kind::Linear ? along_line(at) : between_circles(at);
  if (!place) return std::nullopt;
  return std::clamp(*place, 0.0, 1.0);
}

double ShadingRamp::along_line(Point at) const {
  const Point along = shading_.to - shading_.from, from = at - shading_.from;
  const double square = along.x.pt() * along.x.pt() + along.y.pt() * along.y.pt();
  if (!(square > 0)) return 1;
  return (from.x.pt() * along.x.pt() + from.y.pt() * along.y.pt()) / square;
}

/// The circle furthest along that goes through the point: the larger root for which the radius is
/// not negative.
std::optional<double> ShadingRamp::between_circles(Point at) const {
  const Point centers = shading_.to - shading_.from, from = at - shading_.from;
  const double radius = shading_.from_radius.pt();
  const double growth = shading_.to_radius.pt() - radius;
  const auto dot = [](Point a, Point b) { return a.x.pt() * b.x.pt() + a.y.pt() * b.y.pt(); };
  const double a = dot(centers, centers) - growth * growth;
  const double b = dot(from, centers) + radius * growth;
  const double c = dot(from, from) - radius * radius;
  const auto exists = [&](double s) { return std::isfinite(s) && radius + s * growth >= 0; };
  if (std::abs(a) < 1e-9) {
    const double only = c / (2 * b);
    return exists(only) ? std::optional(only) : std::nullopt;
  }
  const double under = b * b - a * c;
  if (!(under >= 0)) return std::nullopt;
  const double one = (b + std::sqrt(under)) / a, other = (b - std::sqrt(under)) / a;
  for (const double s : {std::max(one, other), std::min(one, other)}) {
    if (exists(s)) return s;
  }
  return std::nullopt;
}

bool ShadingRamp::uses(std::size_t ink) const {
  return std::ranges::any_of(shading_.stops,
                             [&](const auto& stop) { return amount_at(stop.paint, ink) > 0; });
}

float ShadingRamp::amount(double place, std::size_t ink) const {
  const auto& stops = shading_.stops;
  if (stops.empty()) return 0;
  const auto next = std::upper_bound(stops.begin(), stops.end(), place,
                                     [](double p, const auto& stop) { return p < stop.offset; });
  if (next == stops.begin()) return static_cast<float>(amount_at(stops.front().paint, ink));
  const auto& before = *(next - 1);
  const double low = amount_at(before.paint, ink);
  if (next == stops.end()) return static_cast<float>(low);
  const double part = (place - before.offset) / (next->offset - before.offset);
  return static_cast<float>(low + (amount_at(next->paint, ink) - low) * part);
}

}  // namespace handbill::plates
