// SPDX-License-Identifier: MIT
// A copy of a file to look at, with its findings drawn on it.
#pragma once

#include <optional>
#include <string>

#include "diag/diagnostic.h"

namespace handbill::preflight {

/// Each finding with a place becomes a square with a note, on a layer of its own; those without one
/// stand in a column at the edge of the first page. The copy is not for a press. Gives nothing, and
/// reports pdf-broken, when the bytes can't be read.
std::optional<std::string> annotate(const std::string& bytes, const diag::Diagnostics& findings,
                                    diag::Diagnostics& diags);

}  // namespace handbill::preflight
