// SPDX-License-Identifier: MIT
// The styles of the words as classes of a style sheet. Private to this folder.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "color/preview.h"
#include "font/font_book.h"
#include "html/web_fonts.h"
#include "svg/screen_color.h"
#include "text/style.h"
#include "words/words.h"

namespace handbill::html {

class Looks {
 public:
  Looks(const words::Words& words, const font::FontBook& fonts, const color::Preview& press);

  /// The class of words in that style on that ground. Type that is printed with enough contrast
  /// keeps its colour.
  std::string words_on(const text::CharacterStyle& style, svg::ScreenColor ground);
  /// The class of a ground.
  std::string ground(svg::ScreenColor color);
  /// All classes; with the colours for dark pages.
  std::string style_sheet(const WebFonts& fonts) const;

  /// The words' size by that of running text.
  double relative_size(const text::CharacterStyle& style) const;
  /// What has that width in print, on a page whose running text is 18 px.
  double pixels(Length length) const;

 private:
  struct Look {
    text::CharacterStyle style;
    svg::ScreenColor light, dark;
  };

  const font::FontBook& fonts_;
  const color::Preview& press_;
  Length text_size_;
  std::vector<Look> looks_;
  std::vector<svg::ScreenColor> grounds_;
};

}  // namespace handbill::html
