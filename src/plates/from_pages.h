// SPDX-License-Identifier: MIT
// The print that a page list asks for.
#pragma once

#include "font/font_book.h"
#include "plates/print.h"

namespace handbill::plates {

/// Every item of every page as one object, or two when it is filled and stroked; pages placed on
/// others are taken apart. Left out is what has no outline at all (spaces) and what its clips hide.
/// Page::folds stays empty: a page list does not know them.
Print from_pages(const display::PageList& pages, const font::FontBook& fonts);

/// The same without type, and pictures without their pixels: what text stands on, cheaply. The
/// bounds of strokes with sharp corners may be larger than what they paint.
Print drawings(const display::PageList& pages, const font::FontBook& fonts);

}  // namespace handbill::plates
