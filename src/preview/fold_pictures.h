// SPDX-License-Identifier: MIT
// What a document looks like in the hand, before it is printed.
#pragma once

#include "display/page_list.h"
#include "document/document.h"

namespace handbill::preview {

/// Pictures of the finished piece, as pages for the sinks of pictures. "flat": both sides, with
/// panels and folds; "reading": in which order they are read. Of a folded piece also "folded":
/// closed, from front and back; and "opening": what a reader sees who has undone the last fold.
/// Which panel lies on which follows from the folds, their directions and their order. `pages` are
/// those of the document's sides.
display::PageList fold_pictures(const document::Document& document, display::PageList pages,
                                const font::FontBook& fonts);

}  // namespace handbill::preview
