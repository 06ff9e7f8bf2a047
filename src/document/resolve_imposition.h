// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "diag/diagnostic.h"
#include "document/imposition.h"
#include "spec/imposition_spec.h"

namespace handbill::document {

/// What a page needs of the sheet, for what an imposition leaves open.
struct PageNeeds {
  Size trim;
  Length bleed;
  Size reach;   ///< of bleed and marks beyond a block of pages: to the sides, above and below
  Length foot;  ///< of a tile, below what it shows of the sign
};

/// Reports a sheet without a known name (bad-value), or one that not even one page with its
/// bleed and marks fits on (bad-imposition). Empty if and only if it added an error.
std::optional<Imposition> resolve_imposition(const spec::ImpositionSpec& spec, std::string name,
                                             const PageNeeds& page, diag::Diagnostics& diags);

}  // namespace handbill::document
