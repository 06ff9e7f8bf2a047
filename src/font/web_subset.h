// SPDX-License-Identifier: MIT
// Cuts a font down to the letters of a web page.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "font/font_book.h"

namespace handbill::font {

/// OpenType 1.9, OS/2, fsType: it may be installed, and cut. Fonts that may be embedded in
/// documents to print or edit alone are not for pages that anybody can take them from.
bool may_stand_in_web_pages(const Face& face);

/// A font file of its own with these letters, in any order of features and marks: ligatures,
/// kerning and what `features` (OpenType tags) ask for are kept. Same letters, same bytes. Nothing:
/// HarfBuzz refused the font.
std::optional<std::string> web_subset(const Face& face, const std::set<char32_t>& letters,
                                      const std::set<std::string>& features);

}  // namespace handbill::font
