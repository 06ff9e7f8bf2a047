// SPDX-License-Identifier: MIT
// Several files as one, for a mail or a portal that takes one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build/output_set.h"

namespace handbill::build {

/// A ZIP file with these in their order; the same bytes whenever it is made. Nothing: there is not
/// enough memory, or a name is none.
std::optional<std::string> zip_of(const std::vector<OutputFile>& files);

}  // namespace handbill::build
