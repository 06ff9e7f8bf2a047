// SPDX-License-Identifier: MIT
// What a shading paints at a place.
#pragma once

#include <optional>
#include <vector>

#include "plates/print.h"

namespace handbill::plates {

/// `shading` must outlive it.
class ShadingRamp {
 public:
  explicit ShadingRamp(const Shading& shading) : shading_(shading) {}

  /// From 0 at the start to 1 at the end, and no further: both ends go on for ever (PDF 1.7,
  /// 8.7.4.5). Nothing: no circle of a radial shading meets the point.
  std::optional<double> place(Point at) const;
  /// False: the plate gets nothing anywhere.
  bool uses(std::size_t ink) const;
  /// What the plate gets there, 0 to 1.
  float amount(double place, std::size_t ink) const;

 private:
  double along_line(Point at) const;
  std::optional<double> between_circles(Point at) const;

  const Shading& shading_;
};

}  // namespace handbill::plates
