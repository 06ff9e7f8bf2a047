// SPDX-License-Identifier: MIT
// The stacks of printed copies as a list.
#pragma once

#include <string>
#include <vector>

#include "build/print_stacks.h"

namespace handbill::build {

/// For people: a table, below each stack what it says that is not so now, and a sum.
std::vector<std::string> lines_of(const std::vector<JudgedStack>& stacks);
/// For programs.
std::string json_of(const std::vector<JudgedStack>& stacks);

}  // namespace handbill::build
