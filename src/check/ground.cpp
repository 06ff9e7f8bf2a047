// SPDX-License-Identifier: MIT
#include "check/ground.h"

#include <algorithm>
#include <cmath>

#include "display/item_kinds.h"
#include "plates/rectangle.h"
#include "plates/shading.h"
#include "plates/stroke_outline.h"

namespace handbill::check {

using plates::Kind;
using plates::Object;
using plates::Paint;

namespace {

constexpr Length kFlatness = Length::pt(0.02);

/// The rectangle that the thing fills; nothing: it has another shape.
std::optional<Rect> filled_rect(const Object& object) {
  if (object.kind == Kind::Stroke || object.soft_mask) return std::nullopt;
  std::optional<Rect> rect = plates::as_rect(object.path);
  for (const Path& clip : object.clips) {
    const auto window = plates::as_rect(clip);
    if (!rect || !window) return std::nullopt;
    rect = common(*rect, *window);
  }
  return rect;
}

bool is_seen(const Object& object) {
  return object.step == display::ProcessingStep::None && object.opacity > 0;
}

/// ISO 32000-1, 8.6.7, for plain colours.
bool paints_on(std::size_t ink, const Object& object) {
  const Paint& paint = object.paint;
  if (!object.overprint || paint.all) return true;
  if (ink >= paint.named.size() || !paint.named[ink]) return false;
  const bool left_out = object.overprint_mode == 1 && !object.shading &&
                        paint.space == plates::ColorSpace::DeviceCmyk;
  return !(left_out && paint.amounts[ink] <= 0);
}

double amount_of(const Paint& paint, std::size_t ink) {
  if (paint.all) return paint.amounts.empty() ? 1 : paint.amounts.front();
  return ink < paint.amounts.size() ? paint.amounts[ink] : 0;
}

}  // namespace

bool InkAt::looks_like(const InkAt& other) const {
  // Swatches and tints are written in whole percent.
  constexpr double kUnseen = 0.005;
  if (picture != other.picture) return false;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    if (std::abs(amounts[i] - other.amounts[i]) > kUnseen) return false;
  }
  return true;
}

Contours::Contours(const std::vector<plates::Polyline>& lines, display::FillRule rule,
                   const Rect& window)
    : rule_(rule) {
  std::vector<Rect> boxes;
  for (const plates::Polyline& line : lines) {
    const std::vector<Point>& points = line.points;
    for (std::size_t i = 0; i < points.size() && points.size() > 1; ++i) {
      pieces_.push_back({points[i], points[(i + 1) % points.size()]});
      boxes.push_back(box_of(pieces_.back()));
      left_ = std::min(left_, boxes.back().left);
    }
  }
  // What lies left of the window counts when it is asked whether a place is inside.
  const Rect reach =
      Rect::from_edges(std::min(left_, window.left), window.top, window.right(), window.bottom());
  index_ = BoxIndex(boxes, reach);
}

bool Contours::contains(Point at) const {
  int winding = 0, crossings = 0;
  const Rect ray = Rect::from_edges(left_, at.y, at.x, at.y);
  each_piece(ray, [&](const Piece& piece) {
    const auto& [from, to] = piece;
    if ((from.y <= at.y) == (to.y <= at.y)) return;
    const double part = (at.y - from.y) / (to.y - from.y);
    if (from.x + (to.x - from.x) * part > at.x) return;
    ++crossings;
    winding += to.y > from.y ? 1 : -1;
  });
  return rule_ == display::FillRule::EvenOdd ? crossings % 2 != 0 : winding != 0;
}

Ground::Ground(const plates::Print& print, const display::PageList& list, std::size_t index)
    : page_(print.pages.at(index)),
      list_(list),
      items_(list.pages.at(index).items),
      inks_(print.inks.size()),
      window_(page_.media),
      outlines_(page_.objects.size()),
      inners_(page_.objects.size()) {
  std::vector<Rect> boxes;
  for (const Object& object : page_.objects) {
    boxes.push_back(object.bounds);
    rects_.push_back(filled_rect(object));
  }
  index_ = BoxIndex(boxes, window_);
}

std::vector<std::size_t> Ground::near(const Rect& box) const {
  std::vector<std::size_t> things;
  index_.each_near(box, [&](std::size_t i) {
    if (is_seen(page_.objects[i])) things.push_back(i);
  });
  std::ranges::sort(things);
  return things;
}

std::vector<std::size_t> Ground::below(const Rect& box, std::size_t end) const {
  std::vector<std::size_t> things = near(box);
  std::erase_if(things, [&](std::size_t each) { return object(each).item >= end; });
  const auto hides = [&](std::size_t each) {
    return rects_[each] && rects_[each]->contains(box) && object(each).opacity >= 1 &&
           !object(each).overprint && !object(each).shading;
  };
  const auto top = std::find_if(things.rbegin(), things.rend(), hides);
  if (top != things.rend()) things.erase(things.begin(), top.base() - 1);
  return things;
}

bool Ground::has_edge(std::size_t thing, const Rect& box) const {
  if (rects_[thing] && rects_[thing]->contains(box)) return false;
  if (!meet(object(thing).bounds, box)) return false;
  bool found = false;
  each_edge(thing, box, [&](const Piece&) { found = true; });
  return found || object(thing).soft_mask;
}

