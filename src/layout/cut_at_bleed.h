// SPDX-License-Identifier: MIT
// What of a page is printed: nothing past its bleed.
#pragma once

#include "display/page_list.h"

namespace handbill::layout {

/// Clips a shape or picture that runs past the bleed to it. Text stays: that it does not get there
/// is checked.
void cut_at_bleed(display::Item& item, const Rect& bleed);

}  // namespace handbill::layout
