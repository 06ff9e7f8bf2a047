// SPDX-License-Identifier: MIT
#include "plates/coverage.h"

#include <algorithm>
#include <cmath>

namespace handbill::plates {
namespace {

constexpr Length kFinest = Length::pt(0.02);
constexpr double kFarAway = 1e9;  // cells; beyond it edges would lose their slope

}  // namespace

CellBox cells_of(const Grid& grid, const Rect& area) {
  const auto cell = [&](Length at, Length origin, int most, auto round) {
    const double place = round((at - origin).pt() * grid.per_point);
    return place > 0 ? static_cast<int>(std::min(place, static_cast<double>(most))) : 0;
  };
  const auto floor = [](double v) { return std::floor(v); };
  const auto ceil = [](double v) { return std::ceil(v); };
  CellBox box;
  box.left = cell(area.left, grid.origin.x, grid.width, floor);
  box.top = cell(area.top, grid.origin.y, grid.height, floor);
  box.width = cell(area.right(), grid.origin.x, grid.width, ceil) - box.left;
  box.height = cell(area.bottom(), grid.origin.y, grid.height, ceil) - box.top;
  return box;
}

Point middle(const Grid& grid, const CellBox& box, int column, int row) {
  return grid.origin +
         Point{grid.cell() * (box.left + column + 0.5), grid.cell() * (box.top + row + 0.5)};
}

// Two cells more than the box is wide: what lies at its right edge is counted there.
Coverage::Coverage(const Grid& grid, const CellBox& box)
    : grid_(grid),
      box_(box),
      stride_(box.empty() ? 0 : static_cast<std::size_t>(box.width) + 2),
      sums_(box.empty() ? 0 : stride_ * static_cast<std::size_t>(box.height)) {}

void Coverage::add(const Path& path) {
  walk(path, std::min(kFinest, grid_.cell() * 0.1), *this);
  close();
}

void Coverage::add(const std::vector<Polyline>& contours) {
  for (const Polyline& contour : contours) {
    if (contour.points.empty()) continue;
    move(contour.points.front());
    for (const Point& point : contour.points) line(point);
    close();
  }
}

/// An area has no open contours: what moves away goes back first.
void Coverage::move(Point to) {
  close();
  start_ = at_ = spot(to);
}

void Coverage::line(Point to) {
  const Spot next = spot(to);
  edge(at_, next);
  at_ = next;
}

void Coverage::close() {
  edge(at_, start_);
  at_ = start_;
}

Coverage::Spot Coverage::spot(Point p) const {
  const auto cells = [&](Length distance) {
    return std::clamp(distance.pt() * grid_.per_point, -kFarAway, kFarAway);
  };
  return {cells(p.x - grid_.origin.x) - box_.left, cells(p.y - grid_.origin.y) - box_.top};
}

void Coverage::edge(Spot from, Spot to) {
  if (from.y == to.y || sums_.empty()) return;
  const double sign = from.y < to.y ? 1 : -1;
  if (sign < 0) std::swap(from, to);
  const double height = box_.height;
  if (from.y >= height || to.y <= 0) return;
  const double slope = (to.x - from.x) / (to.y - from.y);
  const double top = std::max(from.y, 0.0), bottom = std::min(to.y, height);
  double x = from.x + (top - from.y) * slope;
  const int last = std::min(static_cast<int>(std::ceil(bottom)), box_.height);
  for (int y = static_cast<int>(top); y < last; ++y) {
    const double part = std::min(y + 1.0, bottom) - std::max(static_cast<double>(y), top);
    const double next = x + slope * part;
    row_edge(&sums_[static_cast<std::size_t>(y) * stride_], std::min(x, next), std::max(x, next),
             sign * part);
    x = next;
  }
}

/// An edge within one row, from x0 to x1 >= x0: what lies to its right is covered by `height`.
void Coverage::row_edge(float* row, double x0, double x1, double height) {
  const double width = box_.width;
  if (x0 >= width) return;
  const auto add = [row](int cell, double by) { row[cell] += static_cast<float>(by); };
  if (x1 <= 0) return add(0, height);
  if (x0 < 0) {
    const double outside = height * -x0 / (x1 - x0);
    add(0, outside);
    height -= outside;
    x0 = 0;
  }
  if (x1 > width) {
    height *= (width - x0) / (x1 - x0);
    x1 = width;
  }
  const int first = static_cast<int>(x0), last = static_cast<int>(std::ceil(x1));
  if (last <= first + 1) {
    const double right = height * ((x0 + x1) / 2 - first);
    add(first, height - right);
    add(first + 1, right);
    return;
  }
  // In each cell: the height passed to its left, that of the edge in it, all of it to the right.
  const double per_cell = height / (x1 - x0);
  double passed = 0, before = 0;
  for (int cell = first; cell < last; ++cell) {
    const double enter = std::max(x0, static_cast<double>(cell));
    const double leave = std::min(x1, cell + 1.0);
    const double now = passed + per_cell * (leave - enter);
    const double mean =
        passed * (enter - cell) + (passed + now) / 2 * (leave - enter) + now * (cell + 1 - leave);
    add(cell, mean - before);
    passed = now;
    before = mean;
  }
  add(last, height - before);
}

std::vector<float> Coverage::cells(display::FillRule rule) const {
  std::vector<float> out(box_.count());
  const auto width = static_cast<std::size_t>(box_.width);
  float* to = out.data();
  for (int y = 0; y < box_.height; ++y) {
    const float* from = &sums_[static_cast<std::size_t>(y) * stride_];
    float sum = 0;
    for (std::size_t x = 0; x < width; ++x) {
      sum += from[x];
      float covered = std::abs(sum);
      if (rule == display::FillRule::EvenOdd) {
        covered -= 2 * std::floor(covered / 2);
        if (covered > 1) covered = 2 - covered;
      }
      *to++ = std::min(covered, 1.0F);
    }
  }
  return out;
}

}  // namespace handbill::plates
