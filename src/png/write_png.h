// SPDX-License-Identifier: MIT
// One page as PNG, drawn by Cairo from the page list.
#pragma once

#include <optional>
#include <string>

#include "color/preview.h"
#include "diag/diagnostic.h"
#include "display/page_list.h"

namespace handbill::png {

struct PngOptions {
  double pixels_per_inch = 150;  ///< 10 to 1200
  bool guides = false;
};

/// The page cut off at the trim (guides: the whole media box is shown), 8-bit RGB.
std::optional<std::string> write_png(const display::PageList& pages, std::size_t page,
                                     const font::FontBook& fonts, const color::Preview& preview,
                                     const PngOptions& options, diag::Diagnostics& diags);

}  // namespace handbill::png
