// SPDX-License-Identifier: MIT
// Shaped text in the size and tracking of its styles.
#pragma once

#include "font/font_book.h"
#include "text/shape.h"
#include "text/shaped_text.h"

namespace handbill::text {

/// `shaped`: of the same words in the same fonts. Scales its glyphs, adjusts the white of
/// full-width punctuation, between ideographs and Latin, and between slanted and upright letters
/// that touch.
ShapedParagraph at_size(const ShapedText& shaped, const Paragraph& paragraph,
                        const font::FontBook& fonts);

}  // namespace handbill::text
