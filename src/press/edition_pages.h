// SPDX-License-Identifier: MIT
// Pages as the editions for the printer in the office and for screens have them.
#pragma once

#include "color/preview.h"
#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "document/document.h"

namespace handbill::press {

/// In the colours of the edition: lighter or grey as the office asks for it, pictures of screens in
/// sRGB. Pages of other editions stay as they are.
display::PageList in_edition_colors(const document::Document& document, display::PageList pages,
                                    const color::Preview& press, diag::Diagnostics& diags);

/// As they are printed or shown: edges kept free, folds ticked, panels apart, as the edition asks
/// for it. Nothing stands outside of the trim: a draft says so at the foot of each page.
display::PageList as_edition(const document::Document& document, display::PageList pages,
                             const font::FontBook& fonts, diag::Diagnostics& diags);

}  // namespace handbill::press
