// SPDX-License-Identifier: MIT
#include "cli/cache_folder.h"

#include <cstdlib>

namespace handbill::cli {
namespace {

/// A relative path is to be ignored.
std::string absolute(const char* variable) {
  const char* const value = std::getenv(variable);
  return value != nullptr && *value == '/' ? value : std::string();
}

}  // namespace

std::string cache_folder() {
  std::string folder = absolute("XDG_CACHE_HOME");
  if (!folder.empty()) return folder;
  folder = absolute("HOME");
  return folder.empty() ? folder : folder + "/.cache";
}

}  // namespace handbill::cli
