// SPDX-License-Identifier: MIT
// Blanks and boxes as fields that are filled in on a screen.
#pragma once

#include <vector>

#include "display/page_list.h"
#include "pdf/form_field.h"
#include "words/words.h"

namespace handbill::build {

/// A field for each line to write on, and for each box to tick that is empty, in the order they are
/// painted. Their tooltips are the words that a blank is for, and those of the item that a box
/// stands before. What is not read is no field.
std::vector<pdf::FormField> form_fields(const words::Words& words, const display::PageList& pages);

}  // namespace handbill::build
