// SPDX-License-Identifier: MIT
// Where the entries of lists stand that flow from frame to frame, and how tall they are there.
#pragma once

#include "document/pagination.h"
#include "layout/place_text.h"

namespace handbill::layout {

/// Whether any do.
bool has_entry_flows(const document::Document& document);

/// Adds the columns they flow through, and the pages on which each list shows some of them. A list
/// of which a frame or an entry has no box is left out: that has been reported.
void find_entries(const document::Document& document, const AllBoxes& boxes,
                  document::FoundPages& found);

/// Whether entries on a side stand past the foot of their frame: they are to go on elsewhere.
bool has_entries_past(const document::Side& side, const Boxes& boxes);

}  // namespace handbill::layout
