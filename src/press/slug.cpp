// SPDX-License-Identifier: MIT
#include "press/slug.h"

#include <algorithm>

#include "display/item_kinds.h"
#include "document/prepare_text.h"
#include "text/shape.h"

namespace handbill::press {
namespace {

text::Paragraph paragraph(const SlugText& slug, const text::CharacterStyle& style) {
  text::Paragraph paragraph;
  paragraph.style.edit().text = style;
  paragraph.style.edit().text.edit().size = slug.size;
  paragraph.style.edit().leading = slug.size * Slug::kLeading;
  paragraph.style.edit().optical_margins = 0;
  paragraph.role = display::Role::Artifact;
  paragraph.inlines.push_back(text::Run{slug.text, paragraph.style->text});
  document::TextPreparer().prepare_numbers(paragraph.inlines);
  return paragraph;
}

}  // namespace

Slug::Slug(const std::vector<SlugText>& texts, const text::CharacterStyle& style, Length measure,
           const font::FontBook& fonts, diag::Diagnostics& diags) {
  if (style.fonts.empty()) return;
  for (const SlugText& each : texts) {
    if (each.text.empty()) continue;
    const text::Paragraph words = paragraph(each, style);
    const text::ShapedParagraph shaped = text::shape(words, fonts, diags);
    const text::Measure width{measure};
    const auto breaks = text::break_lines(shaped, words, width, fonts);
    for (text::Line& line : text::set_lines(shaped, words, breaks, width, fonts)) {
      height_ += words.style->leading;
      lines_.emplace_back(height_ - line.descent, std::move(line));
    }
  }
}

void Slug::add_to(display::Page& page, Point top_left) const {
  for (const auto& [baseline, line] : lines_) {
    for (display::Item item : line.items) {
      auto* run = display::text_of(item);
      if (run == nullptr) continue;
      run->origin = run->origin + top_left + Point{{}, baseline};
      page.items.push_back(std::move(item));
    }
  }
}

}  // namespace handbill::press
