// SPDX-License-Identifier: MIT
// What is told of a book before it is laid on sheets.
#pragma once

#include <vector>

#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "document/document.h"
#include "document/imposition.h"
#include "press/paper_room.h"

namespace handbill::press {

/// False, and reported (bad-imposition): pages of several sizes or with folds, paper that is
/// printed on one side, a number of pages that sheets of four don't make.
bool can_be_bound(const document::Document& document, const display::PageList& pages,
                  const document::Imposition& imposition, diag::Diagnostics& diags);

/// The same of a cover apart whose spine can't be known or makes it too wide for the sheet.
bool has_room_for_cover(const document::Document& document, const document::Imposition& imposition,
                        const PaperRoom& room, diag::Diagnostics& diags);

/// Sections, creep, spine (bound); what is too thick or too thin (hard-to-bind).
void tell_binding(const document::Document& document, const document::Imposition& imposition,
                  const std::vector<BoundSheet>& sheets, const PaperRoom& room,
                  diag::Diagnostics& diags);

}  // namespace handbill::press
