// SPDX-License-Identifier: MIT
// Paths as SVG path data (SVG 2, 9.3), as short as relative whole numbers make them.
#pragma once

#include <string>

#include "base/path.h"

namespace handbill::svg {

struct PathPrecision {
  double scale = 1;  ///< points are multiplied by it before they are rounded
  int decimals = 3;  ///< 0 to 6
};

/// Rounding never adds up along a path: every coordinate is rounded from its own place.
std::string path_data(const Path& path, const PathPrecision& precision = {});

}  // namespace handbill::svg
