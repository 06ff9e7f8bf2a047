// SPDX-License-Identifier: MIT
// What a check finds, of documents and of what earlier runs wrote.
#pragma once

#include "build/run.h"

namespace handbill::build {

/// Adds all there is to say of the documents asked for to the run's diagnostics. Gives their
/// number.
std::size_t check_documents(Run& run);

}  // namespace handbill::build
