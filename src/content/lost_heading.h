// SPDX-License-Identifier: MIT
// A heading that is missing: what stood below it belongs, as TOML has it, to the one above.
#pragma once

#include "diag/diagnostic.h"
#include "spec/parse_layout.h"

namespace handbill::content {

/// Looks at the tables whose keys are known: to the program, or because layouts ask for them.
/// Reports a heading that is missing above keys of a table, once, and has them below it; where
/// nobody knows which it is, leaves them out.
spec::ContentSpec with_headings(spec::ContentSpec content, diag::Diagnostics& diags);

}  // namespace handbill::content
