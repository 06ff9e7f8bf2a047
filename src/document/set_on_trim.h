// SPDX-License-Identifier: MIT
// One layout on sheets of several sizes.
#pragma once

#include <string>

#include "diag/diagnostic.h"
#include "spec/layout_spec.h"

namespace handbill::document {

/// The layout on another sheet: `trim` is "a4", "tabloid landscape", as find_trim has them, or
/// empty, its own; a name that does not say lies as the layout's own trim does. Where the sheet
/// names the size its lengths are meant for (`design`) and has another one, they are multiplied by
/// the ratio of the widths or of the heights, whichever is less. Reports bad-value.
spec::LayoutSpec set_on_trim(spec::LayoutSpec layout, const std::string& trim,
                             diag::Diagnostics& diags);

}  // namespace handbill::document
