// SPDX-License-Identifier: MIT
#include "layout/build_pages.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/overload.h"
#include "display/gradient.h"
#include "layout/cut_at_bleed.h"
#include "layout/guides.h"

namespace handbill::layout {

void move_item(display::Item& item, Point by) {
  const auto moved = [&](const Path& path) { return path.transformed(Matrix::translate(by)); };
  std::visit(Overload{[&](display::GlyphRun& run) { run.origin = run.origin + by; },
                      [&](display::Shape& shape) {
                        shape.path = moved(shape.path);
                        if (shape.gradient) {
                          shape.gradient = std::make_shared<const display::Gradient>(
                              display::transformed(*shape.gradient, Matrix::translate(by)));
                        }
                      },
                      [&](display::PlacedPicture& picture) {
                        picture.box = picture.box.moved(by);
                        picture.clip = moved(picture.clip);
                      }},
             item.content);
  if (item.clip) item.clip = moved(*item.clip);
}

namespace {

class PageBuilder {
 public:
  explicit PageBuilder(display::Page& page) : page_(page) {}

  /// Takes the items out of a frame of a side.
  void emit(Fragment& frame, display::FrameId id) {
    frame_ = id;
    emit(frame, Point{});
  }

 private:
  /// Takes the items out of the fragment and its lines.
  void emit(Fragment& fragment, Point origin) {
    origin = origin + fragment.box.origin();
    for (display::Item& each : fragment.items) emit(std::move(each), origin);
    for (LineFragment& each : fragment.lines) emit(each, origin + each.origin);
    for (Fragment& each : fragment.children) emit(each, origin);
  }

  void emit(display::Item item, Point by) {
    move_item(item, by);
    item.frame = frame_;
    cut_at_bleed(item, page_.bleed);
    page_.items.push_back(std::move(item));
  }

  void emit(LineFragment& line, Point origin) {
    for (display::Item& each : line.line->items) {
      if (each.structure == display::StructId{}) each.structure = line.structure;
      emit(std::move(each), origin);
    }
    for (display::Link& each : line.line->links) {
      each.box = each.box.moved(origin);
      page_.links.push_back(std::move(each));
    }
  }

  display::Page& page_;
  display::FrameId frame_;
};

display::FrameId id_of(const Fragment& frame, const document::Side& side) {
  return {static_cast<std::uint32_t>(frame.frame - side.frames.data())};
}

display::Page build_page(const document::Document& document, SideFragment& side) {
  const document::Sheet& sheet = document.sheet;
  display::Page page;
  page.name = side.side->name;
  page.trim = sheet.trim;
  page.bleed = Rect{{}, {}, sheet.trim.width, sheet.trim.height}.outset(sheet.bleed);
  page.media = page.bleed;
  page.guides = guides(document, side);
  std::vector<Fragment*> order;
  for (Fragment& frame : side.frames) order.push_back(&frame);
  std::ranges::stable_sort(order, {}, [](const Fragment* each) { return each->frame->z; });
  PageBuilder builder(page);
  for (Fragment* frame : order) builder.emit(*frame, id_of(*frame, *side.side));
  return page;
}

}  // namespace

display::PageList build_pages(const document::Document& document, FragmentTree tree) {
  display::PageList pages;
  pages.metadata = document.metadata;
  for (const document::UsedPicture& each : document.pictures)
    pages.pictures.push_back(each.picture);
  for (SideFragment& side : tree.sides) pages.pages.push_back(build_page(document, side));
  pages.structure = tree.matter.order.take();
  return pages;
}

}  // namespace handbill::layout
