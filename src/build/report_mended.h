// SPDX-License-Identifier: MIT
// What is said of runs that were cut short.
#pragma once

#include <string>
#include <vector>

#include "build/output_set.h"
#include "diag/diagnostic.h"

namespace handbill::build {

/// "`out/a.pdf`, `out/b.pdf`"
std::string listed(const std::vector<std::string>& names, const std::string& folder);

/// Warns of what was mended in a folder.
void report_mended(const Mended& mended, const std::string& folder, diag::Diagnostics& diags);

}  // namespace handbill::build
