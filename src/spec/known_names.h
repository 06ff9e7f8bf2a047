// SPDX-License-Identifier: MIT
// Files that are asked for by name: rule packs, shops, impositions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/file_reader.h"

namespace handbill::spec {

/// The names of the TOML files in a folder, sorted as it lists them.
std::vector<std::string> names_in(const diag::FileReader& files, std::string_view folder);

/// For a name that is none of them: the nearest, else all there are.
std::vector<std::string> hints_for(std::string_view name, const std::vector<std::string>& known);

}  // namespace handbill::spec
