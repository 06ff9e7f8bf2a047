// SPDX-License-Identifier: MIT
#include "press/edition_pages.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "display/item_kinds.h"
#include "display/move_item.h"
#include "picture/other_space.h"
#include "press/backdrop.h"
#include "press/greys.h"
#include "press/light_ink.h"
#include "press/office_edges.h"
#include "press/panel_pages.h"
#include "press/slug.h"

namespace handbill::press {
namespace {

constexpr Length kDraftWords = Length::pt(7);
constexpr Length kAroundDraft = Length::pt(2);
/// From the edge of a page on a screen.
constexpr Length kFromEdge = Length::pt(6);

Length end_of(const display::GlyphRun& run) {
  Length end = run.origin.x;
  for (const display::Glyph& glyph : run.glyphs) {
    end = std::max(end, run.origin.x + glyph.x + glyph.advance);
  }
  return end;
}

std::optional<Rect> seen_box(const display::Item& item) {
  const auto* run = display::text_of(item);
  if (run == nullptr) return item.structure ? painted_box(item) : std::nullopt;
  return Rect::from_edges(run->origin.x, run->origin.y - run->size, end_of(*run),
                          run->origin.y + run->size * 0.25);
}

/// The first place at the foot or the head of the page, left, in the middle or right, where nothing
/// is read; the first of all if there is none.
Rect free_place(const display::Page& page, Size size, Length from_edge) {
  const Length right = page.trim.width - from_edge - size.width;
  const Length bottom = page.trim.height - from_edge - size.height;
  std::vector<Rect> places;
  for (const Length y : {bottom, from_edge}) {
    for (const Length x : {from_edge, (from_edge + right) / 2, right}) {
      places.push_back({x, y, size.width, size.height});
    }
  }
  const auto is_free = [&](const Rect& place) {
    return std::ranges::none_of(page.items, [&](const display::Item& item) {
      const auto box = seen_box(item);
      return box && box->intersects(place);
    });
  };
  const auto found = std::ranges::find_if(places, is_free);
  return found == places.end() ? places.front() : *found;
}

/// Words on white, aside of what is read.
void add_draft(const document::Document& document, Length from_edge, display::Page& page,
               const font::FontBook& fonts, diag::Diagnostics& diags) {
  std::string words = "DRAFT";
  if (!document.metadata.date.empty()) words += " \u00B7 " + document.metadata.date;
  const EditionFacts& edition = facts_of(document.edition);
  const bool is_reflowed = edition.form == EditionForm::Reflowed;
  const Length size = is_reflowed ? edition.smallest : kDraftWords;
  const Slug slug({{words, size}}, document.slug_style, page.trim.width, fonts, diags);
  display::Page set;
  slug.add_to(set, {});
  // From right to left the line begins at the end of its measure.
  Length left = page.trim.width, right;
  for (display::Item& item : set.items) {
    auto* run = display::text_of(item);
    run->color = color::Color::black();
    left = std::min(left, run->origin.x);
    right = std::max(right, end_of(*run));
  }
  const Rect place = free_place(
      page, {right - left + kAroundDraft * 2, slug.height() + kAroundDraft * 2}, from_edge);
  page.items.push_back(
      {.content = display::Shape{.path = Path::rect(place), .fill = color::Color::paper()}});
  for (display::Item& item : set.items) {
    display::move_item(item, place.origin() + Point{kAroundDraft - left, kAroundDraft});
    page.items.push_back(std::move(item));
  }
}

}  // namespace

display::PageList in_edition_colors(const document::Document& document, display::PageList pages,
                                    const color::Preview& press, diag::Diagnostics& diags) {
  if (document.office) {
    if (document.office->ink == document::Office::Ink::Light) {
      pages = in_light_ink(std::move(pages), press);
    }
    if (document.office->colors == document::Office::Colors::Greys) {
      pages = in_greys(std::move(pages), press, diags);
    }
  }
  if (document.screen) {
    for (auto& picture : pages.pictures) picture = picture::as_srgb(std::move(picture), press);
  }
  return pages;
}

display::PageList as_edition(const document::Document& document, display::PageList pages,
                             const font::FontBook& fonts, diag::Diagnostics& diags) {
  if (document.screen && document.screen->pages == document::Screen::Pages::Panels) {
    pages = panel_pages(document, std::move(pages));
  }
  pages = keep_edges_free(document, std::move(pages), diags);
  if (!document.draft) return pages;
  const Length from_edge = document.office ? document.office->edge : kFromEdge;
  for (display::Page& page : pages.pages) add_draft(document, from_edge, page, fonts, diags);
  return pages;
}

}  // namespace handbill::press
