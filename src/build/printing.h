// SPDX-License-Identifier: MIT
// How a document comes out of the printer in the office.
#pragma once

#include "display/page_list.h"
#include "document/document.h"
#include "pdf/viewer_preferences.h"

namespace handbill::build {

/// On both sides where the document has backs. A back is upright when its sheet is turned over like
/// the leaf of a book: over the longer edge of a portrait page, the shorter one of a landscape one.
pdf::Printing printing_of(const document::Document& document, const display::PageList& pages);

}  // namespace handbill::build
