// SPDX-License-Identifier: MIT
// What the words of each flow stand on where they are printed. Private to this folder.
#pragma once

#include <optional>
#include <vector>

#include "color/preview.h"
#include "display/page_list.h"
#include "document/document.h"
#include "font/font_book.h"
#include "svg/screen_color.h"
#include "words/words.h"

namespace handbill::html {

struct Place {
  svg::ScreenColor band = svg::kPaper;    ///< as wide as its panel
  std::optional<svg::ScreenColor> box{};  ///< smaller, on the band
  Rect area{};  ///< of what its frame shows, cut at the trim; empty: nothing
  /// Which edges of the page it runs over.
  struct Bleed {
    bool left = false, right = false, top = false, bottom = false;
  } bleed{};
};

/// By flow; `pages` are those of the document's sides. Pictures stand where the words beside them
/// do: they may be painted over each other.
std::vector<Place> places(const document::Document& document, const words::Words& words,
                          const display::PageList& pages, const font::FontBook& fonts,
                          const color::Preview& press);

}  // namespace handbill::html
