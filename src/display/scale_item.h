// SPDX-License-Identifier: MIT
#pragma once

#include "display/page_list.h"

namespace handbill::display {

/// As seen from the origin, all of it: type, lines and their dashes too.
void scale_item(Item& item, double factor);

}  // namespace handbill::display
