// SPDX-License-Identifier: MIT
#include "cli/known_projects.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <vector>

#include "build/output_set.h"
#include "diag/file_reader.h"

namespace handbill::cli {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostKnown = 12;
constexpr const char* kList = "projects";

std::string home() {
  const char* const value = std::getenv("HOME");
  return value != nullptr && *value == '/' ? value : "";
}

/// As the XDG Base Directory Specification says; a relative path is to be ignored.
std::string base_folder(const char* variable, const char* below_home) {
  const char* const value = std::getenv(variable);
  if (value != nullptr && *value == '/') return value;
  return home().empty() ? "" : home() + below_home;
}

std::string state_folder() {
  const std::string state = base_folder("XDG_STATE_HOME", "/.local/state");
  return state.empty() ? "" : state + "/handbill";
}

std::vector<std::string> lines_of(const std::string& folder, const std::string& name) {
  std::vector<std::string> lines;
  const auto answer = diag::DiskFiles({folder}).read(name);
  std::string_view text = answer.bytes ? std::string_view(*answer.bytes) : std::string_view();
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// XDG_DOCUMENTS_DIR="$HOME/Documents" in user-dirs.dirs (xdg-user-dirs).
std::string documents_folder() {
  constexpr std::string_view kKey = "XDG_DOCUMENTS_DIR=\"";
  constexpr std::string_view kHome = "$HOME";
  if (home().empty()) return "";
  const std::string config = base_folder("XDG_CONFIG_HOME", "/.config");
  for (const std::string& line : lines_of(config, "user-dirs.dirs")) {
    if (!line.starts_with(kKey) || !line.ends_with('"')) continue;
    std::string folder = line.substr(kKey.size(), line.size() - kKey.size() - 1);
    if (folder.starts_with(kHome)) folder = home() + folder.substr(kHome.size());
    if (folder.starts_with('/')) return folder;
  }
  return home() + "/Documents";
}

bool is_project(const std::string& folder) {
  std::error_code error;
  return fs::is_directory(fs::path(folder) / "layouts", error);
}

}  // namespace

desk::ProjectFolders known_projects() {
  desk::ProjectFolders places;
  if (home().empty()) return places;
  places.documents = documents_folder() + "/Handbill";
  const auto add = [&](const std::string& folder) {
    const bool is_known = std::ranges::find(places.known, folder) != places.known.end();
    if (!is_known && is_project(folder)) places.known.push_back(folder);
  };
  for (const std::string& folder : lines_of(state_folder(), kList)) add(folder);
  std::vector<std::string> others;
  std::error_code error;
  for (fs::directory_iterator at(places.documents, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    others.push_back(at->path().string());
  }
  std::ranges::sort(others);
  for (const std::string& folder : others) add(folder);
  return places;
}

void remember_project(const std::string& folder) {
  const std::string state = state_folder();
  if (state.empty() || folder.find('\n') != std::string::npos) return;
  std::string text = folder + "\n";
  std::size_t count = 1;
  for (const std::string& each : lines_of(state, kList)) {
    if (each != folder && count++ < kMostKnown) text += each + "\n";
  }
  build::OutputSet set(state, build::Durability::Cached);
  if (!set.add({{kList, text}})) set.publish({});
}

}  // namespace handbill::cli
