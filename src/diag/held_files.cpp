// SPDX-License-Identifier: MIT
#include "diag/held_files.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace handbill::diag {
namespace {

/// The name of what stands directly in `folder` on the way to `path`; nothing: it is elsewhere.
std::optional<std::string_view> name_in(std::string_view folder, std::string_view path) {
  if (!path.starts_with(folder)) return std::nullopt;
  std::string_view rest = path.substr(folder.size());
  if (!folder.empty() && !rest.starts_with('/')) return std::nullopt;
  if (!folder.empty()) rest.remove_prefix(1);
  return rest.substr(0, rest.find('/'));
}

}  // namespace

bool HeldFiles::hold(std::string_view path, std::optional<std::string> bytes) {
  const bool is_plain = std::filesystem::path(path).lexically_normal().generic_string() == path;
  if (!is_inside_project(path) || !is_plain || path == "." || path.ends_with('/')) return false;
  held_.insert_or_assign(std::string(path), std::move(bytes));
  return true;
}

void HeldFiles::let_go(std::string_view path) {
  const auto found = held_.find(path);
  if (found != held_.end()) held_.erase(found);
}

FileAnswer HeldFiles::read(std::string_view path) const {
  const auto held = held_.find(path);
  if (held == held_.end()) return below_->read(path);
  if (!held->second) return {};
  return {FileState::File, *held->second};
}

std::vector<std::string> HeldFiles::list(std::string_view folder) const {
  const std::vector<std::string> below = below_->list(folder);
  std::set<std::string> names(below.begin(), below.end());
  for (const auto& [path, bytes] : held_) {
    const auto name = name_in(folder, path);
    if (!name || name->empty() || name->starts_with('.')) continue;
    const bool is_last =
        path.ends_with(*name) && path.size() == folder.size() + !folder.empty() + name->size();
    if (bytes) names.emplace(*name);
    if (!bytes && is_last) names.erase(std::string(*name));
  }
  return {names.begin(), names.end()};
}

}  // namespace handbill::diag
