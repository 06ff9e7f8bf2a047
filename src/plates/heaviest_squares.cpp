// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "plates/ink_map.h"

namespace handbill::plates {
namespace {

/// Means over all places of a square on a grid: first along the rows, then down the columns, each
/// by differences of running sums.
class Windows {
 public:
  Windows(const InkMap& map, Length side) : map_(map) {
    const double cell = map.cell().pt();
    const double across = std::min(map.area.width.pt() / cell, double(map.width));
    const double down = std::min(map.area.height.pt() / cell, double(map.height));
    width_ = std::min(side.pt() / cell, across);
    height_ = std::min(side.pt() / cell, down);
    columns_ = places(across, width_);
    rows_ = places(down, height_);
    slide();
  }

  std::size_t count() const { return means_.size(); }
  double& mean(std::size_t i) { return means_[i]; }

  Rect box(std::size_t i) const {
    const Length cell = map_.cell();
    return {map_.area.left + cell * columns_[i % columns_.size()],
            map_.area.top + cell * rows_[i / columns_.size()], cell * width_, cell * height_};
  }

  /// Leaves out all that would lie over window `i`.
  void clear_around(std::size_t i) {
    const double x = columns_[i % columns_.size()], y = rows_[i / columns_.size()];
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (std::abs(rows_[row] - y) >= height_ - kTouch) continue;
      for (std::size_t column = 0; column < columns_.size(); ++column) {
        if (std::abs(columns_[column] - x) >= width_ - kTouch) continue;
        means_[row * columns_.size() + column] = 0;
      }
    }
  }

 private:
  static constexpr double kTouch = 1e-6;

  /// On whole cells, and one at the very end.
  static std::vector<double> places(double length, double window) {
    std::vector<double> places;
    const double last = std::max(0.0, length - window);
    for (int i = 0; i < last; ++i) places.push_back(i);
    places.push_back(last);
    return places;
  }

  /// A running sum (`sums[n]` is that of the first n cells) at a place between two cells.
  template <class Sums>
  static double at(const Sums& sums, double place, std::size_t most) {
    const auto whole = std::min(static_cast<std::size_t>(place), most);
    if (whole == most) return sums(whole);
    return sums(whole) + (sums(whole + 1) - sums(whole)) * (place - static_cast<double>(whole));
  }

  void slide() {
    const auto width = static_cast<std::size_t>(map_.width);
    const auto height = static_cast<std::size_t>(map_.height);
    const std::size_t columns = columns_.size();
    std::vector<double> along(width + 1, 0), down((height + 1) * columns, 0);
    for (std::size_t y = 0; y < height; ++y) {
      for (std::size_t x = 0; x < width; ++x) {
        unsigned ink = 0;
        for (const std::string& plate : map_.plates) {
          ink += static_cast<unsigned char>(plate[y * width + x]);
        }
        along[x + 1] = along[x] + ink;
      }
      const auto sums = [&](std::size_t i) { return along[i]; };
      for (std::size_t x = 0; x < columns; ++x) {
        down[(y + 1) * columns + x] = down[y * columns + x] +
                                      at(sums, columns_[x] + width_, width) -
                                      at(sums, columns_[x], width);
      }
    }
    means_.reserve(rows_.size() * columns);
    const double full = 255 * width_ * height_ / 100;
    for (const double y : rows_) {
      for (std::size_t x = 0; x < columns; ++x) {
        const auto sums = [&](std::size_t i) { return down[i * columns + x]; };
        means_.push_back((at(sums, y + height_, height) - at(sums, y, height)) / full);
      }
    }
  }

  const InkMap& map_;
  double width_ = 0, height_ = 0;       ///< of a window, in cells
  std::vector<double> columns_, rows_;  ///< where windows begin
  std::vector<double> means_;           ///< in percent, row by row
};

}  // namespace

std::vector<InkSquare> heaviest_squares(const InkMap& map, Length side, std::size_t most) {
  std::vector<InkSquare> squares;
  const bool there = map.width > 0 && map.height > 0 && map.area.width > Length() &&
                     map.area.height > Length() && side > Length();
  if (!there) return squares;
  Windows windows(map, side);
  while (squares.size() < most) {
    std::size_t worst = 0;
    for (std::size_t i = 1; i < windows.count(); ++i) {
      // A running sum's last digits are no reason to take a later one.
      if (windows.mean(i) > windows.mean(worst) + 1e-6) worst = i;
    }
    if (windows.mean(worst) <= 1e-6) break;
    squares.push_back({windows.box(worst), windows.mean(worst)});
    windows.clear_around(worst);
  }
  return squares;
}

}  // namespace handbill::plates
