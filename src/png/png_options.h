// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

namespace handbill::png {

/// Pixels of a picture, from its upper left corner.
struct PixelBox {
  int left = 0, top = 0, right = 0, bottom = 0;
  int width() const { return right - left; }
  int height() const { return bottom - top; }
  bool operator==(const PixelBox&) const = default;
};

struct PngOptions {
  double pixels_per_inch = 150;  ///< 10 to 1200
  bool guides = false;
  /// These pixels alone, as they are in the whole picture; edges of clipped items may differ in
  /// their last shades. What lies outside of the picture is left out. Nothing: all of them.
  std::optional<PixelBox> part{};
};

}  // namespace handbill::png
