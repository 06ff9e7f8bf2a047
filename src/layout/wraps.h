// SPDX-License-Identifier: MIT
// Which frames text flows around, and what they leave it.
#pragma once

#include <vector>

#include "layout/obstacles.h"
#include "layout/solve_boxes.h"

namespace handbill::layout {

/// The frames that text of each frame of a side would flow around: all that wrap and are not
/// painted below it. A frame that wraps flows around none itself. Empty: no frame wraps.
Around frames_around(const document::Side& side);

/// Those frames as obstacles on the side; frames without a box are left out.
Obstacles obstacles(const document::Document& document, const document::Side& side,
                    const std::vector<document::FrameIndex>& frames, const Boxes& boxes);

}  // namespace handbill::layout
