// SPDX-License-Identifier: MIT
// Stage 7, check: rules over the finished pages, before a byte is written.
#pragma once

#include "color/preview.h"
#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "document/document.h"
#include "plates/print.h"

namespace handbill::check {

/// Who looks at safe areas: this check, or the rules of a print shop, which know it too.
enum class SafeArea { Check, LeaveToRules };

struct CheckInputs {
  const font::FontBook& fonts;
  const color::Preview& screen;   ///< how ink looks
  const plates::Print& drawings;  ///< plates::drawings of the pages
  SafeArea safe_area = SafeArea::Check;
};

/// Reports text outside the safe area (of the trim and of each fold) with the amount and the side,
/// text printed over other text or over an edge of what else is painted, text under later paint,
/// and text too faint on what it stands on or told from other text by its colour alone.
void check_pages(const document::Document& document, const display::PageList& pages,
                 const CheckInputs& in, diag::Diagnostics& diags);

}  // namespace handbill::check
