// SPDX-License-Identifier: MIT
#include "press/mark_places.h"

#include <algorithm>

#include "press/impose.h"

namespace handbill::press {
namespace {

void sort_once(std::vector<Length>& places) {
  std::sort(places.begin(), places.end());
  const auto is_same = [](Length a, Length b) { return b - a < kTolerance; };
  places.erase(std::unique(places.begin(), places.end(), is_same), places.end());
}

void add_folds(const std::vector<document::Fold>& folds, const Matrix& map, Length height,
               MarkPlaces& places) {
  for (const document::Fold& fold : folds) {
    const Point top = map.apply({fold.x, {}}), bottom = map.apply({fold.x, height});
    const Length lean = bottom.x - top.x;
    if (lean < kTolerance && -lean < kTolerance) {
      places.folds_across.push_back(top.x);
    } else {
      places.folds_down.push_back(top.y);
    }
  }
}

}  // namespace

MarkPlaces mark_places(const display::PageList& pages, std::size_t index,
                       const std::vector<document::Side>& sides) {
  const display::Page& page = pages.pages.at(index);
  MarkPlaces places;
  // A stack of sheets is cut as a whole: where a place is empty, too.
  places.cuts_across = {{}, page.trim.width};
  places.cuts_down = {{}, page.trim.height};
  if (page.placed.empty()) {
    if (index < sides.size()) add_folds(sides[index].folds, {}, page.trim.height, places);
    return places;
  }
  for (const display::PlacedPage& each : page.placed) {
    const Rect trim = placed_trim(pages, each);
    places.cuts_across.insert(places.cuts_across.end(), {trim.left, trim.right()});
    places.cuts_down.insert(places.cuts_down.end(), {trim.top, trim.bottom()});
    if (each.form >= sides.size()) continue;
    add_folds(sides[each.form].folds, each.map, pages.forms[each.form].trim.height, places);
  }
  for (auto* list :
       {&places.cuts_across, &places.cuts_down, &places.folds_across, &places.folds_down}) {
    sort_once(*list);
  }
  return places;
}

}  // namespace handbill::press
