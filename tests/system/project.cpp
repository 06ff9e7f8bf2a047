// SPDX-License-Identifier: MIT
#include "system/project.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "support/golden.h"
#include "support/paths.h"

namespace handbill::test {
namespace fs = std::filesystem;

bool tries_all() { return std::getenv("HANDBILL_ALL") != nullptr; }

ProjectCopy::ProjectCopy() {
  const fs::path source = test::source_folder();
  for (const char* part : {"layouts", "content", "fonts"}) {
    fs::copy(source / part, folder_ / part, fs::copy_options::recursive);
  }
}

std::string ProjectCopy::read(std::string_view name) const { return read_file(folder_ / name); }

void ProjectCopy::edit(std::string_view name, std::string_view from, std::string_view to) const {
  std::string text = read(name);
  const auto at = text.find(from);
  INFO(name << " has no `" << from << "`");
  REQUIRE(at != text.npos);
  REQUIRE(text.find(from, at + 1) == text.npos);
  write(name, text.replace(at, from.size(), to));
}

ProgramResult ProjectCopy::handbill(const std::vector<std::string>& arguments,
                                    const std::vector<std::string>& environment) const {
  std::vector<std::string> command = {"env", "-C", folder_.path().string()};
  command.insert(command.end(), environment.begin(), environment.end());
  command.push_back(test::program());
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run_program(command);
}

std::vector<std::string> ProjectCopy::files(std::string_view folder) const {
  std::vector<std::string> names;
  if (!fs::exists(folder_ / folder)) return names;
  for (const auto& entry : fs::directory_iterator(folder_ / folder)) {
    names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace handbill::test
