// SPDX-License-Identifier: MIT
#include "press/marks.h"

#include <algorithm>
#include <utility>

#include "press/fold_lines.h"
#include "text/break_lines.h"
#include "text/shape.h"

namespace handbill::press {
namespace {

constexpr Length kFoldDash = Length::pt(3);
constexpr Length kScoreDot = Length::pt(0.75);
/// Paper left round marks and slug.
constexpr Length kMargin = Length::mm(1);
constexpr Length kDraftSize = Length::pt(16);

/// Marks clear the bleed.
Length mark_offset(const document::Sheet& sheet) {
  return std::max(sheet.bleed, sheet.marks.offset);
}

bool has_lines(const document::Marks& marks) { return marks.crop || marks.fold; }

/// Cuts are solid, folds dashed, scores dotted.
enum class Line { Solid, Dashed, Dotted };

/// The lines round one page.
class PageMarks {
 public:
  PageMarks(const document::Sheet& sheet, display::Page& page, display::StructId structure)
      : marks_(sheet.marks),
        fold_(sheet.scored ? Line::Dotted : Line::Dashed),
        page_(page),
        structure_(structure),
        near_(mark_offset(sheet)) {}

  void add(const document::Side& side) {
    if (!has_lines(marks_)) return;
    if (marks_.crop) {
      add_horizontal({});
      add_horizontal(page_.trim.height);
      add_vertical({}, Line::Solid);
      add_vertical(page_.trim.width, Line::Solid);
    }
    if (marks_.fold) {
      for (const document::Fold& fold : side.folds) add_vertical(fold.x, fold_);
    }
    const Rect trim{{}, {}, page_.trim.width, page_.trim.height};
    page_.media = page_.media.united(trim.outset(near_ + marks_.length + kMargin));
  }

 private:
  void add_line(Point from, Point to, Line line) {
    display::Stroke stroke{.color = color::Color::registration(), .width = marks_.width};
    if (line == Line::Dashed) stroke.dash = {kFoldDash, kFoldDash};
    if (line == Line::Dotted) stroke.dash = {kScoreDot, kScoreDot * 2};
    display::Shape shape{.path = Path::segment(from, to), .stroke = std::move(stroke)};
    page_.items.push_back({.content = std::move(shape), .structure = structure_});
  }

  /// Two marks in line with the vertical at `x`, above and below the page.
  void add_vertical(Length x, Line line) {
    const Length end = near_ + marks_.length, bottom = page_.trim.height;
    add_line({x, -end}, {x, -near_}, line);
    add_line({x, bottom + near_}, {x, bottom + end}, line);
  }

  void add_horizontal(Length y) {
    const Length end = near_ + marks_.length, right = page_.trim.width;
    add_line({-end, y}, {-near_, y}, Line::Solid);
    add_line({right + near_, y}, {right + end, y}, Line::Solid);
  }

  const document::Marks& marks_;
  Line fold_;
  display::Page& page_;
  display::StructId structure_;
  Length near_;  ///< from the trim to the near end of a mark
};

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
  if (!document.draft && !document.sheet.marks.slug) return slug;
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
    top_ = mark_offset(document.sheet) +
           (has_lines(document.sheet.marks) ? document.sheet.marks.length : Length());
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
  if (!document.sheet.marks.any() && !document.draft) return pages;
  const display::StructId structure = artifact_node(pages);
  const Slug slug(document, fonts, diags);
  for (std::size_t i = 0; i < pages.pages.size() && i < document.sides.size(); ++i) {
    PageMarks(document.sheet, pages.pages[i], structure).add(document.sides[i]);
    slug.add_to(pages.pages[i], structure);
    add_fold_lines(document, document.sides[i], pages.pages[i], structure);
  }
  return pages;
}

}  // namespace handbill::press
