// SPDX-License-Identifier: MIT
#include "build/project_files.h"

#include <algorithm>
#include <filesystem>

#include "base/ascii.h"
#include "diag/near_file.h"
#include "spec/parse_layout.h"

namespace handbill::build {
namespace fs = std::filesystem;

std::vector<std::string> project_layouts(const world::Project& project) {
  // Only the project's own folder: the program's layouts are there to be extended.
  const diag::DiskFiles own({project.root});
  std::vector<std::string> layouts;
  for (const std::string& name : own.list("layouts")) {
    if (!name.ends_with(".toml")) continue;
    if (!spec::is_base(own, "layouts/" + name)) layouts.push_back("layouts/" + name);
  }
  return layouts;
}

std::vector<std::pair<std::string, std::string>> misnamed_layouts(const world::Project& project) {
  const diag::DiskFiles own({project.root});
  std::vector<std::pair<std::string, std::string>> found;
  for (const std::string& name : own.list("layouts")) {
    if (name.ends_with(".toml") || !diag::as_meant(name).ends_with(".toml")) continue;
    if (own.read("layouts/" + name).state != diag::FileState::File) continue;
    const std::string stem = name.substr(0, to_lower(name).find(".toml"));
    found.emplace_back("layouts/" + name, stem + ".toml");
  }
  return found;
}

std::vector<std::string> project_languages(const world::Project& project) {
  std::vector<std::string> languages;
  std::error_code error;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(fs::path(project.root) / "content", error)) {
    if (entry.is_directory(error)) languages.push_back(entry.path().filename().string());
  }
  std::ranges::sort(languages);
  return languages;
}

}  // namespace handbill::build
