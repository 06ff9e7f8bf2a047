// SPDX-License-Identifier: MIT
#include "press/office_edges.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/number.h"
#include "display/cut_item.h"
#include "display/item_kinds.h"
#include "display/move_item.h"
#include "display/scale_item.h"
#include "press/fold_lines.h"

namespace handbill::press {
namespace {

using Edges = document::Office::Edges;

/// Long enough to lay a ruler on, short enough to be no ornament.
constexpr Length kTick = Length::pt(7);
constexpr Length kTickWidth = Length::pt(0.4);
/// White at both sides of a tick, so that it is seen on any ground.
constexpr Length kTickWhite = Length::pt(1.6);

Rect printable(const document::Office& office, Size trim) {
  return Rect{{}, {}, trim.width, trim.height}.inset(Insets::all(office.edge));
}

void pull_in(display::Page& page, double factor) {
  const Point by{page.trim.width * ((1 - factor) / 2), page.trim.height * ((1 - factor) / 2)};
  for (display::Item& item : page.items) {
    display::scale_item(item, factor);
    display::move_item(item, by);
  }
  for (display::Link& link : page.links) {
    link.box = Rect{link.box.left * factor, link.box.top * factor, link.box.width * factor,
                    link.box.height * factor}
                   .moved(by);
  }
}

void add_tick(display::Page& page, Length x, Length from, Length to) {
  for (const bool is_white : {true, false}) {
    display::Shape tick{.path = Path::segment({x, from}, {x, to})};
    tick.stroke = display::Stroke{
        .color = is_white ? color::Color::paper() : color::Color::black(),
        .width = is_white ? kTickWidth + kTickWhite : kTickWidth,
    };
    page.items.push_back({.content = std::move(tick)});
  }
}

/// The smallest type of all pages, the first of it; null: there is none.
const display::Item* smallest_type(const display::PageList& pages) {
  const display::Item* found = nullptr;
  for (const display::Page& page : pages.pages) {
    for (const display::Item& item : page.items) {
      const auto* run = display::text_of(item);
      if (run == nullptr) continue;
      if (found == nullptr || run->size < display::text_of(*found)->size) found = &item;
    }
  }
  return found;
}

void check_type(const display::PageList& pages, double factor, diag::Diagnostics& diags) {
  const display::Item* item = smallest_type(pages);
  const Length least = facts_of(Edition::Office).smallest;
  if (item == nullptr) return;
  const Length before = display::text_of(*item)->size;
  if (fits(least, before * factor) || !fits(least, before)) return;
  diags.warning(diag::DiagnosticId::TypeTooSmall, item->span,
                "type of " + format_number(before.pt(), 1) + " pt is printed at " +
                    format_number(before.pt() * factor, 1) +
                    " pt when the page is pulled in from the edges; the office edition keeps it "
                    "at " +
                    format_number(least.pt(), 0) + " pt or more",
                {"`edges = \"kept-free\"` prints pages as large as they are"});
}

}  // namespace

double pulled_in_by(const document::Office& office, Size trim) {
  if (office.edges != Edges::PulledIn) return 1;
  const Rect inside = printable(office, trim);
  return std::min(inside.width / trim.width, inside.height / trim.height);
}

display::PageList keep_edges_free(const document::Document& document, display::PageList pages,
                                  diag::Diagnostics& diags) {
  if (!document.office) return pages;
  const document::Office& office = *document.office;
  const double factor = pulled_in_by(office, document.sheet.trim);
  if (factor < 1) check_type(pages, factor, diags);
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    display::Page& page = pages.pages[i];
    const Rect inside = printable(office, page.trim);
    if (factor < 1) pull_in(page, factor);
    for (display::Item& item : page.items) display::cut_item(item, inside);
    if (!office.fold_ticks || i >= document.sides.size()) continue;
    for (const Length fold : fold_places(document.sides[i])) {
      const Length x = page.trim.width / 2 + (fold - page.trim.width / 2) * factor;
      add_tick(page, x, inside.top, inside.top + kTick);
      add_tick(page, x, inside.bottom() - kTick, inside.bottom());
    }
  }
  return pages;
}

}  // namespace handbill::press
