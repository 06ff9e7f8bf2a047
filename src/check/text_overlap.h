// SPDX-License-Identifier: MIT
// Text printed over other text.
#pragma once

#include <set>

#include "check/page_view.h"
#include "check/text_ink.h"
#include "diag/diagnostic.h"

namespace handbill::check {

/// Reports paragraphs whose letters (capitals' tops to descenders) cover those of an earlier one by
/// more than a point both ways, and frames whose ink meets that of an earlier frame's text: nobody
/// can read that, and a frame that grew with its text is the usual cause. Each frame is told of
/// once, those in `told` are not told of again; frames may allow it (Frame::over).
void check_text_overlap(const PageView& view, GlyphOutlines& outlines,
                        std::set<display::FrameId> told, diag::Diagnostics& diags);

}  // namespace handbill::check
