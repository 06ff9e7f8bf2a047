// SPDX-License-Identifier: MIT
// Shapes the words of paragraphs: cuts them by direction and script, chooses fonts, asks HarfBuzz,
// finds where lines may end.
#pragma once

#include <memory>

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

}  // namespace handbill::text
