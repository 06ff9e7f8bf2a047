// SPDX-License-Identifier: MIT
// White between slanted and upright letters that meet: no font knows of the letters of another.
#pragma once

#include "font/font_book.h"
#include "text/shape.h"

namespace handbill::text {

/// Sets apart the last letter of a run and the first of the next where one is slanted and the other
/// upright, as far as their outlines touch or nearly do: f of *if* before ” ) ] ! or ?
void part_slants(ShapedParagraph& shaped, const Paragraph& paragraph, const font::FontBook& fonts);

}  // namespace handbill::text
