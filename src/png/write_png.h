// SPDX-License-Identifier: MIT
// One page as PNG, drawn by Cairo from the page list. The program reaches it through load_png.h.
#pragma once

#include <optional>
#include <string>

#include "color/preview.h"
#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "png/png_options.h"

namespace handbill::png {

/// The page cut off at the trim (guides: the whole media box and a legend are shown), 8-bit RGB,
/// the resolution stated. Reports bad-value for a resolution out of range or a picture of over
/// kMostPixels, picture-broken, write-failed.
std::optional<std::string> write_png(const display::PageList& pages, std::size_t page,
                                     const font::FontBook& fonts, const color::Preview& preview,
                                     const PngOptions& options, diag::Diagnostics& diags);

inline constexpr double kMostPixels = 150e6;

}  // namespace handbill::png
