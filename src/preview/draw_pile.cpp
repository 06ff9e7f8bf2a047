// SPDX-License-Identifier: MIT
#include "preview/draw_pile.h"

#include <algorithm>
#include <vector>

namespace handbill::preview {
namespace {

constexpr Length kThickness = Length::pt(1);  // far more than paper has, to be seen
constexpr int kShadowRings = 10;
constexpr Length kShadowReach = Length::pt(9);
constexpr Length kShadowDrop = Length::pt(2.5);
constexpr double kRingOpacity = 0.014;
constexpr int kShadeStrips = 24;
constexpr double kStripOpacity = 0.006;

display::Shape filled(Path path, const color::Color& color, double opacity = 1) {
  return {.path = std::move(path), .fill = color, .opacity = opacity};
}

display::Stroke edge() {
  return {.color = color::Color::process({0, 0, 0, 0.4}), .width = Length::pt(0.3)};
}

Matrix lifted(const Matrix& map, int level) {
  return map.then(Matrix::translate({kThickness * -level, kThickness * -level}));
}

}  // namespace

display::Page as_paper(display::Page page) {
  std::erase_if(page.items, [](const display::Item& item) {
    return item.step != display::ProcessingStep::None;
  });
  page.items.insert(
      page.items.begin(),
      {.content = display::Shape{.path = Path::rect({{}, {}, page.trim.width, page.trim.height}),
                                 .fill = color::Color::paper()}});
  return page;
}

void paint_ground(Canvas& canvas, Size size) {
  canvas.paint(filled(Path::rect({{}, {}, size.width, size.height}),
                      color::Color::process({0.02, 0.02, 0.04, 0.06})));
}

void paint_shadow(Canvas& canvas, const Rect& box, const Matrix& map) {
  const Matrix dropped = map.then(Matrix::translate({{}, kShadowDrop}));
  for (int ring = 1; ring <= kShadowRings; ++ring) {
    const Length reach = kShadowReach * (static_cast<double>(ring) / kShadowRings);
    canvas.paint(filled(Path::rounded_rect(box.outset(reach), reach).transformed(dropped),
                        color::Color::black(), kRingOpacity));
  }
}

void paint_shade(Canvas& canvas, Length from, Length to, Length height, const Matrix& map) {
  for (int strip = 1; strip <= kShadeStrips; ++strip) {
    const Length reach = (to - from) * (static_cast<double>(strip) / kShadeStrips);
    const Rect box =
        Rect::from_edges(std::min(from, from + reach), {}, std::max(from, from + reach), height);
    canvas.paint(filled(Path::rect(box).transformed(map), color::Color::black(), kStripOpacity));
  }
}

void draw_pile(Canvas& canvas, const Pile& pile, const Printed& sheet,
               const std::vector<Matrix>& maps) {
  const std::vector<int> level = levels(pile);
  const int top = *std::ranges::max_element(level);
  const auto box = [&](std::size_t i) {
    return Rect{pile[i].left, {}, pile[i].width, sheet.trim.height};
  };
  for (int each = 0; each <= top; ++each) {
    // All shadows of a level first: neighbours cast none on each other.
    for (std::size_t i = 0; i < pile.size(); ++i) {
      if (level[i] == each) paint_shadow(canvas, box(i), lifted(maps[i], each));
    }
    for (std::size_t i = 0; i < pile.size(); ++i) {
      if (level[i] != each) continue;
      const Matrix map = lifted(maps[i], each);
      const auto face = static_cast<std::size_t>(pile[i].face);
      const Length on_page = sheet.panels[face][pile[i].panel];
      const Path outline = Path::rect(box(i)).transformed(map);
      // What looks out below its edges is paper, not what is printed on the layers under it.
      for (int below = 0; below < each; ++below) {
        canvas.paint({.path = Path::rect(box(i)).transformed(lifted(maps[i], below)),
                      .fill = color::Color::process({0.02, 0.02, 0.03, 0.04}),
                      .stroke = edge()});
      }
      canvas.place(sheet.forms[face], Matrix::translate({pile[i].left - on_page, {}}).then(map),
                   outline);
      canvas.paint({.path = outline, .stroke = edge()});
    }
  }
}

}  // namespace handbill::preview
