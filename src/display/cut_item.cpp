// SPDX-License-Identifier: MIT
#include "display/cut_item.h"

#include <optional>
#include <vector>

#include "base/flatten.h"
#include "base/overload.h"

namespace handbill::display {
namespace {

using Contour = std::vector<Point>;

constexpr int kCurveParts = 32;

/// Of the ink, but for the points of joins sharper than a right angle; nothing: text.
std::optional<Rect> painted_box(const Item& item) {
  using Box = std::optional<Rect>;
  constexpr double kRightAngleMiter = 1.4142135623730951;
  return std::visit(
      Overload{[](const GlyphRun&) { return Box(); },
               [](const PlacedPicture& picture) {
                 return picture.clip.empty() ? Box(picture.box) : picture.clip.bounds();
               },
               [](const Shape& shape) {
                 const Box bounds = shape.path.bounds();
                 if (!bounds || !shape.stroke) return bounds;
                 return Box(bounds->outset(shape.stroke->width / 2 * kRightAngleMiter));
               }},
      item.content);
}

std::vector<Contour> contours(const Path& path) {
  std::vector<Contour> found;
  flatten(path, kCurveParts, [&](Point from, Point to) {
    if (found.empty() || found.back().back() != from) found.push_back({from});
    found.back().push_back(to);
  });
  return found;
}

/// What of a contour lies on the one side of a line across or down the page (Sutherland and
/// Hodgman): `inwards(p)` is how far inside the point lies.
template <class Inwards>
Contour cut(const Contour& contour, Inwards inwards) {
  Contour result;
  for (std::size_t i = 0; i < contour.size(); ++i) {
    const Point from = contour[i], to = contour[(i + 1) % contour.size()];
    const Length before = inwards(from), after = inwards(to);
    if (before >= Length()) result.push_back(from);
    if ((before < Length()) == (after < Length())) continue;
    const double part = before / (before - after);
    result.push_back({from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
  }
  return result;
}

/// The part of a clip inside the box.
Path inside(const Path& clip, const Rect& box) {
  Path result;
  for (Contour each : contours(clip)) {
    each = cut(each, [&](Point p) { return p.x - box.left; });
    each = cut(each, [&](Point p) { return box.right() - p.x; });
    each = cut(each, [&](Point p) { return p.y - box.top; });
    each = cut(each, [&](Point p) { return box.bottom() - p.y; });
    if (each.empty()) continue;
    result.move(each.front());
    for (std::size_t i = 1; i < each.size(); ++i) result.line(each[i]);
    result.close();
  }
  return result;
}

}  // namespace

void cut_item(Item& item, const Rect& edges) {
  const auto box = painted_box(item);
  if (!box || edges.contains(*box)) return;
  if (!item.clip) {
    item.clip = Path::rect(edges);
    return;
  }
  const auto window = item.clip->bounds();
  if (window && !edges.contains(*window)) item.clip = inside(*item.clip, edges);
}

}  // namespace handbill::display
