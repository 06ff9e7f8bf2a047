// SPDX-License-Identifier: MIT
// What of a page is printed: nothing past its bleed, or past what a printer can print.
#pragma once

#include "display/page_list.h"

namespace handbill::display {

/// Clips a shape or picture that runs past those edges to them. Text stays: that it does not get
/// there is checked.
void cut_item(Item& item, const Rect& edges);

}  // namespace handbill::display