const Ground::Outline& Ground::outline_of(std::size_t thing) const {
  if (outlines_[thing]) return *outlines_[thing];
  const Object& object = this->object(thing);
  auto outline = std::make_unique<Outline>();
  if (object.stroke) {
    outline->areas.emplace_back(plates::stroke_outline(object.path, *object.stroke, kFlatness),
                                display::FillRule::NonZero, window_);
  } else {
    outline->areas.emplace_back(plates::flattened(object.path, kFlatness), object.fill_rule,
                                window_);
  }
  for (const Path& clip : object.clips) {
    outline->areas.emplace_back(plates::flattened(clip, kFlatness), display::FillRule::NonZero,
                                window_);
  }
  outlines_[thing] = std::move(outline);
  return *outlines_[thing];
}

bool Ground::paints(std::size_t thing, Point at) const {
  const Object& object = this->object(thing);
  const Rect place{at.x, at.y, {}, {}};
  if (!meet(object.bounds, place)) return false;
  if (!rects_[thing]) {
    const auto contains = [&](const Contours& area) { return area.contains(at); };
    if (!std::ranges::all_of(outline_of(thing).areas, contains)) return false;
  }
  if (object.shading) return plates::ShadingRamp(*object.shading).place(at).has_value();
  // Where a picture is more paper than picture its edge is not seen.
  return !object.picture || alpha_at(thing, at) >= 0.5;
}

bool Ground::encloses(std::size_t thing, Point at) const {
  const Object& object = this->object(thing);
  if (!object.stroke) return paints(thing, at);
  if (!meet(object.bounds, {at.x, at.y, {}, {}})) return false;
  auto& inner = inners_[thing];
  if (!inner) {
    inner = std::make_unique<const Contours>(plates::flattened(object.path, kFlatness),
                                             display::FillRule::NonZero, window_);
  }
  return inner->contains(at);
}

double Ground::alpha_at(std::size_t thing, Point at) const {
  const auto* placed = display::picture_of(item(thing));
  if (placed == nullptr) return 1;
  const display::Picture& picture = *list_.pictures[placed->picture.index()];
  if (picture.alpha.empty()) return 1;
  const auto pixel = [](Length where, Length whole, int count) {
    return static_cast<std::size_t>(std::clamp(where / whole * count, 0.0, count - 1.0));
  };
  const std::size_t x = pixel(at.x - placed->box.left, placed->box.width, picture.width);
  const std::size_t y = pixel(at.y - placed->box.top, placed->box.height, picture.height);
  const std::size_t index = y * static_cast<std::size_t>(picture.width) + x;
  return index < picture.alpha.size() ? static_cast<unsigned char>(picture.alpha[index]) / 255.0
                                      : 1;
}

bool Ground::is_opaque_at(std::size_t thing, Point at) const {
  const Object& object = this->object(thing);
  if (object.opacity < 1 || object.overprint) return false;
  return !object.soft_mask || alpha_at(thing, at) >= 1;
}

void Ground::lay(std::size_t thing, Point at, InkAt& ink) const {
  const Object& object = this->object(thing);
  if (object.picture) {
    ink.picture = thing;
    ink.amounts.assign(inks_, 0);
    return;
  }
  const double cover = std::min(object.opacity, 1.0);
  const auto ramp =
      object.shading ? std::optional<plates::ShadingRamp>(*object.shading) : std::nullopt;
  const double place = ramp ? ramp->place(at).value_or(0) : 0;
  for (std::size_t i = 0; i < inks_; ++i) {
    if (!paints_on(i, object)) continue;
    const double amount =
        ramp ? static_cast<double>(ramp->amount(place, i)) : amount_of(object.paint, i);
    ink.amounts[i] += (amount - ink.amounts[i]) * cover;
  }
}

InkAt Ground::ink_at(Point at, std::size_t end) const {
  // From the top down to what hides all that lies below it, then up again.
  std::vector<std::size_t> seen;
  const std::vector<std::size_t> things = near({at.x, at.y, {}, {}});
  for (auto each = things.rbegin(); each != things.rend(); ++each) {
    if (object(*each).item >= end || !paints(*each, at)) continue;
    seen.push_back(*each);
    if (is_opaque_at(*each, at)) break;
  }
  InkAt ink{std::vector<double>(inks_, 0)};
  for (auto each = seen.rbegin(); each != seen.rend(); ++each) lay(*each, at, ink);
  return ink;
}

std::size_t Ground::looked() const {
  std::size_t sum = index_.looked();
  for (const auto& outline : outlines_) {
    if (!outline) continue;
    for (const Contours& each : outline->areas) sum += each.looked();
  }
  for (const auto& inner : inners_) sum += inner ? inner->looked() : 0;
  return sum;
}

color::Cmyk as_cmyk(const std::vector<double>& amounts, const std::vector<plates::Ink>& inks) {
  color::Cmyk sum;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    const color::Cmyk& solid = inks[i].solid;
    sum.c += amounts[i] * solid.c;
    sum.m += amounts[i] * solid.m;
    sum.y += amounts[i] * solid.y;
    sum.k += amounts[i] * solid.k;
  }
  return {std::min(sum.c, 1.0), std::min(sum.m, 1.0), std::min(sum.y, 1.0), std::min(sum.k, 1.0)};
}

}  // namespace handbill::check
