// SPDX-License-Identifier: MIT
// What is added around the trimmed page: crop marks, fold marks, the slug line.
#pragma once

#include "display/page_list.h"
#include "document/document.h"

namespace handbill::press {

/// The pages with their media boxes enlarged and marks drawn in registration colour outside the
/// bleed (0.25 pt, 5 mm long, offset max(bleed, 3.175 mm); rules: shop pages read for rules 1.3).
/// A draft gets a slug line that says DRAFT even where no marks are asked.
display::PageList add_marks(const document::Document& document, display::PageList pages,
                            const font::FontBook& fonts, diag::Diagnostics& diags);

}  // namespace handbill::press
