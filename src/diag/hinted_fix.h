// SPDX-License-Identifier: MIT
// The edit that a hint speaks of.
#pragma once

#include <optional>

#include "diag/diagnostic.h"
#include "diag/source_map.h"

namespace handbill::diag {

/// The diagnostic's own edit. Or that of its hint "did you mean `x`?": x stands in for the first
/// value between backticks in the message that stands at the span. Nothing: neither is there.
std::optional<Fix> fix_of(const Diagnostic& diagnostic, const SourceMap& sources);

}  // namespace handbill::diag
