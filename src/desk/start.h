// SPDX-License-Identifier: MIT
// A desk that is opened without a project: which ones there are, and a new one.
#pragma once

#include <string>
#include <variant>

#include "desk/calls.h"
#include "desk/project_folders.h"

namespace handbill::desk {

/// GET /api/home without a project: `{"start": [names]}`.
Answer start_page(const ProjectFolders& places);

/// POST /api/start: `{"open": 0}` is one of those, `{"name": "My clinic"}` a new one, whose name it
/// is given as a fact. The folder of the project, or why there is none.
std::variant<std::string, Answer> started(const Call& call, const ProjectFolders& places);

}  // namespace handbill::desk
