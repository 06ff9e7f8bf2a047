// SPDX-License-Identifier: MIT
#pragma once

#include "display/page_list.h"

namespace handbill::pdf {

/// From the page's axes (top left corner of the trim, y down) to PDF's (lower left corner of the
/// media, y up).
class Flip {
 public:
  explicit Flip(const display::Page& page) : media_(page.media) {}
  Length x(Length x) const { return x - media_.left; }
  Length y(Length y) const { return media_.bottom() - y; }
  /// With `top` as the lower edge, for append_box.
  Rect box(const Rect& box) const {
    return Rect::from_edges(x(box.left), y(box.bottom()), x(box.right()), y(box.top));
  }
  Matrix map() const { return {1, 0, 0, -1, -media_.left.pt(), media_.bottom().pt()}; }
  /// Back from PDF's axes to the page's.
  Matrix inverse() const { return {1, 0, 0, -1, media_.left.pt(), media_.bottom().pt()}; }

 private:
  Rect media_;
};

}  // namespace handbill::pdf
