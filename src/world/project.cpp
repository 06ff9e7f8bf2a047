// SPDX-License-Identifier: MIT
#include "world/project.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

#include "base/installed.h"

namespace handbill::world {
namespace fs = std::filesystem;

diag::DiskFiles Project::files() const {
  return data == root ? diag::DiskFiles({root}) : diag::DiskFiles::of_project(root, data);
}

namespace {

constexpr auto kOpenedOnce = std::to_array<std::string_view>({"fonts", "hyphenation"});

/// Name, size and time of each file, sorted.
std::string state_of(const fs::path& folder) {
  std::vector<std::string> lines;
  std::error_code error;
  for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    std::error_code unknown;
    const auto size = fs::file_size(at->path(), unknown);
    const auto time = fs::last_write_time(at->path(), unknown).time_since_epoch().count();
    lines.push_back(at->path().filename().string() + "/" + std::to_string(size) + "/" +
                    std::to_string(time) + "\n");
  }
  std::ranges::sort(lines);
  std::string state;
  for (const std::string& line : lines) state += line;
  return state;
}

}  // namespace

std::string state_of_opened(const Project& project) {
  std::string state;
  for (const std::string_view folder : kOpenedOnce) {
    state += state_of(fs::path(project.root) / folder) + "//";
  }
  return state;
}

bool is_opened_once(std::string_view path) {
  return std::ranges::any_of(kOpenedOnce, [&](std::string_view folder) {
    return path.starts_with(folder) && path.substr(folder.size()).starts_with('/');
  });
}

std::optional<std::string> data_folder() {
  std::error_code error;
  const auto holds_data = [&](const fs::path& folder) {
    return fs::exists(folder / "layouts/house.toml", error) &&
           fs::exists(folder / "fonts/fonts.toml", error);
  };
  const fs::path code = code_folder();
  for (const std::string& shared : share_folders(code)) {
    if (holds_data(shared)) return shared;
  }
  for (fs::path folder = code; folder != folder.parent_path(); folder = folder.parent_path()) {
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

}  // namespace handbill::world
