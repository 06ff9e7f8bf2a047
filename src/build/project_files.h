// SPDX-License-Identifier: MIT
// What a project has to build: layouts and languages.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "world/project.h"

namespace handbill::build {

/// The layouts a project builds when none is named: its layouts/*.toml that do not say that they
/// are there to be extended (`base = true`), sorted.
std::vector<std::string> project_layouts(const world::Project& project);

/// Files of layouts/ that are none because their names do not end in `.toml`, but nearly: as they
/// are, and as they are meant.
std::vector<std::pair<std::string, std::string>> misnamed_layouts(const world::Project& project);

/// The languages a project has texts in: the folders of its content/, sorted.
std::vector<std::string> project_languages(const world::Project& project);

}  // namespace handbill::build
