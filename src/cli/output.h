// SPDX-License-Identifier: MIT
// Output files: written beside, then renamed, so that an old file survives any failure.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace handbill::cli {

struct OutputFile {
  std::string path;
  std::string bytes;
};

/// All files or none are replaced (up to a failing rename). Nothing on success, else what failed.
std::optional<std::string> write_files(const std::vector<OutputFile>& files);

}  // namespace handbill::cli
