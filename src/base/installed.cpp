// SPDX-License-Identifier: MIT
#include "base/installed.h"

#include <dlfcn.h>
#include <link.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace handbill {
namespace fs = std::filesystem;
namespace {

/// Of the library that holds this code; empty: it is in the program.
std::string library_path() {
  Dl_info info{};
  link_map* map = nullptr;
  const auto* here = reinterpret_cast<const void*>(&library_path);
  const int found = ::dladdr1(here, &info, reinterpret_cast<void**>(&map), RTLD_DL_LINKMAP);
  if (found == 0 || map == nullptr || map->l_name == nullptr) return {};
  return map->l_name;
}

}  // namespace

std::string code_folder() {
  std::error_code error;
  const std::string library = library_path();
  const fs::path file =
      library.empty() ? fs::read_symlink("/proc/self/exe", error) : fs::canonical(library, error);
  return error ? HANDBILL_INSTALLED_IN : file.parent_path().string();
}

bool is_library() { return !library_path().empty(); }

std::vector<std::string> share_folders(const std::string& code) {
  if (code.empty()) return {};
  const fs::path folder = code;
  // A library lies in lib or one folder further down.
  return {folder.parent_path() / "share/handbill",
          folder.parent_path().parent_path() / "share/handbill"};
}

void share_exports() {
  const std::string library = library_path();
  if (!library.empty()) ::dlopen(library.c_str(), RTLD_NOW | RTLD_NOLOAD | RTLD_GLOBAL);
}

}  // namespace handbill
