// SPDX-License-Identifier: MIT
// PDFs of earlier runs that lie about, and tell other facts than the files do now.
#pragma once

#include <string>
#include <vector>

#include "build/run.h"

namespace handbill::build {

/// Warns of each PDF in the run's folder that was made of other files than there are now, or of a
/// fact that was set for its run. `written` are the names of those that this run writes.
void report_stale_output(const std::vector<std::string>& written, Run& run);

}  // namespace handbill::build
