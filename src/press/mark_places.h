// SPDX-License-Identifier: MIT
// Where a page is cut and folded, and so where its marks stand.
#pragma once

#include <vector>

#include "display/page_list.h"
#include "document/document.h"

namespace handbill::press {

/// Distances from the left or the top edge of the trim, rising, each once.
struct MarkPlaces {
  std::vector<Length> cuts_across, cuts_down;
  std::vector<Length> folds_across, folds_down;
};

/// Of a side: its trim and its folds. Of a sheet that pages are placed on: those of all of them.
MarkPlaces mark_places(const display::PageList& pages, std::size_t page,
                       const std::vector<document::Side>& sides);

}  // namespace handbill::press
