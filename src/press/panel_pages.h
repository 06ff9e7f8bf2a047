// SPDX-License-Identifier: MIT
// The panels of a folded piece as pages of their own.
#pragma once

#include "display/page_list.h"
#include "document/document.h"

namespace handbill::press {

/// Each panel that shows something is a page, in the order the piece is read as it is unfolded.
/// Panels with words or figures that go over the fold between them stay together; sides without
/// folds stay as they are. What decorates several panels is on the page of each, and is never read
/// twice.
display::PageList panel_pages(const document::Document& document, display::PageList pages);

}  // namespace handbill::press
