// SPDX-License-Identifier: MIT
#include "layout/build_pages.h"

#include <algorithm>
#include <utility>

#include "display/move_item.h"
#include "layout/cut_at_bleed.h"
#include "layout/guides.h"

namespace handbill::layout {

namespace {

class PageBuilder {
 public:
  explicit PageBuilder(display::Page& page) : page_(page) {}

  /// The items of a frame of a side.
  void emit(const Fragment& frame, display::FrameId id) {
    frame_ = id;
    emit(frame, Point{});
  }

 private:
  void emit(const Fragment& fragment, Point origin) {
    origin = origin + fragment.box.origin();
    for (const display::Item& each : fragment.items) emit(each, origin);
    for (const LineFragment& each : fragment.lines) emit(each, origin + each.origin);
    for (const Fragment& each : fragment.children) emit(each, origin);
  }

  void emit(display::Item item, Point by) {
    display::move_item(item, by);
    item.frame = frame_;
    cut_at_bleed(item, page_.bleed);
    page_.items.push_back(std::move(item));
  }

  void emit(const LineFragment& line, Point origin) {
    for (display::Item item : line.line->items) {
      if (!item.structure) item.structure = line.structure;
      emit(std::move(item), origin);
    }
    for (const display::Link& each : line.line->links) {
      page_.links.push_back({each.box.moved(origin), each.target, each.span, each.structure});
    }
  }

  display::Page& page_;
  display::FrameId frame_;
};

display::FrameId id_of(const Fragment& frame, const document::Side& side) {
  return {static_cast<std::uint32_t>(frame.frame - side.frames.data())};
}

display::Page build_page(const document::Document& document, const SideFragment& side) {
  const document::Sheet& sheet = document.sheet;
  display::Page page;
  page.name = side.side->name;
  page.trim = sheet.trim;
  page.bleed = Rect{{}, {}, sheet.trim.width, sheet.trim.height}.outset(sheet.bleed);
  page.media = page.bleed;
  page.guides = guides(document, side);
  std::vector<const Fragment*> order;
  for (const Fragment& frame : side.frames) order.push_back(&frame);
  std::ranges::stable_sort(order, {}, [](const Fragment* each) { return each->frame->z; });
  PageBuilder builder(page);
  for (const Fragment* frame : order) builder.emit(*frame, id_of(*frame, *side.side));
  return page;
}

}  // namespace

display::PageList build_pages(const document::Document& document, const FragmentTree& tree) {
  display::PageList pages;
  pages.metadata = document.metadata;
  for (const document::UsedPicture& each : document.pictures)
    pages.pictures.push_back(each.picture);
  for (const SideFragment& side : tree.sides) pages.pages.push_back(build_page(document, side));
  pages.structure = tree.gathered.order.nodes();
  return pages;
}

}  // namespace handbill::layout
