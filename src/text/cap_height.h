// SPDX-License-Identifier: MIT
// How tall capitals are.
#pragma once

#include "font/font_book.h"
#include "text/style.h"

namespace handbill::text {

/// Of the style's own font.
Length cap_height(const CharacterStyle& style, const font::FontBook& fonts);

}  // namespace handbill::text
