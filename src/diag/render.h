// SPDX-License-Identifier: MIT
// Diagnostics for people (with the source line and a caret) and for programs (JSON).
#pragma once

#include <string>

#include "diag/diagnostic.h"
#include "diag/source_map.h"

namespace handbill::diag {

enum class Paint { Plain, Ansi };

/// So many are told at most, as told_of() chooses them; a last message counts the rest.
constexpr std::size_t kMostRendered = 50, kMostInJson = 1000;

/// Everything in it that is not the program's own goes through `shown`.
std::string render(const Diagnostics& diags, const SourceMap& sources, Paint paint);

/// The same data as a JSON array.
std::string render_json(const Diagnostics& diags, const SourceMap& sources);

}  // namespace handbill::diag
