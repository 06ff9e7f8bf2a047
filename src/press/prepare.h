// SPDX-License-Identifier: MIT
// What the press asks of pages that look as they should: overprint, rich black, and for PDF/X-1a
// pages without transparency.
#pragma once

#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "document/document.h"

namespace handbill::press {

/// No Overprint::Auto is left: sinks see none. Without a shop nothing else changes, and only what a
/// style or a frame says overprints. With one:
/// - Large solids of black alone become the shop's rich black.
/// - For PDF/X-1a (ISO 15930-4:2003, 6.12), what is see-through becomes the colour it has over the
///   one flat colour, or the paper, that is all there is below it; over anything else it is
///   reported as transparency-refused.
/// - Type of black alone prints over what is below it, whatever its size, so that no paper shows
///   round it (GWG 2022, R0009, asks that of type under 12 pt); lines of black alone do when they
///   are thinner than 2 pt (R0010). All else knocks out; white always does (R0007, R0008). What a
///   style or a frame says stands.
display::PageList prepare(const document::Document& document, display::PageList pages,
                          diag::Diagnostics& diags);

}  // namespace handbill::press
