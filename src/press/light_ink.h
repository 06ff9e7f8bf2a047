// SPDX-License-Identifier: MIT
// Pages that spare ink.
#pragma once

#include "color/preview.h"
#include "display/page_list.h"

namespace handbill::press {

/// Grounds of frames become tints of their colours, drawings and pictures stay. What stands out
/// from them by being lighter takes their colour as it was, or black where that would be too faint:
/// white words on teal become teal words on a tint of it.
display::PageList in_light_ink(display::PageList pages, const color::Preview& press);

}  // namespace handbill::press
