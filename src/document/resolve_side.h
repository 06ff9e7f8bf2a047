// SPDX-License-Identifier: MIT
// Sides: panels, parents and frames.
#pragma once

#include <vector>

#include "document/resolve_frame.h"
#include "document/resolve_sheet.h"

namespace handbill::document {

/// All sides of the layout. Reports bad-fold, unknown-parent and duplicate-name.
std::vector<Side> resolve_sides(const FoldedSheet& sheet, const FrameTools& tools,
                                Stories& stories);

}  // namespace handbill::document
