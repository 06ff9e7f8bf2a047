// SPDX-License-Identifier: MIT
// Pages on the sheets that are printed. All maps are quarter turns and moves, so boxes stay exact.
#pragma once

#include <optional>

#include "display/page_list.h"
#include "document/document.h"
#include "document/imposition.h"

namespace handbill::press {

/// The sheets, with the pages as forms. Two sides that follow each other are the front and the back
/// of one leaf, turned over its upright edge; of one-sided work each is a leaf. The trim of a sheet
/// is the box of all its pages' trims, its media the whole sheet; of a tile both are the sheet.
/// Reports bad-imposition and gives nothing when the scheme needs backs and there are none.
std::optional<display::PageList> impose(display::PageList pages,
                                        const document::Imposition& imposition,
                                        document::Printed printed, diag::Diagnostics& diags);

/// The trim of a placed page on its sheet.
Rect placed_trim(const display::PageList& pages, const display::PlacedPage& placed);

}  // namespace handbill::press
