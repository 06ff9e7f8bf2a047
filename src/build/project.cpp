// SPDX-License-Identifier: MIT
#include "build/project.h"

#include <algorithm>
#include <filesystem>

#include "base/ascii.h"
#include "diag/near_file.h"
#include "spec/parse_layout.h"

namespace handbill::build {
namespace fs = std::filesystem;

diag::DiskFiles Project::files() const {
  return data == root ? diag::DiskFiles({root}) : diag::DiskFiles::of_project(root, data);
}

std::string program_folder() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error).parent_path().string();
}

std::optional<std::string> data_folder() {
  const fs::path program = program_folder();
  std::error_code error;
  const auto holds_data = [&](const fs::path& folder) {
    return fs::exists(folder / "layouts/house.toml", error) &&
           fs::exists(folder / "fonts/fonts.toml", error);
  };
  if (const fs::path shared = program.parent_path() / "share/handbill"; holds_data(shared)) {
    return shared.string();
  }
  for (fs::path folder = program; folder != folder.parent_path(); folder = folder.parent_path()) {
    if (holds_data(folder)) return folder.string();
  }
  return std::nullopt;
}

namespace {

/// The nearest folder upwards with layouts/ or content/ in it.
std::optional<fs::path> nearest_project(const std::string& start) {
  std::error_code error;
  for (fs::path folder = fs::absolute(start, error);; folder = folder.parent_path()) {
    for (const char* part : {"layouts", "content"}) {
      if (fs::is_directory(folder / part, error)) return folder;
    }
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

}  // namespace

std::optional<Project> find_project(const std::string& start) {
  std::error_code error;
  const auto folder = nearest_project(start);
  if (!folder || !fs::is_directory(*folder / "layouts", error)) return std::nullopt;
  return Project{folder->string(), data_folder().value_or(folder->string())};
}

std::optional<std::string> lacks_layouts(const std::string& start) {
  std::error_code error;
  const auto folder = nearest_project(start);
  if (!folder || fs::is_directory(*folder / "layouts", error)) return std::nullopt;
  const fs::path plain = folder->lexically_normal();
  return (plain.has_filename() ? plain : plain.parent_path()).string();
}

diag::DiskFiles files_here() {
  if (const auto project = find_project(".")) return project->files();
  const auto data = data_folder();
  return diag::DiskFiles(data ? std::vector{*data} : std::vector<std::string>{});
}

std::vector<std::string> project_layouts(const Project& project) {
  // Only the project's own folder: the program's layouts are there to be extended.
  const diag::DiskFiles own({project.root});
  std::vector<std::string> layouts;
  for (const std::string& name : own.list("layouts")) {
    if (!name.ends_with(".toml")) continue;
    if (!spec::is_base(own, "layouts/" + name)) layouts.push_back("layouts/" + name);
  }
  return layouts;
}

std::vector<std::pair<std::string, std::string>> misnamed_layouts(const Project& project) {
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

std::vector<std::string> project_languages(const Project& project) {
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
