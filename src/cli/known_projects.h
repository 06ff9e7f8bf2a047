// SPDX-License-Identifier: MIT
// The projects that a person has worked on at the desk.
#pragma once

#include <string>

#include "desk/project_folders.h"

namespace handbill::cli {

/// Those that were opened, the last first, then others below Documents/Handbill; those that are
/// gone are left out.
desk::ProjectFolders known_projects();

/// `folder` was opened last. What can't be written is left so.
void remember_project(const std::string& folder);

}  // namespace handbill::cli
