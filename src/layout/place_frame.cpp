// SPDX-License-Identifier: MIT
#include "layout/place_frame.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <utility>

#include "base/check.h"
#include "base/overload.h"
#include "display/gradient.h"
#include "display/item_kinds.h"
#include "display/move_item.h"
#include "document/content_kinds.h"
#include "layout/place_figure.h"

namespace handbill::layout {
namespace {

using document::Fit;
using document::VerticalAlign;

/// The fragment's own coordinates.
Point to_local(const Fragment& fragment) { return Point{} - fragment.box.origin(); }

FigureSpace figure_space(const document::Sheet& sheet, const document::Frame& frame, Fit fit,
                         const Fragment& fragment) {
  Rect box = content_box(frame, fragment.box);
  if (fit != Fit::Contain) box = run_into_bleed(box, sheet);
  const bool fills_frame = frame.inset == Insets{};
  return {.box = box.moved(to_local(fragment)),
          .fit = fit,
          .vertical = frame.vertical_align,
          .radius = fills_frame ? frame.radius : Length()};
}

void add_items(std::vector<display::Item> items, const document::Frame& frame,
               std::optional<display::StructId> structure, Fragment& fragment) {
  for (display::Item& each : items) {
    each.span = frame.span;
    each.structure = structure;
    fragment.items.push_back(std::move(each));
  }
}

/// Through the middle of the box, as long as it takes for the colours of the ends to be those of
/// corners (CSS Images 3, 3.1.1).
void set_angle(display::Gradient& gradient, double degrees, const Rect& box) {
  const double turn = degrees * std::numbers::pi / 180;
  const double across = std::sin(turn), down = -std::cos(turn);
  const Length half = (box.width * std::abs(across) + box.height * std::abs(down)) / 2;
  const Point middle{box.left + box.width / 2, box.top + box.height / 2};
  gradient.from = {middle.x - half * across, middle.y - half * down};
  gradient.to = {middle.x + half * across, middle.y + half * down};
}

std::shared_ptr<const display::Gradient> gradient_in(const document::Frame& frame,
                                                     const Rect& box) {
  if (!frame.gradient) return nullptr;
  const Matrix map =
      Matrix::scale(box.width.pt(), box.height.pt()).then(Matrix::translate(box.origin()));
  auto gradient = std::make_shared<display::Gradient>(display::transformed(*frame.gradient, map));
  if (gradient->kind == display::Gradient::Kind::Radial) {
    const Point center = gradient->to;
    const double across = std::max(center.x - box.left, box.right() - center.x).pt();
    const double down = std::max(center.y - box.top, box.bottom() - center.y).pt();
    const Length farthest = Length::pt(std::hypot(across, down));
    gradient->from_radius = farthest * frame.gradient->from_radius.pt();
    gradient->to_radius = farthest * frame.gradient->to_radius.pt();
  } else if (frame.gradient_angle) {
    set_angle(*gradient, *frame.gradient_angle, box);
  }
  return gradient;
}

}  // namespace

Rect run_into_bleed(const Rect& box, const document::Sheet& sheet) {
  const Rect trim{{}, {}, sheet.trim.width, sheet.trim.height};
  const Rect bleed = trim.outset(sheet.bleed);
  return Rect::from_edges(
      box.left <= trim.left + kTolerance ? std::min(box.left, bleed.left) : box.left,
      box.top <= trim.top + kTolerance ? std::min(box.top, bleed.top) : box.top,
      box.right() >= trim.right() - kTolerance ? std::max(box.right(), bleed.right()) : box.right(),
      box.bottom() >= trim.bottom() - kTolerance ? std::max(box.bottom(), bleed.bottom())
                                                 : box.bottom());
}

Rect content_box(const document::Frame& frame, const Rect& box) { return box.inset(frame.inset); }

void paint_ground(const document::Sheet& sheet, const document::Frame& frame, Fragment& fragment) {
  const bool is_filled = frame.fill || frame.gradient;
  if (!is_filled && !frame.stroke) return;
  const Rect box = is_filled ? run_into_bleed(fragment.box, sheet) : fragment.box;
  display::Shape shape{
      .path = Path::rounded_rect(box.moved(to_local(fragment)), frame.radius),
      .fill = frame.fill,
      .gradient = gradient_in(frame, fragment.box.moved(to_local(fragment))),
      .stroke = frame.stroke,
      .opacity = frame.opacity,
      .overprint = frame.overprint,
  };
  if (shape.stroke) shape.stroke->overprint = frame.overprint;
  fragment.items.push_back(
      {.content = std::move(shape), .span = frame.span, .part = display::FramePart::Ground});
}

void paint_figure(const document::Document& document, const document::Frame& frame,
                  std::optional<display::StructId> structure, Fragment& fragment) {
  using Items = std::vector<display::Item>;
  Items items = std::visit(
      Overload{
          [&](const document::ArtContent& art) {
            if (!art.art) return Items();
            const FigureSpace space = figure_space(document.sheet, frame, art.fit, fragment);
            return place_art(*art.art, space, frame.opacity);
          },
          [&](const document::PictureContent& content) {
            const std::size_t index = content.picture.index();
            HANDBILL_CHECK(index < document.pictures.size(), "a frame's picture exists");
            const FigureSpace space = figure_space(document.sheet, frame, content.fit, fragment);
            return Items{{.content = place_picture(content.picture,
                                                   *document.pictures[index].picture, space)}};
          },
          [](const OneOf<std::monostate, document::StoryContent, document::TextContent,
                         document::Table, document::TableContent> auto&) { return Items(); },
      },
      frame.content);
  add_items(std::move(items), frame, structure, fragment);
}

Path outline_of(const document::Document& document, const document::Frame& frame, const Rect& box) {
  const document::ArtContent* art = document::art_of(frame);
  if (art == nullptr || !art->art) return Path::rounded_rect(box, frame.radius);
  Fragment fragment{.kind = Fragment::Kind::Frame, .box = box};
  const FigureSpace space = figure_space(document.sheet, frame, art->fit, fragment);
  Path outline;
  for (const display::Item& each : place_art(*art->art, space, 1)) {
    if (const auto* shape = display::shape_of(each)) outline.append(shape->path);
  }
  return outline.transformed(Matrix::translate(box.origin()));
}

void add_table(const document::Frame& frame, const Rect& column, TableFragment table,
               Fragment& fragment) {
  const Rect room = column.moved(to_local(fragment));
  const Length slack = std::max(room.height - table.height, Length());
  Point origin = room.origin();
  if (frame.vertical_align == VerticalAlign::Middle) origin.y += slack / 2;
  if (frame.vertical_align == VerticalAlign::Bottom) origin.y += slack;
  for (display::Item& each : table.items) {
    display::move_item(each, origin);
    each.span = frame.span;
    fragment.items.push_back(std::move(each));
  }
  for (Fragment& row : table.rows) {
    row.box = row.box.moved(origin);
    fragment.children.push_back(std::move(row));
  }
}

}  // namespace handbill::layout
