// SPDX-License-Identifier: MIT
// What the generated documents are written with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbill::cli {

/// Nothing for nothing.
std::string code(std::string_view text);

/// A row of a table; bars in it do not end its cells.
std::string row(const std::vector<std::string>& cells);

}  // namespace handbill::cli
