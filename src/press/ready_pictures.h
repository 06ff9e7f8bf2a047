// SPDX-License-Identifier: MIT
// Pictures as the press takes them: only now their places are known, and each is made ready once,
// whatever was tried before.
#pragma once

#include <optional>

#include "color/preview.h"
#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "document/document.h"

namespace handbill::press {

/// The pages with the pictures that stand on them as picture::to_press makes them, one at a time.
/// Nothing: it added an error.
std::optional<display::PageList> ready_pictures(const document::Document& document,
                                                display::PageList pages,
                                                const color::Preview& press,
                                                diag::Diagnostics& diags);

}  // namespace handbill::press
