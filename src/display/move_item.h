// SPDX-License-Identifier: MIT
#pragma once

#include "display/page_list.h"

namespace handbill::display {

void move_item(Item& item, Point by);

}  // namespace handbill::display
