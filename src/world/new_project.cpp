// SPDX-License-Identifier: MIT
#include "world/new_project.h"

#include <filesystem>

#include "world/project.h"

namespace handbill::world {
namespace fs = std::filesystem;

std::optional<std::string> make_project(const std::string& folder) {
  const auto data = data_folder();
  if (!data) return "the program's own layouts and content are not beside it";
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_empty(folder, error)) {
    return "`" + folder + "` exists and is not empty";
  }
  for (const char* part : {"layouts", "content", "fonts/fonts.toml"}) {
    const fs::path to = fs::path(folder) / part;
    if (!error) fs::create_directories(to.parent_path(), error);
    if (!error) fs::copy(fs::path(*data) / part, to, fs::copy_options::recursive, error);
  }
  if (error) return "can't make `" + folder + "`: " + error.message();
  return std::nullopt;
}

}  // namespace handbill::world
