// SPDX-License-Identifier: MIT
// How many of a picture's pixels are printed.
#pragma once

#include <cstdint>

#include "base/geometry.h"
#include "display/page_list.h"

namespace handbill::picture {

/// Pictures are read at so many eighths of their size, then made as large as they are to be.
struct PixelPlan {
  int eighths = 8;
  std::uint32_t read_width = 0, read_height = 0;
  std::uint32_t width = 0, height = 0;

  bool resamples() const { return width != read_width || height != read_height; }
  bool is_smaller() const { return eighths != 8 || resamples(); }
};

/// All pixels of a picture that is printed as large as `printed`, unless it has more than one and a
/// half times `ppi` both ways: then no fewer than `ppi`. Line art of one bit keeps its edges; so
/// does whatever is printed in no size that is known.
PixelPlan plan_pixels(const display::Picture& picture, const Size& printed, double ppi);

}  // namespace handbill::picture
