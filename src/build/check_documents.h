// SPDX-License-Identifier: MIT
// What a check finds in documents.
#pragma once

#include "build/run.h"

namespace handbill::build {

/// Adds all there is to say of the documents asked for to the run's diagnostics. Gives their
/// number.
std::size_t check_documents(Run& run);

}  // namespace handbill::build
