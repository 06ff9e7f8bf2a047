// SPDX-License-Identifier: MIT
// Programs of CUPS for tests: they write down what they are asked, and print nothing.
#pragma once

#include <string>

#include "system/project.h"

namespace handbill::test {

/// Puts `lp` and `lpstat` into the folder `bin` of the project; what `lp` was called with comes to
/// `lp-words`, what it read to `lp-input`. Gives the PATH with it before all else, as an
/// environment has it. `printers` are their names, a line each; the first is the default one.
std::string with_printer(const ProjectCopy& project, const std::string& printers = "front-desk\n");

}  // namespace handbill::test
