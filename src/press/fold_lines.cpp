// SPDX-License-Identifier: MIT
#include "press/fold_lines.h"

#include <utility>

namespace handbill::press {

void add_fold_lines(const document::Document& document, const document::Side& side,
                    display::Page& page) {
  const document::Marks& marks = document.sheet.marks;
  if (!document.shop || !document.shop->processing_steps || !marks.fold) return;
  using display::ProcessingStep;
  const ProcessingStep step =
      document.sheet.scored ? ProcessingStep::Creasing : ProcessingStep::Folding;
  for (const document::Fold& fold : side.folds) {
    display::Shape line{.path = Path::segment({fold.x, {}}, {fold.x, page.trim.height})};
    line.stroke = display::Stroke{.color = color::Color::registration(), .width = marks.width};
    page.items.push_back({.content = std::move(line), .step = step});
  }
}

}  // namespace handbill::press
