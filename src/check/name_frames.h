// SPDX-License-Identifier: MIT
// Findings of press rules know places on pages; people and programs ask for the frame.
#pragma once

#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "document/document.h"

namespace handbill::check {

/// `found`, each with the frame of what was written where it points; without, when that is in
/// several frames of its page or in none. Page i shows side i of the document.
diag::Diagnostics name_frames(const document::Document& document, const display::PageList& pages,
                              const diag::Diagnostics& found);

}  // namespace handbill::check
