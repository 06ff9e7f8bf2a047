// SPDX-License-Identifier: MIT
// Boxes on a page, found by where they lie.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/geometry.h"

namespace handbill::check {

/// True when the boxes have a point in common; flat ones count as well.
inline bool meet(const Rect& a, const Rect& b) {
  return a.left <= b.right() && b.left <= a.right() && a.top <= b.bottom() && b.top <= a.bottom();
}

/// What they have in common; of boxes that do not meet its sides are negative.
inline Rect common(const Rect& a, const Rect& b) {
  return Rect::from_edges(std::max(a.left, b.left), std::max(a.top, b.top),
                          std::min(a.right(), b.right()), std::min(a.bottom(), b.bottom()));
}

/// Boxes in cells about as large as they are: a search looks at what lies near, whatever else there
/// is. The work of building and the memory grow with the number of boxes.
class BoxIndex {
 public:
  BoxIndex() = default;
  /// Boxes outside `window` are left out, as are those that are not finite.
  BoxIndex(const std::vector<Rect>& boxes, const Rect& window);

  /// Calls `look(index)` once for each box that meets `where`, in no order that means anything.
  template <class Look>
  void each_near(const Rect& where, Look look) const {
    if (ids_.empty() || !meet(where, extent_)) return;
    const Cells cells = cells_of(where);
    for (int row = cells.top; row <= cells.bottom; ++row) {
      for (int column = cells.left; column <= cells.right; ++column) {
        const std::size_t cell = index_of(column, row);
        for (std::uint32_t i = starts_[cell]; i < starts_[cell + 1]; ++i) {
          ++looked_;
          const std::uint32_t id = ids_[i];
          // A box in several cells is told in the first that both share.
          const Cells own = cells_of(boxes_[id]);
          if (column != std::max(cells.left, own.left) || row != std::max(cells.top, own.top)) {
            continue;
          }
          if (meet(boxes_[id], where)) look(static_cast<std::size_t>(id));
        }
      }
    }
  }

  /// How many boxes all searches so far looked at: what they cost.
  std::size_t looked() const { return looked_; }

 private:
  /// The last ones included.
  struct Cells {
    int left = 0, top = 0, right = 0, bottom = 0;
  };

  Cells cells_of(const Rect& box) const;
  std::size_t index_of(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column);
  }
  void choose_cells(std::size_t count, Length mean_width, Length mean_height);
  void fill(const std::vector<std::uint32_t>& kept);

  std::vector<Rect> boxes_;
  Rect extent_{};
  int columns_ = 1, rows_ = 1;
  std::vector<std::uint32_t> starts_;  ///< by cell: its first id; one more at the end
  std::vector<std::uint32_t> ids_;
  mutable std::size_t looked_ = 0;
};

}  // namespace handbill::check
