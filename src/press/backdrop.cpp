// SPDX-License-Identifier: MIT
#include "press/backdrop.h"

#include <algorithm>
#include <array>

#include "base/flatten.h"
#include "base/overload.h"
#include "display/item_kinds.h"

namespace handbill::press {
namespace {

constexpr int kBackdropCurveParts = 16;
/// A page of type and art looks at a few thousand.
constexpr std::size_t kMostLooks = 20'000'000;

/// Where a path lies about a box.
enum class Covers { All, Nothing, Part };

Rect intersection(const Rect& a, const Rect& b) {
  return Rect::from_edges(std::max(a.left, b.left), std::max(a.top, b.top),
                          std::min(a.right(), b.right()), std::min(a.bottom(), b.bottom()));
}

/// True when the segment has a point inside the box (Liang and Barsky's clipping).
bool enters(const Rect& box, Point from, Point to) {
  double first = 0, last = 1;
  const auto clip = [&](double start, double way, double least, double most) {
    if (way == 0) return start > least && start < most;
    const double one = (least - start) / way, other = (most - start) / way;
    first = std::max(first, std::min(one, other));
    last = std::min(last, std::max(one, other));
    return first < last;
  };
  return clip(from.x.pt(), (to.x - from.x).pt(), box.left.pt(), box.right().pt()) &&
         clip(from.y.pt(), (to.y - from.y).pt(), box.top.pt(), box.bottom().pt());
}

/// How often the segment winds round the point, for a ray from it to the right.
int winding(Point at, Point from, Point to) {
  if ((from.y <= at.y) == (to.y <= at.y)) return 0;
  const double x = from.x.pt() + (to.x - from.x).pt() * ((at.y - from.y) / (to.y - from.y));
  if (x <= at.x.pt()) return 0;
  return from.y <= at.y ? 1 : -1;
}

Covers covers(const Path& path, display::FillRule rule, const Rect& whole_box) {
  // Edges along the box's own are not inside it.
  const Rect box = whole_box.outset(-kTolerance);
  const Point middle{box.left + box.width / 2, box.top + box.height / 2};
  bool is_crossed = false;
  int turns = 0;
  Point start, at;
  const auto edge = [&](Point from, Point to) {
    is_crossed = is_crossed || enters(box, from, to);
    turns += winding(middle, from, to);
  };
  // Filling closes what is open.
  const auto close = [&] {
    if (at != start) edge(at, start);
    at = start;
  };
  for (const PathStep& step : path.steps()) {
    if (step.kind == PathStep::Kind::Move || step.kind == PathStep::Kind::Close) {
      close();
      if (step.kind == PathStep::Kind::Move) start = at = step.end;
      continue;
    }
    const int pieces = step.kind == PathStep::Kind::Cubic ? kBackdropCurveParts : 1;
    const Point from = at;
    for (int i = 1; i <= pieces; ++i) {
      const Point next =
          pieces == 1 ? step.end : on_cubic(from, step, static_cast<double>(i) / pieces);
      edge(at, next);
      at = next;
    }
  }
  close();
  if (is_crossed) return Covers::Part;
  const bool inside = rule == display::FillRule::EvenOdd ? turns % 2 != 0 : turns != 0;
  return inside ? Covers::All : Covers::Nothing;
}

/// Joins may reach further than the line is wide (PDF 1.7, 8.4.3.5).
Length reach(const display::Stroke& stroke) {
  const double miter =
      stroke.join == display::Join::Miter ? std::max(stroke.miter_limit, 1.5) : 1.5;
  return stroke.width / 2 * miter;
}

/// True when the line, as far as it may reach, comes near the box.
bool stroke_touches(const display::Shape& shape, const Rect& box) {
  if (!shape.stroke) return false;
  const Rect near = box.outset(reach(*shape.stroke));
  bool touches = false;
  flatten(shape.path, kBackdropCurveParts,
          [&](Point from, Point to) { touches = touches || enters(near, from, to); });
  return touches;
}

/// What a shape does to `box`.
Covers covers(const display::Shape& shape, const Rect& box) {
  if (stroke_touches(shape, box)) return Covers::Part;
  if (!shape.fill && !shape.gradient) return Covers::Nothing;
  return covers(shape.path, shape.fill_rule, box);
}

bool is_flat(const display::Shape& shape) {
  return shape.fill && !shape.gradient && shape.opacity >= 1 &&
         shape.overprint != color::Overprint::On;
}

std::optional<Rect> run_box(const display::GlyphRun& run) {
  if (run.glyphs.empty()) return std::nullopt;
  Length left = run.glyphs.front().x, right = left;
  for (const display::Glyph& glyph : run.glyphs) {
    left = std::min(left, glyph.x);
    right = std::max(right, glyph.x + glyph.advance);
  }
  // Letters reach less than an em beyond their advances, and hardly above an em and a half.
  return Rect::from_edges(run.origin.x + left - run.size, run.origin.y - run.size * 1.5,
                          run.origin.x + right + run.size, run.origin.y + run.size);
}

}  // namespace

std::optional<Rect> painted_box(const display::Item& item) {
  auto box = std::visit(
      Overload{[](const display::GlyphRun& run) { return run_box(run); },
               [](const display::Shape& shape) {
                 auto bounds = shape.path.bounds();
                 if (bounds && shape.stroke) bounds = bounds->outset(reach(*shape.stroke));
                 return bounds;
               },
               [](const display::PlacedPicture& placed) {
                 const auto seen = placed.clip.bounds();
                 return std::optional(seen ? intersection(placed.box, *seen) : placed.box);
               }},
      item.content);
  const auto clip = item.clip ? item.clip->bounds() : std::nullopt;
  if (box && clip) box = intersection(*box, *clip);
  if (!box || box->width < Length() || box->height < Length()) return std::nullopt;
  return box;
}

void Backdrop::add(const display::Item& item) {
  if (item.step != display::ProcessingStep::None) return;
  if (const auto box = painted_box(item)) painted_.push_back({&item, *box});
}

std::optional<color::Color> Backdrop::flat_color(const Rect& box) {
  for (auto below = painted_.rbegin(); below != painted_.rend(); ++below) {
    if (++looks_ > kMostLooks) return std::nullopt;
    // What only touches the box is not below it.
    if (!below->box.intersects(box.outset(-kTolerance))) continue;
    const auto* shape = display::shape_of(*below->item);
    if (shape == nullptr) return std::nullopt;
    looks_ += shape->path.steps().size();
    const Covers shape_covers = covers(*shape, box);
    if (shape_covers == Covers::Nothing) continue;
    const auto& clip = below->item->clip;
    const Covers clip_shows = clip ? covers(*clip, display::FillRule::NonZero, box) : Covers::All;
    if (clip_shows == Covers::Nothing) continue;
    if (shape_covers == Covers::Part || clip_shows == Covers::Part || !is_flat(*shape)) {
      return std::nullopt;
    }
    return shape->fill;
  }
  return color::Color::paper();
}

}  // namespace handbill::press
