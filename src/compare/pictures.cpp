// SPDX-License-Identifier: MIT
#include "compare/pictures.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <string>

namespace handbill::compare {
namespace {

/// More tell a reader nothing: wider gaps are closed.
constexpr std::size_t kMostAreas = 200;

/// Squares of the picture that have something in them, and which touch.
class Squares {
 public:
  Squares(int width, int height, int size)
      : size_(std::max(1, size)),
        columns_((width + size_ - 1) / size_),
        rows_((height + size_ - 1) / size_),
        areas_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)),
        leaders_(areas_.size()) {
    std::iota(leaders_.begin(), leaders_.end(), std::size_t{0});
  }

  void add(int x, int y) {
    Area& area = areas_[at(x / size_, y / size_)];
    const Area pixel{x, y, x + 1, y + 1};
    area = is_empty(area) ? pixel : united(area, pixel);
  }

  std::vector<Area> areas() {
    for (int row = 0; row < rows_; ++row) {
      for (int column = 0; column < columns_; ++column) join_neighbours(column, row);
    }
    std::vector<Area> whole(areas_.size());
    for (std::size_t i = 0; i < areas_.size(); ++i) {
      if (is_empty(areas_[i])) continue;
      Area& into = whole[leader(i)];
      into = is_empty(into) ? areas_[i] : united(into, areas_[i]);
    }
    std::erase_if(whole, is_empty);
    if (whole.size() > kMostAreas) return whole;
    return with_overlaps_joined(std::move(whole));
  }

 private:
  static bool is_empty(const Area& area) { return area.right <= area.left; }
  static Area united(const Area& a, const Area& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
            std::max(a.bottom, b.bottom)};
  }
  std::size_t at(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column);
  }
  std::size_t leader(std::size_t square) {
    while (leaders_[square] != square) square = leaders_[square] = leaders_[leaders_[square]];
    return square;
  }
  void join_neighbours(int column, int row) {
    if (is_empty(areas_[at(column, row)])) return;
    for (const auto& [x, y] : {std::pair{column + 1, row}, std::pair{column - 1, row + 1},
                               std::pair{column, row + 1}, std::pair{column + 1, row + 1}}) {
      const bool is_inside = x >= 0 && x < columns_ && y < rows_;
      if (!is_inside || is_empty(areas_[at(x, y)])) continue;
      leaders_[leader(at(x, y))] = leader(at(column, row));
    }
  }
  static std::vector<Area> with_overlaps_joined(std::vector<Area> areas) {
    for (bool changes = true; changes;) {
      changes = false;
      for (std::size_t i = 0; i < areas.size(); ++i) {
        for (std::size_t j = areas.size(); --j > i;) {
          const Area &a = areas[i], &b = areas[j];
          const bool overlap =
              a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
          if (!overlap) continue;
          areas[i] = united(a, b);
          areas.erase(areas.begin() + static_cast<std::ptrdiff_t>(j));
          changes = true;
        }
      }
    }
    std::ranges::sort(areas, [](const Area& a, const Area& b) {
      return std::pair(a.top, a.left) < std::pair(b.top, b.left);
    });
    return areas;
  }

  int size_, columns_, rows_;
  std::vector<Area> areas_;
  std::vector<std::size_t> leaders_;
};

constexpr int kColors = 3;

bool differ(const char* a, const char* b) {
  for (int i = 0; i < kColors; ++i) {
    const int apart = static_cast<unsigned char>(a[i]) - static_cast<unsigned char>(b[i]);
    if (std::abs(apart) > kPixelTolerance) return true;
  }
  return false;
}

const char* pixel(const Pixels& picture, int x, int y) {
  const auto index = static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                     static_cast<std::size_t>(x);
  return picture.bytes.data() + index * kColors;
}

}  // namespace

PictureDifference compare_pictures(const Pixels& before, const Pixels& after, int gap) {
  const int width = std::max(before.width, after.width);
  const int height = std::max(before.height, after.height);
  Squares squares(width, height, gap);
  std::size_t count = 0;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool are_both =
          x < std::min(before.width, after.width) && y < std::min(before.height, after.height);
      if (are_both && !differ(pixel(before, x, y), pixel(after, x, y))) continue;
      squares.add(x, y);
      ++count;
    }
  }
  if (count == 0) return {};
  const double all = static_cast<double>(width) * static_cast<double>(height);
  PictureDifference found{static_cast<double>(count) / all, squares.areas()};
  return found.areas.size() > kMostAreas ? compare_pictures(before, after, gap * 2) : found;
}

}  // namespace handbill::compare
