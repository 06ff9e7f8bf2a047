// SPDX-License-Identifier: MIT
#include "press/marks.h"

#include <algorithm>
#include <utility>

#include "text/break_lines.h"
#include "text/shape.h"

namespace handbill::press {
namespace {

// Shop pages read for rules 1.3: marks clear the bleed and stand at least an eighth of an inch off.
constexpr Length kMarkLength = Length::mm(5);
constexpr Length kLeastOffset = Length::mm(3.175);
constexpr Length kMarkWidth = Length::pt(0.25);
constexpr Length kFoldDash = Length::pt(3);
/// Paper left round marks and slug.
constexpr Length kMargin = Length::mm(1);
constexpr Length kDraftSize = Length::pt(16);

Length mark_offset(const document::Sheet& sheet) { return std::max(sheet.bleed, kLeastOffset); }

enum class Line { Solid, Dashed };

display::Item mark(Point from, Point to, Line line, display::StructId structure) {
  display::Stroke stroke{.color = color::Color::registration(), .width = kMarkWidth};
  if (line == Line::Dashed) stroke.dash = {kFoldDash, kFoldDash};
  display::Shape shape{.path = Path::segment(from, to), .stroke = std::move(stroke)};
  return {.content = std::move(shape), .structure = structure};
}

/// Two marks in line with the vertical at `x`, above and below the page.
void add_vertical_marks(display::Page& page, Length x, Length offset, Line line,
                        display::StructId structure) {
  const Length end = offset + kMarkLength, bottom = page.trim.height;
  page.items.push_back(mark({x, -end}, {x, -offset}, line, structure));
  page.items.push_back(mark({x, bottom + offset}, {x, bottom + end}, line, structure));
}

void add_horizontal_marks(display::Page& page, Length y, Length offset,
                          display::StructId structure) {
  const Length end = offset + kMarkLength, right = page.trim.width;
  page.items.push_back(mark({-end, y}, {-offset, y}, Line::Solid, structure));
  page.items.push_back(mark({right + offset, y}, {right + end, y}, Line::Solid, structure));
}

/// A draft that asks for no marks has a slug line only.
void add_page_marks(const document::Document& document, const document::Side& side,
                    display::Page& page, display::StructId structure) {
  if (!document.sheet.marks) return;
  const Length offset = mark_offset(document.sheet);
  add_horizontal_marks(page, {}, offset, structure);
  add_horizontal_marks(page, page.trim.height, offset, structure);
  add_vertical_marks(page, {}, offset, Line::Solid, structure);
  add_vertical_marks(page, page.trim.width, offset, Line::Solid, structure);
  for (const document::Fold& fold : side.folds) {
    add_vertical_marks(page, fold.x, offset, Line::Dashed, structure);
  }
  const Rect trim{{}, {}, page.trim.width, page.trim.height};
  page.media = page.media.united(trim.outset(offset + kMarkLength + kMargin));
}

text::Paragraph slug_paragraph(const text::CharacterStyle& style, std::string text, Length size) {
  text::Paragraph paragraph;
  paragraph.style.text = style;
  paragraph.style.text.size = size;
  paragraph.style.leading = size * 1.25;
  paragraph.style.optical_margins = 0;
  paragraph.role = display::Role::Artifact;
  paragraph.inlines.push_back(text::Run{std::move(text), paragraph.style.text});
  return paragraph;
}

std::vector<text::Paragraph> slug_paragraphs(const document::Document& document) {
  std::vector<text::Paragraph> slug;
  const text::CharacterStyle& style = document.slug_style;
  if (style.fonts.empty()) return slug;
  if (document.draft) {
    slug.push_back(slug_paragraph(style, "DRAFT", std::max(style.size * 2, kDraftSize)));
  }
  if (!document.slug.empty()) slug.push_back(slug_paragraph(style, document.slug, style.size));
  return slug;
}

/// The slug stands below the trim and the bottom marks, flush with the left edge of the trim.
class Slug {
 public:
  Slug(const document::Document& document, const font::FontBook& fonts, diag::Diagnostics& diags) {
    for (const text::Paragraph& each : slug_paragraphs(document)) {
      const text::ShapedParagraph shaped = text::shape(each, fonts, diags);
      const text::Measure measure{document.sheet.trim.width};
      const auto breaks = text::break_lines(shaped, each, measure, fonts);
      for (text::Line& line : text::set_lines(shaped, each, breaks, measure, fonts)) {
        height_ += each.style.leading;
        lines_.push_back({height_ - line.descent, std::move(line)});
      }
    }
    top_ = mark_offset(document.sheet) + (document.sheet.marks ? kMarkLength : Length());
  }

  void add_to(display::Page& page, display::StructId structure) const {
    if (lines_.empty()) return;
    const Length top = page.trim.height + top_;
    for (const auto& [baseline, line] : lines_) {
      for (display::Item item : line.items) {
        auto* run = std::get_if<display::GlyphRun>(&item.content);
        if (run == nullptr) continue;
        run->origin = run->origin + Point{{}, top + baseline};
        item.structure = structure;
        page.items.push_back(std::move(item));
      }
    }
    page.media = page.media.united({{}, top, page.trim.width, height_ + kMargin});
  }

 private:
  std::vector<std::pair<Length, text::Line>> lines_;  ///< with their baselines
  Length height_;
  Length top_;  ///< below the trim
};

/// Marks are nothing to read.
display::StructId artifact_node(display::PageList& pages) {
  auto& nodes = pages.structure;
  const auto found = std::ranges::find(nodes, display::Role::Artifact, &display::StructNode::role);
  if (found != nodes.end()) return {static_cast<std::uint32_t>(found - nodes.begin())};
  if (nodes.empty()) nodes.push_back({.role = display::Role::Document, .alt = {}});
  nodes.push_back({.role = display::Role::Artifact, .alt = {}});
  return {static_cast<std::uint32_t>(nodes.size() - 1)};
}

}  // namespace

display::PageList add_marks(const document::Document& document, display::PageList pages,
                            const font::FontBook& fonts, diag::Diagnostics& diags) {
  if (!document.sheet.marks && !document.draft) return pages;
  const display::StructId structure = artifact_node(pages);
  const Slug slug(document, fonts, diags);
  for (std::size_t i = 0; i < pages.pages.size() && i < document.sides.size(); ++i) {
    add_page_marks(document, document.sides[i], pages.pages[i], structure);
    slug.add_to(pages.pages[i], structure);
  }
  return pages;
}

}  // namespace handbill::press
