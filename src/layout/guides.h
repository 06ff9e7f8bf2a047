// SPDX-License-Identifier: MIT
// Lines a designer looks at and nobody prints.
#pragma once

#include <vector>

#include "layout/fragment.h"

namespace handbill::layout {

/// Trim, bleed, safe area, panels, folds, frames with their names, columns where there are several,
/// baselines of the grid.
std::vector<display::Guide> guides(const document::Document& document, const SideFragment& side);

}  // namespace handbill::layout
