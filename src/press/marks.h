// SPDX-License-Identifier: MIT
// What is added around the trimmed page: crop marks, fold marks, the slug line.
#pragma once

#include "display/page_list.h"
#include "document/document.h"
#include "document/imposition.h"
#include "press/mark_places.h"

namespace handbill::press {

/// How far marks and slug reach beyond the trim of a block of pages on a sheet: to the sides, and
/// above and below. A slug of one line is counted.
Size marks_reach(const document::Document& document);

/// Pages that stand on the sheets of a press.
struct OnSheets {
  const document::Imposition& imposition;
  std::vector<MarkPlaces> places{};  ///< of each sheet; empty: as the placed pages have them
};

/// The pages with their media boxes enlarged and what Sheet::marks asks for drawn in registration
/// colour outside the bleed: cuts solid, folds dashed, scores dotted. A draft gets a slug line that
/// says DRAFT even where none is asked. `on`: the sheets the pages are placed on, whose margins the
/// marks keep out of; null: they are not.
display::PageList add_marks(const document::Document& document, display::PageList pages,
                            const OnSheets* on, const font::FontBook& fonts,
                            diag::Diagnostics& diags);

}  // namespace handbill::press
