// SPDX-License-Identifier: MIT
#include "press/panel_pages.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "display/item_kinds.h"
#include "display/move_item.h"
#include "document/reading_order.h"
#include "press/backdrop.h"

namespace handbill::press {
namespace {

/// What comes no farther over a fold is not parted by it.
constexpr Length kOver = Length::pt(0.5);

/// Panels that make one page, from the left.
struct Group {
  std::size_t first = 0, last = 0;
  Rect box;

  bool has(std::size_t panel) const { return first <= panel && panel <= last; }
};

/// The box of an item, type by the room its letters take.
std::optional<Rect> box_of(const display::Item& item) {
  if (const auto* run = display::text_of(item)) {
    Length end = run->origin.x;
    for (const display::Glyph& glyph : run->glyphs) {
      end = std::max(end, run->origin.x + glyph.x + glyph.advance);
    }
    return Rect::from_edges(run->origin.x, run->origin.y - run->size, end,
                            run->origin.y + run->size * 0.25);
  }
  return painted_box(item);
}

bool goes_over(const Rect& box, Length fold) {
  return box.left < fold - kOver && fold + kOver < box.right();
}

/// None: the side is not folded, or read as one.
std::vector<Group> groups_of(const document::Side& side, const display::Page& page) {
  if (side.is_spread) return {};
  std::vector<Group> groups;
  for (std::size_t i = 0; i < side.panels.size(); ++i) {
    const Rect& box = side.panels[i].box;
    const bool is_joined = i > 0 && std::ranges::any_of(page.items, [&](const display::Item& item) {
                             const auto own = item.structure ? box_of(item) : std::nullopt;
                             return own && goes_over(*own, box.left);
                           });
    if (is_joined) {
      groups.back().last = i;
      groups.back().box = groups.back().box.united(box);
    } else {
      groups.push_back({i, i, box});
    }
  }
  return groups;
}

Point middle(const Rect& box) { return {box.left + box.width / 2, box.top + box.height / 2}; }

bool holds(const Group& group, Point at) {
  return group.box.left <= at.x && at.x < group.box.right();
}

display::Page page_of(const Group& group, const document::Side& side, const display::Page& from) {
  display::Page page;
  page.name = side.panels[group.first].name;
  page.trim = group.box.size();
  page.bleed = page.media = Rect{{}, {}, page.trim.width, page.trim.height};
  const Point by{-group.box.left, -group.box.top};
  for (const display::Item& each : from.items) {
    const auto box = box_of(each);
    if (!box || !group.box.intersects(*box)) continue;
    display::Item item = each;
    // What is read stands on one page; of others it is seen at most.
    if (item.structure && !holds(group, middle(*box))) item.structure.reset();
    display::move_item(item, by);
    page.items.push_back(std::move(item));
  }
  for (const display::Link& each : from.links) {
    if (!holds(group, middle(each.box))) continue;
    page.links.push_back(each);
    page.links.back().box = each.box.moved(by);
  }
  return page;
}

/// A group of panels of a side.
struct Place {
  std::size_t side = 0, group = 0;
  bool operator==(const Place&) const = default;
};

}  // namespace

display::PageList panel_pages(const document::Document& document, display::PageList pages) {
  std::vector<std::vector<Group>> groups;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    groups.push_back(groups_of(document.sides.at(i), pages.pages[i]));
  }
  std::vector<Place> order;
  for (const document::ReadingStop& stop : document::reading_order(document)) {
    const auto& of_side = groups.at(stop.side);
    if (of_side.empty()) {
      const Place whole{stop.side, 0};
      if (std::ranges::find(order, whole) == order.end()) order.push_back(whole);
    }
    if (!stop.panel) continue;
    for (std::size_t i = 0; i < of_side.size(); ++i) {
      const Place place{stop.side, i};
      if (!of_side[i].has(*stop.panel)) continue;
      if (std::ranges::find(order, place) == order.end()) order.push_back(place);
    }
  }
  std::vector<display::Page> made;
  for (const Place& place : order) {
    const display::Page& from = pages.pages.at(place.side);
    const auto& of_side = groups.at(place.side);
    made.push_back(
        of_side.empty() ? from : page_of(of_side[place.group], document.sides[place.side], from));
  }
  for (display::Page& page : made) {
    for (display::Link& link : page.links) {
      if (!link.to) continue;
      const auto first = std::ranges::find(order, link.to->page, &Place::side);
      link.to->page = static_cast<std::size_t>(first - order.begin());
    }
  }
  pages.pages = std::move(made);
  return pages;
}

}  // namespace handbill::press
