// SPDX-License-Identifier: MIT
// The fonts of a page, cut down to its letters. Private to this folder.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "font/font_book.h"
#include "text/style.h"

namespace handbill::html {

class WebFonts {
 public:
  explicit WebFonts(const font::FontBook& fonts) : fonts_(fonts) {}

  /// The text is set in the style: its letters come from the first of its fonts that has them.
  void use(const text::CharacterStyle& style, std::string_view text);
  /// "Lato", "Noto Naskh Arabic", sans-serif: once all texts are known.
  std::string families(const text::CharacterStyle& style) const;
  /// An @font-face with the letters of each. Warns of a font that may not stand in web pages, which
  /// is left out.
  std::string faces(diag::Diagnostics& diags) const;

 private:
  struct Used {
    std::set<char32_t> letters;
    std::set<std::string> features;
  };
  std::string name_of(font::FontId font) const;

  const font::FontBook& fonts_;
  std::map<font::FontId, Used> used_;
};

}  // namespace handbill::html
