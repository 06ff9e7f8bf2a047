// SPDX-License-Identifier: MIT
// Shapes the words of paragraphs: cuts them by direction and script, chooses fonts, asks HarfBuzz,
// finds where lines may end.
#pragma once

#include <memory>
#include <string>

#include "font/font_book.h"
#include "text/shaped_text.h"
#include "text/style.h"

namespace handbill::text {

/// Keeps what is costly to open (break rules of a language, HarfBuzz's buffer). For one thread.
class TextShaper {
 public:
  explicit TextShaper(const font::FontBook& fonts);
  ~TextShaper();
  /// The base direction is right to left when the paragraph's language is, or else when its first
  /// strong character is. Markers are paragraphs of their own.
  ShapedText shape(const Paragraph& paragraph);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// All of a paragraph that shape() looks at, as one string: equal keys, equal ShapedTexts, as long
/// as the fonts are those of one FontBook. It has the words, fonts, features, languages and what
/// parts letters (any tracking, signs too large for ligatures); sizes, tracking, width and colour
/// are not in it. A face that is opened for a size (axis `opsz`) is another font; where HarfBuzz
/// would track by size (`trak`), it knows none.
std::string shape_key(const Paragraph& paragraph);

}  // namespace handbill::text
