// SPDX-License-Identifier: MIT
#include "layout/place_frame.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
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
               display::StructId structure, Fragment& fragment) {
  for (display::Item& each : items) {
    each.span = frame.span;
    each.structure = structure;
    fragment.items.push_back(std::move(each));
  }
}

}  // namespace

Rect run_into_bleed(const Rect& box, const document::Sheet& sheet) {
  const Rect trim{{}, {}, sheet.trim.width, sheet.trim.height};
  const Rect bleed = trim.outset(sheet.bleed);
  return Rect::from_edges(
      box.left <= trim.left + kTolerance ? bleed.left : box.left,
      box.top <= trim.top + kTolerance ? bleed.top : box.top,
      box.right() >= trim.right() - kTolerance ? bleed.right() : box.right(),
      box.bottom() >= trim.bottom() - kTolerance ? bleed.bottom() : box.bottom());
}

Rect content_box(const document::Frame& frame, const Rect& box) { return box.inset(frame.inset); }

void paint_ground(const document::Sheet& sheet, const document::Frame& frame, Fragment& fragment) {
  if (!frame.fill && !frame.stroke) return;
  const Rect box = frame.fill ? run_into_bleed(fragment.box, sheet) : fragment.box;
  display::Shape shape{
      .path = Path::rounded_rect(box.moved(to_local(fragment)), frame.radius),
      .fill = frame.fill,
      .stroke = frame.stroke,
      .opacity = frame.opacity,
  };
  fragment.items.push_back(
      {.content = std::move(shape), .span = frame.span, .structure = ReadingOrder::kArtifact});
}

void paint_figure(const document::Document& document, const document::Frame& frame,
                  display::StructId structure, Fragment& fragment) {
  if (const auto* art = std::get_if<document::ArtContent>(&frame.content)) {
    if (!art->art) return;
    const FigureSpace space = figure_space(document.sheet, frame, art->fit, fragment);
    add_items(place_art(*art->art, space, frame.opacity), frame, structure, fragment);
    return;
  }
  const auto& picture = std::get<document::PictureContent>(frame.content);
  HANDBILL_CHECK(picture.picture.index() < document.pictures.size(), "a frame's picture exists");
  const FigureSpace space = figure_space(document.sheet, frame, picture.fit, fragment);
  std::vector<display::Item> items;
  items.push_back({.content = place_picture(picture.picture,
                                            *document.pictures[picture.picture.index()], space)});
  add_items(std::move(items), frame, structure, fragment);
}

Path outline_of(const document::Document& document, const document::Frame& frame, const Rect& box) {
  const auto* art = std::get_if<document::ArtContent>(&frame.content);
  if (art == nullptr || !art->art) return Path::rounded_rect(box, frame.radius);
  Fragment fragment{.kind = Fragment::Kind::Frame, .box = box};
  const FigureSpace space = figure_space(document.sheet, frame, art->fit, fragment);
  Path outline;
  for (const display::Item& each : place_art(*art->art, space, 1)) {
    outline.append(std::get<display::Shape>(each.content).path);
  }
  return outline.transformed(Matrix::translate(box.origin()));
}

void add_table(const document::Frame& frame, TableFragment table, Fragment& fragment) {
  const Rect room = content_box(frame, fragment.box).moved(to_local(fragment));
  const Length slack = std::max(room.height - table.height, Length());
  Point origin = room.origin();
  if (frame.vertical_align == VerticalAlign::Middle) origin.y += slack / 2;
  if (frame.vertical_align == VerticalAlign::Bottom) origin.y += slack;
  for (display::Item& each : table.items) {
    auto& shape = std::get<display::Shape>(each.content);
    shape.path = shape.path.transformed(Matrix::translate(origin));
    each.span = frame.span;
    fragment.items.push_back(std::move(each));
  }
  for (Fragment& row : table.rows) {
    row.box = row.box.moved(origin);
    fragment.children.push_back(std::move(row));
  }
}

}  // namespace handbill::layout
