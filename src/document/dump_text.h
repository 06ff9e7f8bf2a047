// SPDX-License-Identifier: MIT
// Styled paragraphs in the text dump of a document.
#pragma once

#include <string>
#include <vector>

#include "document/dump_values.h"
#include "font/font_book.h"
#include "text/style.h"

namespace handbill::document {

class TextDumper {
 public:
  /// Both must outlive this.
  TextDumper(DumpLines& lines, const font::FontBook& fonts) : lines_(lines), fonts_(fonts) {}

  void paragraphs(int depth, const std::vector<text::Paragraph>& paragraphs);
  std::string character_style(const text::CharacterStyle& style) const;

 private:
  void line(int depth, const std::string& text) { lines_.line(depth, text); }
  void paragraph(int depth, const text::Paragraph& paragraph);
  void paragraph_style(int depth, const text::ParagraphStyle& style);
  void run(int depth, const std::string& what, const text::Run& run,
           const std::string& leads_to = {});

  DumpLines& lines_;
  const font::FontBook& fonts_;
};

}  // namespace handbill::document
