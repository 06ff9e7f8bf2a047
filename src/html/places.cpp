// SPDX-License-Identifier: MIT
#include "html/places.h"

#include <algorithm>

#include "check/ground.h"
#include "display/item_kinds.h"
#include "plates/from_pages.h"

namespace handbill::html {
namespace {

/// About where its letters are.
Rect box_of(const display::GlyphRun& run) {
  Length right = run.origin.x;
  for (const display::Glyph& each : run.glyphs) {
    right = std::max(right, run.origin.x + each.x + each.advance);
  }
  return {run.origin.x, run.origin.y - run.size * 0.7, right - run.origin.x, run.size * 0.8};
}

class Finder {
 public:
  Finder(const document::Document& document, const display::PageList& pages,
         const font::FontBook& fonts, const color::Preview& press)
      : document_(document),
        pages_(pages),
        press_(press),
        drawings_(plates::drawings(pages, fonts)) {
    for (std::size_t i = 0; i < pages.pages.size(); ++i) grounds_.emplace_back(drawings_, pages, i);
  }

  /// On what its first words stand; nothing: it has none.
  std::optional<Place> ground_of(const words::Flow& flow) const {
    const auto& items = pages_.pages.at(flow.side).items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const display::GlyphRun* run = display::text_of(items[i]);
      if (run == nullptr || items[i].frame.index() != flow.frame) continue;
      // Their ends may hang over the edge.
      const Rect area = box_of(*run);
      const Point at{area.left + area.width / 2, area.top + area.height / 2};
      Place place;
      place.band = color_at(flow.side, at, i);
      const auto box = box_below(flow, at, i);
      if (!box) return place;
      const svg::ScreenColor round_it = color_at(flow.side, at, *box);
      if (round_it != place.band) place.box = std::exchange(place.band, round_it);
      return place;
    }
    return std::nullopt;
  }

  void set_area(const words::Flow& flow, Place& place) const {
    const display::Page& page = pages_.pages.at(flow.side);
    std::optional<Rect> area;
    const auto add = [&](const display::Item& item, const Rect& box) {
      // What has no place in the reading order adorns: rules, lines, what has no frame.
      if (!item.structure || item.frame.index() != flow.frame) return;
      area = area ? area->united(box) : box;
    };
    for (const plates::Object& each : drawings_.pages.at(flow.side).objects) {
      add(page.items.at(each.item), each.bounds);
    }
    for (const display::Item& each : page.items) {
      if (const display::GlyphRun* run = display::text_of(each)) add(each, box_of(*run));
    }
    if (!area) return;
    const Length near = Length::pt(2);
    place.bleed = {area->left<near, area->right()> page.trim.width - near,
                   area->top<near, area->bottom()> page.trim.height - near};
    const auto within = [](Length at, Length most) { return std::clamp(at, Length(), most); };
    place.area = Rect::from_edges(
        within(area->left, page.trim.width), within(area->top, page.trim.height),
        within(area->right(), page.trim.width), within(area->bottom(), page.trim.height));
  }

 private:
  /// Of a picture nobody knows what words on it would stand on elsewhere.
  svg::ScreenColor color_at(std::size_t page, Point at, std::size_t end) const {
    const check::InkAt ink = grounds_.at(page).ink_at(at, end);
    if (ink.picture) return svg::kPaper;
    return svg::to_screen(
        press_.to_rgb(color::Color::process(check::as_cmyk(ink.amounts, drawings_.inks))));
  }

  /// The item that is uppermost there, if it is clearly narrower than a panel.
  std::optional<std::size_t> box_below(const words::Flow& flow, Point at, std::size_t end) const {
    constexpr double kNarrow = 0.7;
    const check::Ground& ground = grounds_.at(flow.side);
    const std::size_t panels =
        std::max<std::size_t>(document_.sides.at(flow.side).panels.size(), 1);
    const Length panel = pages_.pages.at(flow.side).trim.width / static_cast<double>(panels);
    const Rect spot{at.x, at.y, {}, {}};
    std::optional<std::size_t> box;
    for (const std::size_t thing : ground.near(spot)) {
      const plates::Object& object = ground.object(thing);
      if (object.item >= end || object.kind != plates::Kind::Fill || !ground.paints(thing, at))
        continue;
      box = object.bounds.width < panel * kNarrow ? std::optional(object.item) : std::nullopt;
    }
    return box;
  }

  const document::Document& document_;
  const display::PageList& pages_;
  const color::Preview& press_;
  plates::Print drawings_;
  std::vector<check::Ground> grounds_;
};

}  // namespace

std::vector<Place> places(const document::Document& document, const words::Words& words,
                          const display::PageList& pages, const font::FontBook& fonts,
                          const color::Preview& press) {
  const Finder finder(document, pages, fonts, press);
  std::vector<Place> result(words.flows.size());
  for (const words::Part& part : words.parts) {
    std::optional<svg::ScreenColor> before;
    std::vector<std::size_t> waiting;  // for the first that has words
    for (std::size_t i = part.flows.begin; i < part.flows.end; ++i) {
      if (const auto found = finder.ground_of(words.flows[i])) {
        result[i] = *found;
        before = found->band;
        for (const std::size_t each : waiting) result[each].band = found->band;
        waiting.clear();
      } else if (before) {
        result[i].band = *before;
      } else {
        waiting.push_back(i);
      }
      finder.set_area(words.flows[i], result[i]);
    }
  }
  return result;
}

}  // namespace handbill::html
