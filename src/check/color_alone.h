// SPDX-License-Identifier: MIT
// What is told by colour, and nothing else (WCAG 2.2, 1.4.1).
#pragma once

#include "color/preview.h"
#include "diag/diagnostic.h"
#include "document/document.h"

namespace handbill::check {

/// Warns of words that differ from those around them in colour only, and are less than three times
/// as light or as dark as they; and of columns of tables whose cells have grounds and no words.
void check_color_alone(const document::Document& document, const color::Preview& screen,
                       diag::Diagnostics& diags);

}  // namespace handbill::check
