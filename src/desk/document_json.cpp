// SPDX-License-Identifier: MIT
#include "desk/document_json.h"

#include "diag/json_text.h"
#include "display/painted_box.h"

namespace handbill::desk {

std::string_view word_of(Shelf shelf) {
  switch (shelf) {
    case Shelf::Brochures:
      return "brochures";
    case Shelf::Sheets:
      return "sheets";
    case Shelf::Signs:
      return "signs";
  }
  return "";
}

/// What is folded is shown as it lies before a reader: its cover alone. Null: it has none.
Json cover_json(const View& view) {
  const auto cover = view.drawn ? cover_of(*view.drawn) : std::nullopt;
  if (!cover) return nullptr;
  return {{"left", diag::json_points(cover->left)}, {"width", diag::json_points(cover->width)}};
}

Json sizes_of(const View& view) {
  Json pages = Json::array();
  if (!view.drawn) return pages;
  for (const display::Page& page : view.drawn->pages->pages) {
    const Rect shown = display::shown_area(page);
    pages.push_back({{"name", page.name},
                     {"width", diag::json_points(page.trim.width)},
                     {"height", diag::json_points(page.trim.height)},
                     {"left", diag::json_points(-shown.left)},
                     {"top", diag::json_points(-shown.top)},
                     {"sheetWidth", diag::json_points(shown.width)},
                     {"sheetHeight", diag::json_points(shown.height)}});
  }
  return pages;
}

}  // namespace handbill::desk
