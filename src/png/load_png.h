// SPDX-License-Identifier: MIT
// write_png for a program that does not link Cairo: opens the module handbill_png when it is called
// first. Include this or png/write_png.h, not both.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/module.h"
#include "png/module.h"

namespace handbill::png {
inline namespace loaded {

/// As png/write_png.h says; module-missing when there is no module of this version.
std::optional<std::string> write_png(const display::PageList& pages, std::size_t page,
                                     const font::FontBook& fonts, const color::Preview& preview,
                                     const PngOptions& options, diag::Diagnostics& diags);

}  // namespace loaded

Module open_png_module();

/// The same by a module that is open.
std::optional<std::string> write_png_by(const Module& module, const PngRequest& request);

/// The same by the module in one of the folders.
std::optional<std::string> write_png_by(const std::vector<std::string>& folders,
                                        const PngRequest& request);

}  // namespace handbill::png
