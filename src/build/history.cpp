// SPDX-License-Identifier: MIT
#include "build/history.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "diag/source_map.h"
#include "spec/value.h"

namespace handbill::build {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostVersionedFiles = 5000;
constexpr std::uintmax_t kLargestVersioned = std::uintmax_t{64} << 20U;
constexpr std::size_t kMostInTitle = 2;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

void add_files_below(const fs::path& root, const char* folder, std::vector<std::string>& paths) {
  std::error_code error;
  fs::recursive_directory_iterator at(root / folder, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    std::error_code unread;
    if (is_hidden(at->path())) {
      if (at->is_directory(unread)) at.disable_recursion_pending();
      continue;
    }
    const bool is_file = at->symlink_status(unread).type() == fs::file_type::regular;
    if (!is_file || at->file_size(unread) > kLargestVersioned) continue;
    if (paths.size() == kMostVersionedFiles) return;
    paths.push_back(at->path().lexically_relative(root).string());
  }
}

/// The values of a file as they are written, by their paths: those of lists as a whole.
void add_written_values(const spec::Value& value, const std::string& path,
                        const diag::SourceMap& sources,
                        std::vector<std::pair<std::string, std::string>>& values) {
  const spec::Value::Table* table = value.as_table();
  if (table == nullptr || table->empty()) {
    if (!path.empty()) values.emplace_back(path, sources.text(value.span));
    return;
  }
  for (const spec::Entry& each : *table) {
    if (each.key.empty()) continue;
    add_written_values(each.value, path.empty() ? each.key : path + "." + each.key, sources,
                       values);
  }
}

std::optional<std::vector<std::pair<std::string, std::string>>> values_of(const std::string& text) {
  diag::SourceMap sources;
  diag::Diagnostics unheard;
  const diag::FileId file = sources.add("file", text);
  const auto root = spec::read_toml(sources, file, unheard);
  if (!root || unheard.has_errors()) return std::nullopt;
  std::vector<std::pair<std::string, std::string>> values;
  add_written_values(*root, "", sources, values);
  return values;
}

}  // namespace

std::vector<std::string> versioned_files(const world::Project& project) {
  std::vector<std::string> paths;
  for (const char* folder : {"content", "layouts", "fonts", "records"}) {
    add_files_below(project.root, folder, paths);
  }
  std::ranges::sort(paths);
  return paths;
}

std::vector<std::string> changed_values(const std::string& path, const std::string& before,
                                        const std::string& after) {
  if (before == after) return {};
  const bool is_content = path.starts_with("content/") && path.ends_with(".toml");
  const auto old_values = is_content ? values_of(before) : std::nullopt;
  const auto new_values = is_content ? values_of(after) : std::nullopt;
  if (!old_values || !new_values) return {path};
  std::map<std::string, std::string> left(old_values->begin(), old_values->end());
  std::vector<std::string> changed;
  for (const auto& [name, value] : *new_values) {
    const auto was = left.find(name);
    if (was == left.end() || was->second != value) changed.push_back(name);
    if (was != left.end()) left.erase(was);
  }
  for (const auto& [name, value] : left) changed.push_back(name);
  return changed.empty() ? std::vector{path} : changed;  // comments, spaces
}

std::string title_of_changes(const std::vector<std::string>& changed) {
  if (changed.empty()) return "Save";
  std::string title = "Change " + changed.front();
  for (std::size_t i = 1; i < std::min(changed.size(), kMostInTitle); ++i) {
    title += (changed.size() == 2 ? " and " : ", ") + changed[i];
  }
  if (changed.size() > kMostInTitle) {
    title += " and " + std::to_string(changed.size() - kMostInTitle) + " more";
  }
  return title;
}

}  // namespace handbill::build
