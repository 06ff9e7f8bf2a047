// SPDX-License-Identifier: MIT
// How far text may give way to fit its frames.
#pragma once

#include <vector>

#include "document/context.h"

namespace handbill::document {

/// Nothing: it does not. Reports sizes below what the edition allows.
std::optional<Copyfit> resolve_fit(const std::optional<spec::FitSpec>& written,
                                   const Context& context);

/// Of all paragraph styles that have one of their own: a style does not inherit it.
std::vector<StyleFit> resolve_style_fits(const Context& context);

/// Text that is to fit needs frames whose height does not follow the text. Reports bad-box.
void check_fitted_frames(const Document& document, const Context& context);

}  // namespace handbill::document
