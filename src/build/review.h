// SPDX-License-Identifier: MIT
// The sheet that is signed for an approval: what a document says, beside what was approved before.
#pragma once

#include <string>

#include "build/approve.h"

namespace handbill::build {

/// A PDF for each document that is asked for: all in the folder out/ of the project when `file` is
/// empty, else one, to be called so. What is wrong stands in the run's diagnostics.
Recorded review(const std::string& file, Run& run);

}  // namespace handbill::build
