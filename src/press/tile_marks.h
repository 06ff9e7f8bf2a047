// SPDX-License-Identifier: MIT
// What helps to put a sign together that is printed over several sheets.
#pragma once

#include "display/page_list.h"
#include "document/document.h"
#include "document/imposition.h"

namespace handbill::press {

/// What a tile needs below what it shows of the sign: its label, as far from the edge of the paper
/// as text keeps.
Length tile_foot(const document::Document& document);

/// Adds to each tile where it is cut, where the next one is laid on, a line round what is glued
/// over, and its place in words, in black outside of what stays of the sheet.
display::PageList add_tile_marks(const document::Document& document,
                                 const document::Imposition& imposition, display::PageList tiles,
                                 const font::FontBook& fonts, diag::Diagnostics& diags);

}  // namespace handbill::press
