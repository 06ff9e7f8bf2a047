// SPDX-License-Identifier: MIT
// The page list as text, for tests and for people.
#pragma once

#include <string>

#include "display/page_list.h"

namespace handbill::display {

/// Two-space indent, one item a line, fixed order, at most three decimals, no ids or addresses.
/// Every drawn thing is in it: runs with their text, font, size, colour and glyph positions; shapes
/// with their paths; pictures; links; structure roles.
std::string dump(const PageList& pages, const font::FontBook& fonts);

}  // namespace handbill::display
