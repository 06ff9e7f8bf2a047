// SPDX-License-Identifier: MIT
#include "layout/obstacles.h"

#include <algorithm>
#include <cmath>

#include "base/flatten.h"

namespace handbill::layout {
namespace {

constexpr int kCurveParts = 16;
/// Steps in which the round edge of what stands off an outline is taken.
constexpr int kRoundParts = 4;
constexpr Length kAlongOutline = Length::pt(1);

void unite(std::optional<Interval>& all, Interval with) {
  if (!all) {
    all = with;
  } else {
    all = Interval{std::min(all->left, with.left), std::max(all->right, with.right)};
  }
}

/// Where a segment runs inside the band.
std::optional<Interval> inside(Point from, Point to, Band band) {
  if (from.y > to.y) std::swap(from, to);
  if (to.y < band.top || from.y > band.bottom) return std::nullopt;
  const auto x_at = [&](Length y) {
    if (to.y - from.y < kTolerance) return from.x;
    return from.x + (to.x - from.x) * ((y - from.y) / (to.y - from.y));
  };
  const Length a = from.y < band.top ? x_at(band.top) : from.x;
  const Length b = to.y > band.bottom ? x_at(band.bottom) : to.x;
  return Interval{std::min(a, b), std::max(a, b)};
}

}  // namespace

Obstacle Obstacle::box(const Rect& box, Length offset) { return {box, offset}; }

Obstacle Obstacle::outline(const Path& outline, const Rect& box, Length offset) {
  Obstacle result(box, offset);
  result.is_box_ = false;
  flatten(outline, kCurveParts, [&](Point from, Point to) {
    result.segments_.push_back({from, to});
  });
  return result;
}

std::optional<Interval> Obstacle::enclosed(Band band) const {
  band = {std::max(band.top, box_.top), std::min(band.bottom, box_.bottom())};
  std::optional<Interval> result;
  if (band.top > band.bottom) return result;
  for (const Segment& each : segments_) {
    if (const auto part = inside(each.from, each.to, band)) unite(result, *part);
  }
  if (!result) return result;
  result = Interval{std::max(result->left, box_.left), std::min(result->right, box_.right())};
  return result->width() < Length() ? std::nullopt : result;
}

std::optional<Interval> Obstacle::taken(Band band) const {
  if (is_box_) {
    const Rect around = box_.outset(offset_);
    if (band.bottom <= around.top + kTolerance || band.top >= around.bottom() - kTolerance) {
      return std::nullopt;
    }
    return Interval{around.left, around.right()};
  }
  std::optional<Interval> result;
  for (int i = 0; i <= kRoundParts; ++i) {
    const double up = static_cast<double>(i) / kRoundParts;
    const Length beyond = offset_ * up;
    const Length aside = offset_ * std::sqrt(1 - up * up);
    if (const auto part = enclosed({band.top - beyond, band.bottom + beyond})) {
      unite(result, {part->left - aside, part->right + aside});
    }
  }
  return result;
}

std::optional<Interval> Obstacles::free_part(Interval line, Band band, Length least) const {
  std::vector<Interval> taken;
  for (const Obstacle& each : all_) {
    if (const auto part = each.taken(band)) taken.push_back(*part);
  }
  std::ranges::sort(taken, {}, &Interval::left);
  Interval widest{line.left, line.left};
  Length at = line.left;
  const auto look = [&](Length right) {
    if (right - at > widest.width() + kTolerance) widest = {at, right};
  };
  for (const Interval& each : taken) {
    look(std::min(each.left, line.right));
    at = std::max(at, each.right);
  }
  look(line.right);
  return fits(least, widest.width()) ? std::optional(widest) : std::nullopt;
}

Length Obstacles::bottom() const {
  Length result = all_.front().bottom();
  for (const Obstacle& each : all_) result = std::max(result, each.bottom());
  return result;
}

Length Obstacles::next_try(Interval line, Band band) const {
  Length result = bottom();
  for (const Obstacle& each : all_) {
    const auto part = each.taken(band);
    if (!part || part->right <= line.left || part->left >= line.right) continue;
    result = std::min(result, each.is_box() ? each.bottom() : band.top + kAlongOutline);
  }
  return std::max(result, band.top + kTolerance);
}

}  // namespace handbill::layout
