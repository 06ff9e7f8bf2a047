// SPDX-License-Identifier: MIT
#include "pdf/destinations.h"

#include <utility>

#include "base/check.h"
#include "base/number.h"
#include "base/overload.h"
#include "pdf/flip.h"
#include "pdf/syntax.h"

namespace handbill::pdf {
namespace {

/// Of letters about their ascenders.
Length top_of(const display::Item& item) {
  return std::visit(Overload{[](const display::GlyphRun& run) { return run.origin.y - run.size; },
                             [](const display::Shape& shape) {
                               const auto box = shape.path.bounds();
                               return box ? box->top : Length();
                             },
                             [](const display::PlacedPicture& placed) { return placed.box.top; }},
                    item.content);
}

}  // namespace

Destinations::Destinations(const display::PageList& pages, std::vector<ObjectRef> objects)
    : pages_(pages), objects_(std::move(objects)), spots_(pages.structure.size()) {
  HANDBILL_CHECK(objects_.size() == pages.pages.size(), "each page is an object");
  for (std::size_t page = 0; page < pages.pages.size(); ++page) find_spots(page);
}

/// What stands in a node is a part of it.
void Destinations::find_spots(std::size_t index) {
  const display::Page& page = pages_.pages[index];
  for (const display::Item& item : page.items) {
    if (!item.structure) continue;
    const Spot spot{index, Flip(page).y(top_of(item))};
    for (std::size_t node = item.structure->index(); node > 0 && !spots_.at(node);) {
      spots_[node] = spot;
      node = pages_.structure[node].parent.index();
    }
  }
}

std::string Destinations::to(display::StructId structure) const {
  const auto& spot = spots_.at(structure.index());
  if (!spot) return {};
  std::string text = "[";
  append_reference(text, objects_[spot->page].number);
  text += "/XYZ null ";
  append_number(text, spot->top.pt(), 2);
  return text + " null]";
}

std::string Destinations::to(const display::Destination& place) const {
  if (place.structure) return to(*place.structure);
  if (place.page >= objects_.size()) return {};
  std::string text = "[";
  append_reference(text, objects_[place.page].number);
  return text + "/Fit]";
}

}  // namespace handbill::pdf
