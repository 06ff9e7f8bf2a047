// SPDX-License-Identifier: MIT
// Page objects: boxes and links (PDF 1.7, 7.7.3.3 and 12.5.6.5).
#pragma once

#include <string>

#include "base/claims.h"
#include "display/page_list.h"
#include "pdf/flip.h"

namespace handbill::pdf {

/// MediaBox, BleedBox and TrimBox; files that are no PDF/X also name the CropBox, which PDF/X has
/// no use for and a press must not be misled by.
std::string box_entries(const display::Page& page, Claims standard);

/// `place`: that it leads to, "[12 0 R/Fit]"; empty: to its target.
std::string link_entries(const display::Link& link, const Flip& flip, const std::string& place);

}  // namespace handbill::pdf
