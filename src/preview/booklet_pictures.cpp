// SPDX-License-Identifier: MIT
#include "preview/booklet_pictures.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "base/user_unit.h"
#include "preview/canvas.h"
#include "preview/draw_pile.h"
#include "preview/flat_picture.h"
#include "preview/reading_picture.h"

namespace handbill::preview {
namespace {

using document::Document;

constexpr Size kSpreadRoom = {Length::pt(720), Length::pt(480)};
constexpr Size kCoverRoom = {Length::pt(320), Length::pt(400)};
constexpr Size kSmallRoom = {Length::pt(190), Length::pt(150)};
constexpr Length kApart = Length::pt(72);       // front and back of the closed booklet
constexpr Length kSmallApart = Length::pt(28);  // of all spreads
constexpr std::size_t kSmallInRow = 4;
/// Of the leaves below the one that is seen.
constexpr Size kLeafEdge = {Length::pt(0.9), Length::pt(0.6)};
constexpr std::size_t kMostEdges = 7;
constexpr double kGutterReach = 0.18;  // of a page's width: how far light is lost beside the spine
/// How far the turning leaf is over, and how far up its edge is seen.
constexpr double kLeafAcross = 0.62, kLeafUp = 0.16;
constexpr double kLeafShadow = 0.13, kLeafShade = 0.9;

double scale_to(Size size, Size room) {
  return std::min({1.0, room.width / size.width, room.height / size.height});
}

/// Which half of an opened booklet.
enum class Half { Left, Right };

/// The pages that lie before a reader: indices of forms.
struct Spread {
  std::optional<std::size_t> left, right;
  std::size_t first = 0;  ///< the index of the page that is read first
};

std::string page_number(std::size_t index) { return std::to_string(index + 1); }

class Booklet {
 public:
  Booklet(const Document& document, display::PageList& list, std::size_t pages,
          const font::FontBook& fonts)
      : document_(document), list_(list), pages_(pages), fonts_(fonts) {}

  void draw() {
    list_.pages.push_back(all_spreads());
    list_.pages.push_back(cover());
    for (std::size_t leaf = 1; leaf < pages_ / 2; ++leaf) list_.pages.push_back(opening(leaf));
    list_.pages.push_back(reading_picture(document_, Arranged::Spreads, list_, fonts_));
    if (pages_ / 2 >= 3) list_.pages.push_back(turning());
  }

 private:
  Size trim() const { return document_.sheet.trim; }
  Canvas canvas() const { return {list_, document_.slug_style, fonts_}; }
  Spread spread(std::size_t leaf) const;
  void draw_page(Canvas& canvas, std::size_t index, Half half, const Matrix& map) const;
  void draw_edges(Canvas& canvas, Half half, std::size_t leaves, const Matrix& map) const;
  void draw_spread(Canvas& canvas, const Spread& shown, std::size_t leaf, const Matrix& map) const;
  void shade_gutter(Canvas& canvas, const Spread& shown, const Matrix& map) const;
  void write_numbers(Canvas& canvas, const Spread& shown, const Matrix& map) const;
  Rect box(Half half) const;
  display::Page all_spreads();
  display::Page cover();
  display::Page opening(std::size_t leaf);
  display::Page turning();

