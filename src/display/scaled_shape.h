// SPDX-License-Identifier: MIT
// Shapes of art at the size they are placed in.
#pragma once

#include "display/page_list.h"

namespace handbill::display {

/// Path, gradient and strokes of a shape under a map, its opacity multiplied.
Shape scaled(const Shape& shape, const Matrix& map, double opacity);

}  // namespace handbill::display
