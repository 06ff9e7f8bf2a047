// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace handbill::desk {

/// Where projects are.
struct ProjectFolders {
  std::string documents{};           ///< the folder that new ones are made in; empty: there is none
  std::vector<std::string> known{};  ///< the folder of each, the one opened last first
};

}  // namespace handbill::desk
