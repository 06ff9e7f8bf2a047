// SPDX-License-Identifier: MIT
#include "color/profile_folders.h"

#include <filesystem>

#include "base/installed.h"

namespace handbill::color {
namespace fs = std::filesystem;

std::vector<std::string> profile_folders() { return profile_folders(code_folder()); }

std::vector<std::string> profile_folders(const std::string& code) {
  std::vector<std::string> found;
  std::error_code error;
  const auto add = [&](const fs::path& profiles) {
    if (fs::exists(profiles / "gracol-coated.icc", error)) found.push_back(profiles.string());
  };
  for (const std::string& folder : share_folders(code)) add(fs::path(folder) / "profiles");
  const fs::path folder = code;
  for (fs::path above = folder; above != above.parent_path(); above = above.parent_path()) {
    add(above / "profiles");
  }
  return found;
}

}  // namespace handbill::color
