// SPDX-License-Identifier: MIT
// `git`, called for the repository that a project stands in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "build/run_program.h"
#include "world/project.h"

namespace handbill::build {

/// In the project's folder. Nothing is fetched, no hook runs, nobody is asked for a password.
Answer run_git(const world::Project& project, std::vector<std::string> words,
               std::string_view input = {});

std::string first_line(std::string_view text);

/// 40 or 64 hexadecimal digits.
bool is_git_hash(std::string_view word);

}  // namespace handbill::build
