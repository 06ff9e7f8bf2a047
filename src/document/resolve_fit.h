// SPDX-License-Identifier: MIT
// How far text may give way to fit its frames.
#pragma once

#include <vector>

#include "document/document.h"
#include "document/teller.h"
#include "spec/layout_spec.h"

namespace handbill::document {

/// Nothing: it does not. Reports sizes below what the edition allows.
std::optional<Copyfit> resolve_fit(const std::optional<spec::FitSpec>& written,
                                   const spec::LayoutSpec& layout, const Teller& teller);

/// Of all paragraph styles that have one of their own: a style does not inherit it.
std::vector<StyleFit> resolve_style_fits(const spec::LayoutSpec& layout, const Teller& teller);

/// Text that is to fit needs frames whose height does not follow the text. Reports bad-box.
void check_fitted_frames(const Document& document, diag::Diagnostics& diags);

}  // namespace handbill::document
