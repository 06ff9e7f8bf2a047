// SPDX-License-Identifier: MIT
// What lies below a place on a page.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "display/page_list.h"

namespace handbill::press {

/// The items of a page from the bottom up. Add each when it has its final colour.
class Backdrop {
 public:
  void add(const display::Item& item);

  /// The colour everywhere in `box`; paper where nothing was painted. Nothing: there is more than
  /// one, or a picture, a gradient, type or something see-through.
  std::optional<color::Color> flat_color(const Rect& box);

 private:
  struct Painted {
    const display::Item* item;
    Rect box;  ///< never smaller than what is painted
  };
  std::vector<Painted> painted_;
  std::size_t looks_ = 0;  ///< at path steps, so that hostile art ends in bounded time
};

/// No smaller than what the item paints; nothing: it paints nothing.
std::optional<Rect> painted_box(const display::Item& item);

}  // namespace handbill::press
