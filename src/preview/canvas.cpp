// SPDX-License-Identifier: MIT
#include "preview/canvas.h"

#include <utility>

#include "display/item_kinds.h"
#include "text/break_lines.h"
#include "text/shape.h"

namespace handbill::preview {
namespace {

constexpr Length kMeasure = Length::pt(2000);  // wider than any picture

text::Paragraph label(const text::CharacterStyle& style, std::string text, Length size,
                      Canvas::Anchor anchor, const color::Color& color) {
  text::Paragraph paragraph;
  paragraph.style.edit().text = style;
  paragraph.style.edit().text.edit().size = size;
  paragraph.style.edit().text.edit().color = color;
  paragraph.style.edit().text.edit().language = "en";
  if (anchor == Canvas::Anchor::Middle) paragraph.style.edit().align = text::Align::Center;
  paragraph.style.edit().optical_margins = 0;
  paragraph.role = display::Role::Artifact;
  paragraph.inlines.push_back(text::Run{std::move(text), paragraph.style->text});
  return paragraph;
}

}  // namespace

void Canvas::close_layer() {
  if (layer_.empty()) return;
  placed_.push_back({.form = list_.forms.size()});
  display::Page& form = list_.forms.emplace_back();
  form.name = "layer";
  form.items = std::exchange(layer_, {});
}

void Canvas::place(std::size_t form, const Matrix& map, Path clip) {
  close_layer();
  placed_.push_back({form, map, std::move(clip)});
}

void Canvas::paint(display::Shape shape) { layer_.push_back({.content = std::move(shape)}); }

void Canvas::write(std::string text, Length size, Point at, Anchor anchor,
                   const color::Color& color) {
  if (style_.fonts.empty() || text.empty()) return;
  const text::Paragraph paragraph = label(style_, std::move(text), size, anchor, color);
  // A name that the font can't show is shown with gaps: it is the layout's, not the document's.
  diag::Diagnostics ignored;
  const text::ShapedParagraph shaped = text::shape(paragraph, fonts_, ignored);
  const text::Measure measure{kMeasure};
  const auto breaks = text::break_lines(shaped, paragraph, measure, fonts_);
  auto lines = text::set_lines(shaped, paragraph, breaks, measure, fonts_);
  const Point origin = at - Point{anchor == Anchor::Middle ? kMeasure / 2 : Length(), {}};
  for (display::Item& item : lines.front().items) {
    auto* run = display::text_of(item);
    if (run == nullptr) continue;
    run->origin = run->origin + origin;
    layer_.push_back(std::move(item));
  }
}

display::Page Canvas::finish(std::string name, Size size) {
  close_layer();
  display::Page page;
  page.name = std::move(name);
  page.trim = size;
  page.bleed = page.media = {{}, {}, size.width, size.height};
  page.placed = std::exchange(placed_, {});
  return page;
}

}  // namespace handbill::preview
