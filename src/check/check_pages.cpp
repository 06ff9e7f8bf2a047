// SPDX-License-Identifier: MIT
#include "check/check_pages.h"

#include "base/check.h"
#include "check/color_alone.h"
#include "check/content_place.h"
#include "check/contrast.h"
#include "check/ink_edges.h"
#include "check/safe_area.h"
#include "check/text_overlap.h"

namespace handbill::check {

void check_pages(const document::Document& document, const display::PageList& pages,
                 const CheckInputs& in, diag::Diagnostics& diags) {
  HANDBILL_CHECK(pages.pages.size() == document.sides.size(), "each side is a page");
  GlyphOutlines outlines(in.fonts);
  diag::Diagnostics found;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const Ground ground(in.drawings, pages, i);
    const PageView view{document.sheet, document.sides[i], pages.pages[i], in.fonts, in.screen,
                        pages,          in.drawings,       ground,         i + 1};
    if (in.safe_area == SafeArea::Check) check_safe_area(view, found);
    const auto told = check_ink_edges(view, outlines, found);
    check_text_overlap(view, outlines, told, found);
    check_contrast(view, told, found);
  }
  check_color_alone(document, in.screen, found);
  for (const diag::Diagnostic& each : found.list()) diags.add(at_content(document, each));
}

}  // namespace handbill::check
