// SPDX-License-Identifier: MIT
// Text printed over other text.
#pragma once

#include "diag/diagnostic.h"
#include "display/page_list.h"

namespace handbill::check {

/// Reports each paragraph whose letters (capitals' tops to descenders) cover those of an earlier
/// one by more than a point both ways: nobody can read that, and a frame that grew with its text is
/// the usual cause.
void check_text_overlap(const display::Page& page, const font::FontBook& fonts,
                        diag::Diagnostics& diags);

}  // namespace handbill::check
