// SPDX-License-Identifier: MIT
// Frames, columns and pages that a text or table which flows on has ended before.
#pragma once

#include "diag/diagnostic.h"
#include "layout/build_fragments.h"

namespace handbill::layout {

/// Words, or a drawing, but for the ground of a frame.
bool holds_something(const Fragment& fragment);

/// Warns of each text or table once, at the first frame it leaves empty, or in which it leaves
/// columns empty. What shows nothing at all has fallen away with its facts, and is not meant.
void report_empty_frames(const document::Document& document, const FragmentTree& tree,
                         diag::Diagnostics& diags);

}  // namespace handbill::layout
