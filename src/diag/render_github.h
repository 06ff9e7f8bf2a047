// SPDX-License-Identifier: MIT
// Diagnostics as commands of a GitHub workflow, which shows them beside the lines of a change
// (docs.github.com, "Workflow commands for GitHub Actions").
#pragma once

#include <string>

#include "diag/diagnostic.h"
#include "diag/source_map.h"

namespace handbill::diag {

/// A line for each: errors as `::error`, warnings as `::warning`, all others as `::notice`. As many
/// are told as render_json tells.
std::string render_github(const Diagnostics& diags, const SourceMap& sources);

}  // namespace handbill::diag
