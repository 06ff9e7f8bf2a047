// SPDX-License-Identifier: MIT
// Text that runs over an edge of what else is painted, or lies under it.
#pragma once

#include <set>

#include "check/page_view.h"
#include "check/text_ink.h"
#include "diag/diagnostic.h"

namespace handbill::check {

/// Reports each frame whose text crosses an edge that is seen (ink-over-edge), or is painted over
/// (text-under-paint); gives the frames that were told of. What belongs to the text is no fault:
/// lines and grounds that its own frame shows as content, such as the rules of its table. Frames
/// may allow it (Frame::over). An edge between two places of the same ink is none.
std::set<display::FrameId> check_ink_edges(const PageView& view, GlyphOutlines& outlines,
                                           diag::Diagnostics& diags);

}  // namespace handbill::check
