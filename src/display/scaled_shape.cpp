// SPDX-License-Identifier: MIT
#include "display/scaled_shape.h"

#include <cmath>
#include <memory>

#include "display/gradient.h"

namespace handbill::display {

Shape scaled(const Shape& shape, const Matrix& map, double opacity) {
  Shape result = shape;
  result.path = shape.path.transformed(map);
  result.opacity *= opacity;
  if (shape.gradient) {
    result.gradient = std::make_shared<const Gradient>(transformed(*shape.gradient, map));
  }
  if (result.stroke) {
    // Stretched art: the stroke gets the scale in the middle of both.
    const double scale = std::sqrt(std::abs(map.a * map.d));
    result.stroke->width = result.stroke->width * scale;
    result.stroke->dash_phase = result.stroke->dash_phase * scale;
    for (Length& each : result.stroke->dash) each = each * scale;
  }
  return result;
}

}  // namespace handbill::display
