// SPDX-License-Identifier: MIT
#include "check/box_index.h"

#include <cmath>

namespace handbill::check {
namespace {

bool is_finite(const Rect& box) {
  return std::isfinite(box.left.pt()) && std::isfinite(box.top.pt()) &&
         std::isfinite(box.right().pt()) && std::isfinite(box.bottom().pt());
}

/// How many steps of `mean` go into `whole`, within reason.
double steps(Length whole, Length mean) {
  constexpr double kMost = 4096;
  if (!(whole > Length())) return 1;
  return std::clamp(whole / std::max(mean, whole / kMost), 1.0, kMost);
}

}  // namespace

BoxIndex::BoxIndex(const std::vector<Rect>& boxes, const Rect& window) : boxes_(boxes) {
  std::vector<std::uint32_t> kept;
  Length width, height;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if (!is_finite(boxes[i]) || !meet(boxes[i], window)) continue;
    const Rect inside = common(boxes[i], window);
    boxes_[i] = inside;
    extent_ = kept.empty() ? inside : extent_.united(inside);
    width += inside.width;
    height += inside.height;
    kept.push_back(static_cast<std::uint32_t>(i));
  }
  if (kept.empty()) return;
  const auto count = static_cast<double>(kept.size());
  choose_cells(kept.size(), width / count, height / count);
  fill(kept);
}

/// Cells as large as the mean of the boxes, and not many more cells than boxes.
void BoxIndex::choose_cells(std::size_t count, Length mean_width, Length mean_height) {
  double across = steps(extent_.width, mean_width), down = steps(extent_.height, mean_height);
  const double most = 2 * static_cast<double>(count) + 16;
  if (across * down > most) {
    const double shrink = std::sqrt(most / (across * down));
    across = std::max(1.0, across * shrink);
    down = std::clamp(down * shrink, 1.0, std::max(1.0, most / across));
    across = std::min(across, most / down);
  }
  columns_ = static_cast<int>(across);
  rows_ = static_cast<int>(down);
}

BoxIndex::Cells BoxIndex::cells_of(const Rect& box) const {
  const auto place = [](Length at, Length start, Length whole, int count) {
    if (!(whole > Length())) return 0;
    return static_cast<int>(std::clamp((at - start) / whole * count, 0.0, count - 1.0));
  };
  return {place(box.left, extent_.left, extent_.width, columns_),
          place(box.top, extent_.top, extent_.height, rows_),
          place(box.right(), extent_.left, extent_.width, columns_),
          place(box.bottom(), extent_.top, extent_.height, rows_)};
}

void BoxIndex::fill(const std::vector<std::uint32_t>& kept) {
  const auto each_cell = [&](std::uint32_t id, auto visit) {
    const Cells cells = cells_of(boxes_[id]);
    for (int row = cells.top; row <= cells.bottom; ++row) {
      for (int column = cells.left; column <= cells.right; ++column) visit(index_of(column, row));
    }
  };
  starts_.assign(index_of(0, rows_) + 1, 0);
  for (const std::uint32_t id : kept) {
    each_cell(id, [&](std::size_t cell) { ++starts_[cell + 1]; });
  }
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  ids_.resize(starts_.back());
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  for (const std::uint32_t id : kept) {
    each_cell(id, [&](std::size_t cell) { ids_[next[cell]++] = id; });
  }
}

}  // namespace handbill::check
