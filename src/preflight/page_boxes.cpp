// SPDX-License-Identifier: MIT
#include "preflight/page_boxes.h"

#include <algorithm>

namespace handbill::preflight {
namespace {

/// From the page or the nearest node above it (PDF 1.7, 7.7.3.4).
Handle inherited_of_page(const Handle& page, const char* key) {
  Handle node = page;
  constexpr int kDeepest = 50;
  for (int i = 0; i < kDeepest && is_dictionary(node); ++i) {
    Handle value = entry(node, key);
    if (!is_null(value)) return value;
    node = entry(node, "/Parent");
  }
  return Handle::newNull();
}

std::optional<UserRect> box_of(const Handle& array) {
  const auto box = rect_of(array);
  return box && box->width() > 0 && box->height() > 0 ? box : std::nullopt;
}

}  // namespace

PageBoxes read_boxes(const Handle& page) {
  PageBoxes boxes;
  const auto media = box_of(inherited_of_page(page, "/MediaBox"));
  boxes.has_media = media.has_value();
  boxes.media = media.value_or(UserRect{0, 0, 612, 792});
  boxes.crop = box_of(inherited_of_page(page, "/CropBox"));
  boxes.bleed = box_of(entry(page, "/BleedBox"));
  boxes.trim = box_of(entry(page, "/TrimBox"));
  boxes.art = box_of(entry(page, "/ArtBox"));
  boxes.rotate = integer_or(inherited_of_page(page, "/Rotate"), 0) % 360;
  if (boxes.rotate < 0) boxes.rotate += 360;
  boxes.user_unit = std::clamp(number_or(entry(page, "/UserUnit"), 1), 0.001, 75000.0);
  return boxes;
}

Matrix to_page(const PageBoxes& boxes) {
  const UserRect trim = boxes.final_size();
  const double unit = boxes.user_unit;
  return {unit, 0, 0, -unit, -trim.left * unit, trim.top * unit};
}

Rect to_page(const PageBoxes& boxes, const UserRect& rect) {
  const Matrix map = to_page(boxes);
  const Point corner = map.apply({Length::pt(rect.left), Length::pt(rect.top)});
  const Point other = map.apply({Length::pt(rect.right), Length::pt(rect.bottom)});
  return Rect::from_edges(corner.x, corner.y, other.x, other.y);
}

}  // namespace handbill::preflight
