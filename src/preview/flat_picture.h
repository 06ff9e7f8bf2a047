// SPDX-License-Identifier: MIT
// Both sides of the sheet as they are printed, panels and folds named.
#pragma once

#include <string>

#include "base/user_unit.h"
#include "display/page_list.h"
#include "document/document.h"

namespace handbill::preview {

/// The sides are the first forms of `list`, as paper; it gets what is drawn round them.
display::Page flat_picture(const document::Document& document, display::PageList& list,
                           const font::FontBook& fonts);

/// "3.6875 in", "97 mm", as exactly as a shop wants it.
std::string measure(Length length, UserUnit unit);

}  // namespace handbill::preview
