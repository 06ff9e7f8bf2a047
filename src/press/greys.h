// SPDX-License-Identifier: MIT
// Pages for printers that have black alone.
#pragma once

#include "color/preview.h"
#include "diag/diagnostic.h"
#include "display/page_list.h"

namespace handbill::press {

/// Each ink becomes the black that looks as light, pictures grey. Colours that lie on or beside
/// each other and differ to the eye keep apart: their greys are moved, each as little as is needed
/// and never far. Those that are alike in the end are reported (greys-alike), once for each two.
display::PageList in_greys(display::PageList pages, const color::Preview& press,
                           diag::Diagnostics& diags);

}  // namespace handbill::press
