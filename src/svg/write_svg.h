// SPDX-License-Identifier: MIT
// One page as SVG: each glyph outline defined once, no fonts needed to look at it.
#pragma once

#include <string>

#include "color/preview.h"
#include "display/page_list.h"

namespace handbill::svg {

struct SvgOptions {
  bool guides = false;
  bool paper = true;  ///< false: what nothing is painted on can be seen through
};

/// The page with its bleed cut off at the trim (guides, and sheets that pages are
/// placed on: the whole media box is shown).
std::string write_svg(const display::PageList& pages, std::size_t page, const font::FontBook& fonts,
                      const color::Preview& preview, const SvgOptions& options);

}  // namespace handbill::svg
