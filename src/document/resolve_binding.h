// SPDX-License-Identifier: MIT
// What an imposition says of folding and binding.
#pragma once

#include <optional>

#include "diag/diagnostic.h"
#include "document/imposition.h"
#include "spec/imposition_spec.h"

namespace handbill::document {

/// Reports keys that the scheme has no use for (bad-imposition), sections that are no multiple of
/// four pages, and a cover's stock that does not tell its thickness (bad-value). Of a scheme that
/// does not bind it is empty but there. Nothing if and only if it added an error.
std::optional<Binding> resolve_binding(const spec::ImpositionSpec& spec, Scheme scheme,
                                       diag::Diagnostics& diags);

}  // namespace handbill::document
