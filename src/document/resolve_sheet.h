// SPDX-License-Identifier: MIT
// The sheet and its folds.
#pragma once

#include <vector>

#include "document/fold.h"
#include "document/teller.h"
#include "spec/layout_spec.h"

namespace handbill::document {

struct FoldedSheet {
  Sheet sheet{};
  FoldKind fold = FoldKind::None;
  std::vector<Length> widths{};  ///< of the panels, outside, left to right; empty without a fold
};

/// Defaults: bleed 0.125 in, safe 0.1875 in, fold_safe 0.125 in, margin 0.375 in, no fold, no
/// marks; grams from the text of the stock, caliper estimated from both. Panels give way as the
/// shop wants it, or by default as FoldAllowance says. A shop's bleed and safe areas stand in for
/// the first three and are the least there is; a smaller bleed is an error, unless the shop prints
/// none: then there is none. Its marks replace the layout's. Reports bad-value, missing-key and
/// bad-fold; Letter stands in for a size that is broken.
FoldedSheet resolve_sheet(const spec::LayoutSpec& layout, const Shop* shop, const Teller& teller);

/// Nothing: the sheet has no grid, or one without a step (parse has reported that).
std::optional<BaselineGrid> baseline_grid(const spec::SheetSpec& sheet);

/// What is written over `by_default`, side by side.
Insets read_insets(const std::optional<spec::InsetsSpec>& written, const Insets& by_default);

}  // namespace handbill::document
