// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "base/geometry.h"

namespace handbill::picture {

/// The value of `transform` (SVG 1.1, 7.6): any list of matrix, translate, scale, rotate, skewX
/// and skewY, the last applied first. Nothing: not readable.
std::optional<Matrix> parse_transform(std::string_view text);

}  // namespace handbill::picture
