// SPDX-License-Identifier: MIT
#include "color/profile_folders.h"

#include <filesystem>

namespace handbill::color {
namespace fs = std::filesystem;

std::vector<std::string> profile_folders() {
  std::error_code error;
  return profile_folders(fs::read_symlink("/proc/self/exe", error).parent_path().string());
}

std::vector<std::string> profile_folders(const std::string& folder) {
  std::vector<std::string> found;
  std::error_code error;
  const auto add = [&](const fs::path& profiles) {
    if (fs::exists(profiles / "gracol-coated.icc", error)) found.push_back(profiles.string());
  };
  const fs::path program = folder;
  add(program.parent_path() / "share/handbill/profiles");
  for (fs::path above = program; above != above.parent_path(); above = above.parent_path()) {
    add(above / "profiles");
  }
  return found;
}

}  // namespace handbill::color
