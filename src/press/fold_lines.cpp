// SPDX-License-Identifier: MIT
#include "press/fold_lines.h"

#include <utility>

namespace handbill::press {

std::vector<Length> fold_places(const document::Side& side) {
  std::vector<Length> places;
  for (const document::Fold& fold : side.folds) places.push_back(fold.x);
  return places;
}

void add_fold_lines(const document::Document& document, const std::vector<Length>& folds,
                    display::Page& page) {
  const document::Marks& marks = document.sheet.marks;
  if (!document.shop || !document.shop->processing_steps || !marks.fold) return;
  using display::ProcessingStep;
  const ProcessingStep step =
      document.sheet.scored ? ProcessingStep::Creasing : ProcessingStep::Folding;
  for (const Length x : folds) {
    display::Shape line{.path = Path::segment({x, {}}, {x, page.trim.height})};
    line.stroke = display::Stroke{.color = color::Color::registration(), .width = marks.width};
    page.items.push_back({.content = std::move(line), .step = step});
  }
}

}  // namespace handbill::press
