// SPDX-License-Identifier: MIT
// write_png for a program that does not link Cairo: opens the module handbill_png when it is called
// first. Include this or png/write_png.h, not both.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "png/module.h"

namespace handbill::png {
inline namespace loaded {

/// As png/write_png.h says. The module is looked for beside the program, then in ../lib/handbill;
/// write-failed when there is none of this version.
std::optional<std::string> write_png(const display::PageList& pages, std::size_t page,
                                     const font::FontBook& fonts, const color::Preview& preview,
                                     const PngOptions& options, diag::Diagnostics& diags);

}  // namespace loaded

/// The same by the first of the `modules` (paths) that exists.
std::optional<std::string> write_png_by(const std::vector<std::string>& modules,
                                        const PngRequest& request);

}  // namespace handbill::png
