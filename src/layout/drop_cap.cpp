// SPDX-License-Identifier: MIT
#include "layout/drop_cap.h"

#include <algorithm>
#include <utility>

#include "base/spaces.h"
#include "base/utf8.h"
#include "display/item_kinds.h"
#include "display/move_item.h"
#include "layout/fragment.h"
#include "text/hyphenate.h"

namespace handbill::layout {
namespace {

/// Between the marks and the initial, in fractions of the text size.
constexpr double kQuoteGap = 0.08;

bool opens(char32_t c) {
  constexpr std::u32string_view kMarks = U"“„‘‚«‹\"'(¿¡";
  return kMarks.find(c) != kMarks.npos;
}

/// Where the marks a paragraph opens with end, and the spaces that belong to them.
std::size_t end_of_marks(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t next = 0; next < text.size(); end = next) {
    const char32_t c = next_code_point(text, next);
    const bool is_inner_space = end > 0 && (c == kNoBreakSpace || c == kNarrowNoBreakSpace);
    if (!opens(c) && !is_inner_space) break;
  }
  return end;
}

/// Where `wanted` letters from `begin` end.
std::size_t end_of_letters(std::string_view text, std::size_t begin, int wanted) {
  std::size_t end = begin;
  for (int count = 0; end < text.size();) {
    std::size_t next = end;
    const char32_t c = next_code_point(text, next);
    if (c == U'\u2028') break;
    count += !text::joins_letter_before(c);
    if (count > wanted) break;
    end = next;
  }
  return end;
}

text::Line set_on_one_line(std::string words, const text::CharacterStyle& style, diag::Span span,
                           Context context) {
  const auto end = static_cast<std::uint32_t>(words.size());
  // A space counts as one between words when the line is not the last.
  if (words.ends_with(' ')) words += "\u2028";
  text::Paragraph paragraph;
  paragraph.style.edit().text = style;
  paragraph.inlines.emplace_back(text::Run{std::move(words), style, span});
  const text::ShapedParagraph shaped = context.shaper.shape(paragraph, context.diags);
  const text::Measure measure{text::natural_width(shaped, paragraph) + Length::pt(1)};
  auto lines =
      text::set_lines(shaped, paragraph, {{.begin = 0, .end = end}}, measure, context.fonts);
  return std::move(lines.front());
}

struct InkEnds {
  Length left;
  Length right;
};

/// From the first mark of ink to the last.
InkEnds ink_ends(const text::Line& line, const font::FontBook& fonts) {
  InkEnds ink{line.left + line.width, line.left};
  for (const display::Item& item : line.items) {
    const auto* run = display::text_of(item);
    if (run == nullptr) continue;
    for (const display::Glyph& glyph : run->glyphs) {
      const auto box = fonts.face(run->font).ink_box(glyph.id);
      if (!box) continue;
      const Length x = run->origin.x + glyph.x;
      ink.left = std::min(ink.left, x + run->size * box->left.pt());
      ink.right = std::max(ink.right, x + run->size * box->right().pt());
    }
  }
  return ink;
}

void take_items(text::Line& line, Point by, Initial& into) {
  for (display::Item& item : line.items) {
    display::move_item(item, by);
    into.items.push_back(std::move(item));
  }
}

}  // namespace

std::optional<PartedParagraph> part_initial(const text::Paragraph& paragraph) {
  if (!paragraph.style->drop_cap || paragraph.inlines.empty()) return std::nullopt;
  const auto* run = std::get_if<text::Run>(&paragraph.inlines.front());
  if (run == nullptr) return std::nullopt;
  const std::string& text = run->text;
  const std::size_t begin = end_of_marks(text);
  std::size_t end = end_of_letters(text, begin, paragraph.style->drop_cap->letters);
  if (end == begin) return std::nullopt;
  PartedParagraph parted{text.substr(0, begin), text.substr(begin, end - begin), run->span,
                         run->part, paragraph};
  // A letter that is a word keeps its space, so that copied words do not run together.
  for (std::size_t next = end; next < text.size();) {
    const char32_t c = next_code_point(text, next);
    if (!is_space(c) || c == U'\u2028') break;
    parted.initial += ' ';
    end = next;
  }
  std::get<text::Run>(parted.rest.inlines.front()).text.erase(0, end);
  parted.rest.style.edit().indent_first = Length();
  parted.rest.style.edit().orphans =
      std::max(parted.rest.style->orphans, paragraph.style->drop_cap->lines);
  return parted;
}

std::optional<Initial> set_initial(const PartedParagraph& parted, const text::ParagraphStyle& style,
                                   Context context) {
  const text::DropCap& drop_cap = *style.drop_cap;
  if (drop_cap.style->fonts.empty() || style.text->fonts.empty()) return std::nullopt;
  const auto cap_height = [&](const text::CharacterStyle& of) {
    return context.fonts.face(of.fonts.front()).metrics().cap_height;
  };
  if (!(cap_height(drop_cap.style) > 0)) return std::nullopt;
  Initial initial;
  initial.text = parted.initial;
  initial.depth = drop_cap.pitch * (drop_cap.lines - 1);
  text::CharacterStyle look = drop_cap.style;
  look.size = (initial.depth + style.text->size * cap_height(style.text)) / cap_height(look);
  look.baseline_shift = Length();
  text::Line line = set_on_one_line(parted.initial, look, parted.span, context);
  const InkEnds ink = ink_ends(line, context.fonts);
  initial.width = std::max(ink.right - ink.left, Length());
  if (!parted.quote.empty()) {
    text::Line quote = set_on_one_line(parted.quote, style.text, parted.span, context);
    const Length right = -(style.text->size * kQuoteGap);
    take_items(quote, {right - ink_ends(quote, context.fonts).right, {}}, initial);
    initial.text = parted.quote + initial.text;
  }
  take_items(line, {-ink.left, initial.depth}, initial);
  return initial;
}

}  // namespace handbill::layout