  const Document& document_;
  display::PageList& list_;
  std::size_t pages_;
  const font::FontBook& fonts_;
};

/// What is seen once so many leaves have been turned.
Spread Booklet::spread(std::size_t leaf) const {
  Spread shown;
  if (leaf > 0) shown.left = leaf * 2 - 1;
  if (leaf * 2 < pages_) shown.right = leaf * 2;
  shown.first = leaf > 0 ? leaf * 2 - 1 : 0;
  if (document_.right_to_left) std::swap(shown.left, shown.right);
  return shown;
}

/// The spine is at 0.
Rect Booklet::box(Half half) const {
  return {half == Half::Left ? -trim().width : Length(), {}, trim().width, trim().height};
}

void Booklet::draw_page(Canvas& canvas, std::size_t index, Half half, const Matrix& map) const {
  const Path outline = Path::rect(box(half)).transformed(map);
  canvas.place(index, Matrix::translate(box(half).origin()).then(map), outline);
  canvas.paint({.path = outline,
                .stroke = display::Stroke{.color = color::Color::process({0, 0, 0, 0.4}),
                                          .width = Length::pt(0.3)}});
}

/// The leaves below look out at the edge that is opened and at the foot.
void Booklet::draw_edges(Canvas& canvas, Half half, std::size_t leaves, const Matrix& map) const {
  const double outwards = half == Half::Left ? -1 : 1;
  for (std::size_t below = std::min(leaves, kMostEdges); below-- > 1;) {
    const auto steps = static_cast<double>(below);
    const Point by{kLeafEdge.width * (steps * outwards), kLeafEdge.height * steps};
    canvas.paint({.path = Path::rect(box(half)).transformed(map.then(Matrix::translate(by))),
                  .fill = color::Color::process({0.02, 0.02, 0.03, 0.04}),
                  .stroke = display::Stroke{.color = color::Color::process({0, 0, 0, 0.4}),
                                            .width = Length::pt(0.3)}});
  }
}

void Booklet::shade_gutter(Canvas& canvas, const Spread& shown, const Matrix& map) const {
  const Length reach = trim().width * kGutterReach;
  if (shown.left) paint_shade(canvas, {}, -reach, trim().height, map);
  if (shown.right) paint_shade(canvas, {}, reach, trim().height, map);
}

void Booklet::draw_spread(Canvas& canvas, const Spread& shown, std::size_t leaf,
                          const Matrix& map) const {
  std::size_t left = leaf, right = pages_ / 2 - leaf;
  if (document_.right_to_left) std::swap(left, right);
  if (shown.left) paint_shadow(canvas, box(Half::Left), map);
  if (shown.right) paint_shadow(canvas, box(Half::Right), map);
  if (shown.left) draw_edges(canvas, Half::Left, left, map);
  if (shown.right) draw_edges(canvas, Half::Right, right, map);
  if (shown.left) draw_page(canvas, *shown.left, Half::Left, map);
  if (shown.right) draw_page(canvas, *shown.right, Half::Right, map);
}

void Booklet::write_numbers(Canvas& canvas, const Spread& shown, const Matrix& map) const {
  const auto write = [&](const std::optional<std::size_t>& page, Half half) {
    if (!page) return;
    const Rect at = box(half);
    const Point foot = map.apply({at.left + at.width / 2, at.bottom()});
    canvas.write(page_number(*page), kNoteSize, {foot.x, foot.y + kNoteSize * 2.2});
  };
  write(shown.left, Half::Left);
  write(shown.right, Half::Right);
}

/// Row after row as they are read. The cover stands where it lies when the booklet is opened,
/// alone.
display::Page Booklet::all_spreads() {
  const Size flat{trim().width * 2, trim().height};
  const double scale = scale_to(flat, kSmallRoom);
  const Size cell{flat.width * scale + kSmallApart, flat.height * scale + kNoteSize * 4};
  const std::size_t count = pages_ / 2 + 1;
  const std::size_t rows = (count + kSmallInRow - 1) / kSmallInRow;
  const std::size_t in_row = (count + rows - 1) / rows;
  const Size size{cell.width * static_cast<double>(in_row) - kSmallApart + kMargin * 2,
                  cell.height * static_cast<double>(rows) + kMargin * 1.5};
  Canvas canvas = this->canvas();
  paint_ground(canvas, size);
  for (std::size_t leaf = 0; leaf < count; ++leaf) {
    const std::size_t in_order = leaf % in_row, row = leaf / in_row;
    const std::size_t column = document_.right_to_left ? in_row - 1 - in_order : in_order;
    const Point spine{kMargin + cell.width * static_cast<double>(column) + flat.width * (scale / 2),
                      kMargin + cell.height * static_cast<double>(row)};
    const Matrix map = Matrix::scale(scale, scale).then(Matrix::translate(spine));
    const Spread shown = spread(leaf);
    draw_spread(canvas, shown, leaf, map);
    if (shown.left && shown.right) shade_gutter(canvas, shown, map);
    write_numbers(canvas, shown, map);
  }
  return canvas.finish("spreads", size);
}

display::Page Booklet::cover() {
  const double scale = scale_to(trim(), kCoverRoom);
  const Size face{trim().width * scale, trim().height * scale};
  const Length top = kMargin + kNameSize * 2;
  const Size size{kMargin * 2 + face.width * 2 + kApart,
                  top + face.height + kNoteSize * 5 + kMargin / 2};
  Canvas canvas = this->canvas();
  paint_ground(canvas, size);
  const auto draw = [&](std::size_t leaf, Length left, const char* title) {
    const Spread shown = spread(leaf);
    const Length spine = left + (shown.left ? face.width : Length());
    draw_spread(canvas, shown, leaf,
                Matrix::scale(scale, scale).then(Matrix::translate({spine, top})));
    canvas.write(title, kNameSize, {left + face.width / 2, kMargin});
  };
  draw(0, kMargin, "front");
  draw(pages_ / 2, kMargin + face.width + kApart, "back");
  const UserUnit unit = user_unit(trim());
  canvas.write("closed: " + measure(trim().width, unit) + " by " + measure(trim().height, unit) +
                   ", " + std::to_string(pages_) + " pages",
               kNoteSize, {size.width / 2, top + face.height + kNoteSize * 4});
  return canvas.finish("cover", size);
}

struct OpenedPicture {
  Matrix map;
  Size size;
};

/// Room for two pages, `above` them for what stands up.
OpenedPicture opened_picture(Size trim, double above) {
  const double scale = scale_to({trim.width * 2, trim.height}, kSpreadRoom);
  const Length top = kMargin + kNameSize * 2 + trim.width * (scale * above);
  return {Matrix::scale(scale, scale).then(Matrix::translate({kMargin + trim.width * scale, top})),
          {trim.width * (2 * scale) + kMargin * 2,
           top + trim.height * scale + kNoteSize * 3 + kMargin / 2}};
}

display::Page Booklet::opening(std::size_t leaf) {
  const auto [map, size] = opened_picture(trim(), 0);
  const Spread shown = spread(leaf);
  Canvas canvas = this->canvas();
  paint_ground(canvas, size);
  draw_spread(canvas, shown, leaf, map);
  shade_gutter(canvas, shown, map);
  const std::string first = page_number(shown.first), second = page_number(shown.first + 1);
  canvas.write("pages " + first + " and " + second, kNameSize, {size.width / 2, kMargin});
  write_numbers(canvas, shown, map);
  return canvas.finish("pages-" + first + "-" + second, size);
}

/// Pages 2 and 5 lie, and the leaf between them shows page 4 as it comes over.
display::Page Booklet::turning() {
  const auto [map, size] = opened_picture(trim(), kLeafUp);
  const Half half = document_.right_to_left ? Half::Right : Half::Left;
  Spread lying{.left = 1, .right = 4};
  if (document_.right_to_left) std::swap(lying.left, lying.right);
  Canvas canvas = this->canvas();
  paint_ground(canvas, size);
  draw_spread(canvas, lying, 1, map);
  shade_gutter(canvas, lying, map);
  const double up = half == Half::Left ? kLeafUp : -kLeafUp;
  const Matrix raised = Matrix{kLeafAcross, up, 0, 1, 0, 0}.then(map);
  // Dark below the leaf, and less and less beyond it.
  const Length outwards = half == Half::Left ? -trim().width : trim().width;
  canvas.paint(
      {.path = Path::rect(box(half)).transformed(Matrix{kLeafAcross, 0, 0, 1, 0, 0}.then(map)),
       .fill = color::Color::black(),
       .opacity = kLeafShadow});
  paint_shade(canvas, outwards * kLeafAcross, outwards * kLeafShade, trim().height, map);
  draw_page(canvas, 3, half, raised);
  Spread leaf;
  (half == Half::Left ? leaf.left : leaf.right) = 3;
  shade_gutter(canvas, leaf, raised);
  canvas.write("turning to pages 4 and 5", kNameSize, {size.width / 2, kMargin});
  write_numbers(canvas, lying, map);
  return canvas.finish("turning", size);
}

}  // namespace

display::PageList booklet_pictures(const Document& document, display::PageList pages,
                                   const font::FontBook& fonts) {
  display::PageList list = std::move(pages);
  list.forms.clear();
  for (display::Page& page : list.pages) list.forms.push_back(as_paper(std::move(page)));
  list.pages.clear();
  const std::size_t count = list.forms.size();
  Booklet(document, list, count, fonts).draw();
  return list;
}

}  // namespace handbill::preview
