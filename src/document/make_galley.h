// SPDX-License-Identifier: MIT
// From the pages of a layout to the column that editions of clear and large print are cut from.
#pragma once

#include "document/galley.h"
#include "document/resolve_reflow.h"
#include "document/typefaces.h"

namespace handbill::document {

/// Marks what tells of a page by its number and of nothing else, on one page too: other pages are
/// counted in their own way.
void mark_page_counts(Document& document);

/// All that is read of the document, in the order it is read. Its pictures must be known.
Galley make_galley(const Document& document, const Reflow& reflow, Typefaces& typefaces);

}  // namespace handbill::document
