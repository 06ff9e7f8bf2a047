// SPDX-License-Identifier: MIT
// Pages as a printer has them that leaves the edges of the paper white.
#pragma once

#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "document/document.h"

namespace handbill::press {

/// What the printer can't print is left out, or pages are made smaller until nothing is; ticks show
/// where the sheet is folded. Reports type that becomes smaller than the edition keeps it
/// (type-too-small). For pages that stand on no other sheet.
display::PageList keep_edges_free(const document::Document& document, display::PageList pages,
                                  diag::Diagnostics& diags);

/// How much smaller pages of this size are made; 1: not.
double pulled_in_by(const document::Office& office, Size trim);

}  // namespace handbill::press
