// SPDX-License-Identifier: MIT
// A fault of the program ends the work on one document, not the run.
#pragma once

#include <functional>

#include "diag/diagnostic.h"

namespace handbill::diag {

/// Thrown by whoever stops the work: no fault, so it passes all who report faults.
struct Stopped {};

/// Does the work; what it throws is reported as program-fault, or as too-large when memory ran out.
/// False: it did not end well.
bool guarded(Diagnostics& diags, const std::function<void()>& work);

}  // namespace handbill::diag
