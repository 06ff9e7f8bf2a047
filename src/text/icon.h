// SPDX-License-Identifier: MIT
// Vector art among the words.
#pragma once

#include <vector>

#include "display/page_list.h"
#include "text/style.h"

namespace handbill::text {

/// Gives words, a blank or an icon another style; what of an icon had the colour of the text keeps
/// to it.
void set_style(Inline& piece, const SharedStyle& style);

/// What is painted of an icon whose foot begins at `start`, `width` wide.
std::vector<display::Item> icon_items(const Icon& icon, Point start, Length width,
                                      std::optional<display::StructId> structure);

}  // namespace handbill::text
