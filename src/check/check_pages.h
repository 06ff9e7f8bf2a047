// SPDX-License-Identifier: MIT
// Stage 7, check: rules over the finished pages, before a byte is written.
#pragma once

#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "document/document.h"

namespace handbill::check {

/// Who looks at safe areas: this check, or the rules of a print shop, which know it too.
enum class SafeArea { Check, LeaveToRules };

/// Reports text outside the safe area (of the trim and of each fold) with the amount and the side,
/// and text printed over other text.
void check_pages(const document::Document& document, const display::PageList& pages,
                 const font::FontBook& fonts, SafeArea safe_area, diag::Diagnostics& diags);

}  // namespace handbill::check
