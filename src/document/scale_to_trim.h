// SPDX-License-Identifier: MIT
// One layout on sheets of several sizes.
#pragma once

#include <optional>
#include <string>

#include "diag/diagnostic.h"
#include "spec/layout_spec.h"

namespace handbill::document {

/// Puts the layout on another sheet: "a4", "tabloid landscape", as find_trim has them; a name that
/// does not say lies as the layout's own trim does. Reports bad-value.
void change_trim(spec::LayoutSpec& layout, const std::string& trim, diag::Diagnostics& diags);

/// When the sheet names the size its lengths are meant for (`design`) and has another one,
/// multiplies them by the ratio of the widths or of the heights, whichever is less. Reports
/// bad-value.
void scale_to_trim(spec::LayoutSpec& layout, diag::Diagnostics& diags);

}  // namespace handbill::document
