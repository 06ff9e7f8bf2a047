// SPDX-License-Identifier: MIT
// What a booklet looks like in the hand, before it is printed.
#pragma once

#include "display/page_list.h"
#include "document/document.h"

namespace handbill::preview {

/// Pictures of a booklet of the document's sides, an even number, as pages for the sinks of
/// pictures. "spreads": all of it, as a reader sees it; "cover": closed, from front and back;
/// "pages-2-3" and so on: each opening; "reading": in which order all is read; "turning", from
/// three leaves on: the leaf of pages 3 and 4 on its way. Right-to-left documents open from the
/// other side.
display::PageList booklet_pictures(const document::Document& document, display::PageList pages,
                                   const font::FontBook& fonts);

}  // namespace handbill::preview
