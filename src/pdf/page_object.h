// SPDX-License-Identifier: MIT
// Page objects: boxes and links (PDF 1.7, 7.7.3.3 and 12.5.6.5).
#pragma once

#include <string>

#include "base/claims.h"
#include "display/page_list.h"
#include "pdf/flip.h"

namespace handbill::pdf {

/// MediaBox, BleedBox and TrimBox; files that conform to nothing also name the CropBox, which
/// PDF/X has no use for and a press must not be misled by.
std::string box_entries(const display::Page& page, Claims standard);

std::string link_entries(const display::Link& link, const Flip& flip);

}  // namespace handbill::pdf
