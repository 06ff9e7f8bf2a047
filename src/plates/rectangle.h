// SPDX-License-Identifier: MIT
// Paths that are rectangles: nothing has to be looked for on them.
#pragma once

#include <optional>

#include "base/path.h"

namespace handbill::plates {

/// The rectangle whose sides the path is, all of them straight across or down, but for the
/// rounding of a computer; nothing: it is another shape.
std::optional<Rect> as_rect(const Path& path);

}  // namespace handbill::plates
