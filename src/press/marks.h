// SPDX-License-Identifier: MIT
// What is added around the trimmed page: crop marks, fold marks, the slug line.
#pragma once

#include "display/page_list.h"
#include "document/document.h"

namespace handbill::press {

/// The pages with their media boxes enlarged and what Sheet::marks asks for drawn in registration
/// colour outside the bleed: cuts solid, folds dashed, scores dotted. A draft gets a slug line that
/// says DRAFT even where none is asked.
display::PageList add_marks(const document::Document& document, display::PageList pages,
                            const font::FontBook& fonts, diag::Diagnostics& diags);

}  // namespace handbill::press
