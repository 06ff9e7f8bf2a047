// SPDX-License-Identifier: MIT
// Last step of placing: fragments become pages.
#pragma once

#include "display/page_list.h"
#include "layout/build_fragments.h"

namespace handbill::layout {

/// Frames by z, then as listed; coordinates absolute.
display::PageList build_pages(const document::Document& document, const FragmentTree& tree);

}  // namespace handbill::layout
