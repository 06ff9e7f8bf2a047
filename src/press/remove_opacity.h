// SPDX-License-Identifier: MIT
// Pages that look the same with nothing see-through on them.
#pragma once

#include "diag/diagnostic.h"
#include "display/page_list.h"

namespace handbill::press {

/// Shapes that are see-through, and pictures with transparent parts, get the inks they have over
/// what is below: each ink mixes by itself, as the Normal blend mode does in DeviceCMYK (PDF 1.7,
/// 11.3.5). That takes one flat colour, or paper, below all of them. Else they are reported as
/// transparency-refused and stay. Overprint is decided by then.
void remove_opacity(display::PageList& pages, diag::Diagnostics& diags);

}  // namespace handbill::press
