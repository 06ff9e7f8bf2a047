// SPDX-License-Identifier: MIT
#include "layout/build_pages.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/overload.h"
#include "display/cut_item.h"
#include "display/item_kinds.h"
#include "display/move_item.h"
#include "layout/guides.h"
#include "text/language_tag.h"

namespace handbill::layout {

namespace {

/// Where what leads to a place in the document leads; nothing: it is not there.
std::optional<display::Destination> destination_of(const Lead& lead, const FragmentTree& tree) {
  using Found = std::optional<display::Destination>;
  return std::visit(Overload{[](display::StructId note) -> Found {
                               return display::Destination{0, note};
                             },
                             [&](const text::InnerPlace& place) -> Found {
                               const auto& headings = tree.pages.headings;
                               display::Destination found{place.page, {}};
                               if (place.heading && *place.heading < headings.size()) {
                                 found.structure = headings[*place.heading];
                               }
                               if (place.page >= tree.sides.size()) return std::nullopt;
                               return found;
                             }},
                    lead.to);
}

class PageBuilder {
 public:
  PageBuilder(display::Page& page, const FragmentTree& tree) : page_(page), tree_(tree) {}

  /// The items of a frame of a side.
  void emit(const Fragment& frame, display::FrameId id) {
    frame_ = id;
    running_ = running(frame);
    emit(frame, Point{});
  }

 private:
  display::Running running(const Fragment& frame) const {
    if (!frame.frame->is_running) return display::Running::No;
    const Length middle = frame.box.top + frame.box.height / 2;
    return middle < page_.trim.height / 2 ? display::Running::Head : display::Running::Foot;
  }

  void emit(const Fragment& fragment, Point origin) {
    origin = origin + fragment.box.origin();
    for (const display::Item& each : fragment.items) emit(each, origin);
    for (const LineFragment& each : fragment.lines) emit(each, origin + each.origin);
    for (const Fragment& each : fragment.children) emit(each, origin);
  }

  void emit(display::Item item, Point by) {
    display::move_item(item, by);
    item.frame = frame_;
    item.running = running_;
    display::cut_item(item, page_.bleed);
    page_.items.push_back(std::move(item));
  }

  void emit(const LineFragment& line, Point origin) {
    for (display::Item item : line.line->items) {
      if (!item.structure) item.structure = line.structure;
      emit(std::move(item), origin);
    }
    // A link is read, or it is none (ISO 14289-1, 7.18.5).
    if (running_ != display::Running::No) return;
    for (const display::Link& each : line.line->links) emit(each, origin);
  }

  void emit(display::Link link, Point origin) {
    link.box = link.box.moved(origin);
    const auto& leads = tree_.gathered.leads;
    const auto lead = link.structure ? leads.find(*link.structure) : leads.end();
    if (lead != leads.end()) {
      link.to = destination_of(lead->second, tree_);
      link.target = lead->second.says;
    }
    // A place that is not there leads nowhere, nor does a note that is not read.
    if (link.to || (lead == leads.end() && !link.target.empty())) {
      page_.links.push_back(std::move(link));
    }
  }

  display::Page& page_;
  const FragmentTree& tree_;
  display::FrameId frame_;
  display::Running running_ = display::Running::No;
};

display::FrameId id_of(const Fragment& frame, const document::Side& side) {
  return {static_cast<std::uint32_t>(frame.frame - side.frames.data())};
}

display::Page build_page(const document::Document& document, const SideFragment& side,
                         const FragmentTree& tree) {
  const document::Sheet& sheet = document.sheet;
  display::Page page;
  page.name = side.side->name;
  page.number = side.side->number;
  page.numerals = side.side->numerals;
  page.trim = sheet.trim;
  page.bleed = Rect{{}, {}, sheet.trim.width, sheet.trim.height}.outset(sheet.bleed);
  page.media = page.bleed;
  page.guides = guides(document, side);
  std::vector<const Fragment*> order;
  for (const Fragment& frame : side.frames) order.push_back(&frame);
  std::ranges::stable_sort(order, {}, [](const Fragment* each) { return each->frame->z; });
  PageBuilder builder(page, tree);
  for (const Fragment* frame : order) builder.emit(*frame, id_of(*frame, *side.side));
  return page;
}

/// Readers learn how a language is written that is written in several ways.
void name_scripts(display::PageList& pages) {
  std::map<std::string, std::string> tags;
  const auto name = [&](std::string& language) {
    const auto [tag, is_new] = tags.try_emplace(language);
    if (is_new) tag->second = text::with_script(language);
    if (tag->second != language) language = tag->second;
  };
  name(pages.metadata.language);
  for (display::StructNode& each : pages.structure) {
    if (!each.language.empty()) name(each.language);
  }
  for (display::Page& page : pages.pages) {
    for (display::Item& item : page.items) {
      if (auto* run = display::text_of(item)) name(run->language);
    }
  }
}

}  // namespace

display::PageList build_pages(const document::Document& document, const FragmentTree& tree) {
  display::PageList pages;
  pages.metadata = document.metadata;
  for (const document::UsedPicture& each : document.pictures)
    pages.pictures.push_back(each.picture);
  for (const SideFragment& side : tree.sides) {
    pages.pages.push_back(build_page(document, side, tree));
  }
  pages.structure = tree.gathered.order.nodes();
  pages.headings = tree.gathered.headings;
  name_scripts(pages);
  return pages;
}

}  // namespace handbill::layout
