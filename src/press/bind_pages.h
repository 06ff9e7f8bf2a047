// SPDX-License-Identifier: MIT
// Pages on sheets that are folded and bound: a booklet stitched through its fold, or a book of
// sections whose spine is milled off and glued.
#pragma once

#include <optional>
#include <vector>

#include "display/page_list.h"
#include "document/document.h"
#include "document/imposition.h"
#include "press/mark_places.h"

namespace handbill::press {

/// Sheets of two pages a side, with the pages as forms: the front of each, then its back; a cover
/// apart comes first. The trim of a sheet is that of its two pages, with what is milled off, or the
/// spine, between them.
struct BoundSheets {
  display::PageList sheets;
  std::vector<MarkPlaces> places;  ///< of each: cut round both pages, folded between them
};

/// Folded, put into one another and gathered, sheet after sheet as they are named, the pages follow
/// each other as they do in `pages`; right-to-left documents are bound at the right. The pages of a
/// sheet that lies in others stand nearer to the spine by as much as those push it out (creep);
/// what would run over the fold is cut off there. Several sections get collating marks. Tells how
/// far pages move and how wide the spine is (bound), of too many pages or too much creep
/// (hard-to-bind); reports pages that can't be bound so (bad-imposition) and gives nothing then.
std::optional<BoundSheets> bind_pages(const document::Document& document, display::PageList pages,
                                      const document::Imposition& imposition,
                                      diag::Diagnostics& diags);

}  // namespace handbill::press
