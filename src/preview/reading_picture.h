// SPDX-License-Identifier: MIT
// In which order a document is read aloud: each thing outlined and numbered.
#pragma once

#include "display/page_list.h"
#include "document/document.h"

namespace handbill::preview {

/// Spreads: the first stands alone, and then the two that lie side by side.
enum class Arranged { Sides, Spreads };

/// The sides are the first forms of `list`, as paper; it gets what is drawn over them. Numbers
/// count through all sides. What goes on in another frame, or on another side, has its number again
/// there. Decoration has none.
display::Page reading_picture(const document::Document& document, Arranged arranged,
                              display::PageList& list, const font::FontBook& fonts);

}  // namespace handbill::preview
