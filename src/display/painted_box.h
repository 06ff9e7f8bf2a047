// SPDX-License-Identifier: MIT
// What of a page an item can change, for whoever draws a part of it.
#pragma once

#include <optional>

#include "display/page_list.h"

namespace handbill::display {

/// A box that nothing of what is painted leaves; sharp corners of strokes may be far from filling
/// it. Nothing: it paints nothing.
std::optional<Rect> painted_box(const Item& item, const font::FontBook& fonts);

/// What a picture of a page shows: the trimmed page, or the sheet when other pages stand on it.
Rect shown_area(const Page& page);

}  // namespace handbill::display
