// SPDX-License-Identifier: MIT
#include "diag/file_reader.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace handbill::diag {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kLargestFile = 64U << 20U;

/// The real path of `path` below `root`, unless a link leads out of the root.
std::optional<fs::path> real_path_below(const std::string& root, std::string_view path) {
  std::error_code error;
  const fs::path base = fs::canonical(root, error);
  if (error) return std::nullopt;
  fs::path real = fs::canonical(base / fs::path(path), error);
  if (error) return std::nullopt;
  const auto [at_base, at_real] = std::mismatch(base.begin(), base.end(), real.begin(), real.end());
  if (at_base != base.end()) return std::nullopt;
  return real;
}

}  // namespace

bool is_inside_project(std::string_view path) {
  if (path.empty() || path.front() == '/') return false;
  if (path.find('\\') != path.npos || path.find('\0') != path.npos) return false;
  for (std::size_t start = 0; start <= path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    if (path.substr(start, end - start) == "..") return false;
    start = end + 1;
  }
  return true;
}

DiskFiles::DiskFiles(std::vector<std::string> roots) : roots_(std::move(roots)) {}

std::optional<std::string> DiskFiles::read(std::string_view path) const {
  if (!is_inside_project(path)) return std::nullopt;
  for (const std::string& root : roots_) {
    const auto real = real_path_below(root, path);
    std::error_code error;
    if (!real || !fs::is_regular_file(*real, error)) continue;
    const std::uintmax_t size = fs::file_size(*real, error);
    if (error || size > kLargestFile) return std::nullopt;
    std::ifstream in(*real, std::ios::binary);
    std::string bytes(size, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    if (!in) return std::nullopt;
    return bytes;
  }
  return std::nullopt;
}

std::vector<std::string> DiskFiles::list(std::string_view folder) const {
  std::vector<std::string> names;
  if (!is_inside_project(folder)) return names;
  for (const std::string& root : roots_) {
    const auto real = real_path_below(root, folder);
    std::error_code error;
    if (!real || !fs::is_directory(*real, error)) continue;
    for (const auto& entry : fs::directory_iterator(*real, error)) {
      if (entry.is_regular_file(error)) names.push_back(entry.path().filename().string());
    }
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::optional<std::string> MemoryFiles::read(std::string_view path) const {
  const auto found = files_.find(path);
  if (!is_inside_project(path) || found == files_.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> MemoryFiles::list(std::string_view folder) const {
  std::vector<std::string> names;
  const std::string prefix = std::string(folder) + "/";
  for (const auto& [path, text] : files_) {
    if (path.starts_with(prefix) && path.find('/', prefix.size()) == path.npos) {
      names.push_back(path.substr(prefix.size()));
    }
  }
  return names;
}

}  // namespace handbill::diag
