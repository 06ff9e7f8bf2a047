// SPDX-License-Identifier: MIT
// A new project, of the content and layouts that come with the program.
#pragma once

#include <optional>
#include <string>

namespace handbill::world {

/// Makes `folder`, which is new or empty. Nothing on success, else what failed.
std::optional<std::string> make_project(const std::string& folder);

}  // namespace handbill::world
