// SPDX-License-Identifier: MIT
// Messages about what is laid for an entry of a list name that entry, and the part.
#pragma once

#include "diag/diagnostic.h"
#include "document/document.h"

namespace handbill::document {

/// Hands on what was found, those about a frame of such an entry with its place.
void tell_with_entries(const diag::Diagnostics& found, const Document& document,
                       diag::Diagnostics& diags);

}  // namespace handbill::document
