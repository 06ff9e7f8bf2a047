// SPDX-License-Identifier: MIT
// Where the press profiles that come with the program lie.
#pragma once

#include <string>
#include <vector>

namespace handbill::color {

/// Of the installed program: share/handbill/profiles; of one in a build tree: the tree's own.
/// Empty: there are none. The profiles: gracol-coated.icc, swop-3-coated.icc, swop-5-coated.icc,
/// fogra39-coated.icc, fogra29-uncoated.icc.
std::vector<std::string> profile_folders();

/// The same for a program in `folder`.
std::vector<std::string> profile_folders(const std::string& folder);

}  // namespace handbill::color
