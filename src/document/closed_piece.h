// SPDX-License-Identifier: MIT
// A folded piece when it is closed: which panels one sees.
#pragma once

#include <vector>

#include "document/document.h"

namespace handbill::document {

/// Panels of the document, left to right; null: paper that no side prints.
struct ClosedPiece {
  std::vector<const Panel*> front, back;
};

/// Of a sheet that is not folded: none. To be used while the document lives.
ClosedPiece closed_piece(const Document& document);

/// Reports panel-misnamed: a panel is called "back" or "cover", and another lies there. The back of
/// an accordion fold of an odd number of panels is on its inside.
void check_panel_names(const Document& document, diag::Diagnostics& diags);

}  // namespace handbill::document
