// SPDX-License-Identifier: MIT
// What the module handbill_png exports, beside its version (base/module.h).
#pragma once

#include <optional>
#include <string>

#include "color/preview.h"
#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "png/png_options.h"

namespace handbill::png {

/// The arguments of write_png.
struct PngRequest {
  const display::PageList& pages;
  std::size_t page;
  const font::FontBook& fonts;
  const color::Preview& preview;
  const PngOptions& options;
  diag::Diagnostics& diags;
};

using WritePngEntry = void(const PngRequest& request, std::optional<std::string>& png);
inline constexpr const char* kEntryName = "handbill_write_png";

}  // namespace handbill::png
