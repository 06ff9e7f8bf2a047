// SPDX-License-Identifier: MIT
// Runs other programs and gives tests a folder that is gone afterwards.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::test {

struct ProgramResult {
  int exit_code = -1;  ///< -1: could not be started, or ended by a signal
  std::string output;  ///< standard output
  std::string errors;  ///< standard error
};

/// Searches PATH, passes the environment on, waits for the end. Standard input is empty.
ProgramResult run_program(const std::vector<std::string>& command);

/// A folder of its own below the system's temporary folder, removed with its content.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
  /// Writes a file in it and gives its path.
  std::filesystem::path write(std::string_view name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

}  // namespace handbill::test
