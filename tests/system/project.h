// SPDX-License-Identifier: MIT
// A throw-away copy of the project, and the built program run in it as a user would.
#pragma once

#include <string>
#include <vector>

#include "support/run_program.h"

namespace handbill::test {

/// HANDBILL_ALL is set (`./dev closure`, `./dev faults`): all of what each run takes some of.
bool tries_all();

class ProjectCopy {
 public:
  ProjectCopy();

  std::filesystem::path operator/(std::string_view name) const { return folder_ / name; }
  std::string read(std::string_view name) const;
  /// Replaces the only place where `from` stands; fails the test when there is none or several.
  void edit(std::string_view name, std::string_view from, std::string_view to) const;
  void write(std::string_view name, std::string_view text) const { folder_.write(name, text); }
  /// Runs the program in the copy; `environment` such as {"TZ=Asia/Tokyo"}.
  ProgramResult handbill(const std::vector<std::string>& arguments,
                         const std::vector<std::string>& environment = {}) const;
  /// The names of the files in a folder, hidden ones included, sorted.
  std::vector<std::string> files(std::string_view folder) const;

 private:
  TempFolder folder_;
};

}  // namespace handbill::test
