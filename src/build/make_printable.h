// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "build/printer.h"
#include "build/publish.h"

namespace handbill::build {

/// Adds the document as it goes to a printer, unless it has errors.
Made make_printable(const Job& job, Run& run, std::vector<Printable>& into);

}  // namespace handbill::build
