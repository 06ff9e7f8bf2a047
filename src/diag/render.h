// SPDX-License-Identifier: MIT
// Diagnostics for people (with the source line and a caret) and for programs (JSON).
#pragma once

#include <string>

#include "diag/diagnostic.h"
#include "diag/source_map.h"

namespace handbill::diag {

enum class Paint { Plain, Ansi };

/// Sorted by file (in reading order) and offset, stable; at most 50, then a count of the rest.
std::string render(const Diagnostics& diags, const SourceMap& sources, Paint paint);

/// The same data as a JSON array, never cut.
std::string render_json(const Diagnostics& diags, const SourceMap& sources);

}  // namespace handbill::diag
