// SPDX-License-Identifier: MIT
// Golden text: tests/golden/<stage>/<case>/expected.txt. UPDATE_GOLDEN=1 rewrites it; read the
// difference before you commit it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace handbill::test {

/// The folders of tests/golden/<stage>, sorted.
std::vector<std::filesystem::path> golden_cases(const std::string& stage);

std::string read_file(const std::filesystem::path& path);

/// Nothing when `actual` equals the file (or the file was rewritten); else the first difference,
/// line by line, for FAIL().
std::optional<std::string> golden_difference(const std::filesystem::path& expected_file,
                                             const std::string& actual);

}  // namespace handbill::test
