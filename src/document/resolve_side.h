// SPDX-License-Identifier: MIT
// Sides: panels, parents and frames.
#pragma once

#include <vector>

#include "document/plan_pages.h"
#include "document/resolve_frame.h"
#include "document/resolve_sheet.h"

namespace handbill::document {

/// False, and reported: neither the layout nor what it extends has a side.
bool has_sides(const spec::LayoutSpec& layout, diag::Diagnostics& diags);

/// All pages, from the sides of the layout. Reports bad-fold, unknown-parent, parent-cycle and
/// duplicate-name.
std::vector<Side> resolve_sides(const FoldedSheet& sheet, const std::vector<PlannedPage>& pages,
                                const FrameTools& tools, Stories& stories);

}  // namespace handbill::document
