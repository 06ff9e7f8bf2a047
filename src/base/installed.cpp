// SPDX-License-Identifier: MIT
#include "base/installed.h"

#include <dlfcn.h>
#include <link.h>
#include <sys/auxv.h>

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

fs::path program_path() {
  std::error_code error;
  fs::path path = fs::read_symlink("/proc/self/exe", error);
  if (!error) return path;
  // There is no /proc in some chroots; what the program was started by is told by the kernel.
  const auto* started = reinterpret_cast<const char*>(::getauxval(AT_EXECFN));
  return started == nullptr ? fs::path() : fs::canonical(started, error);
}

}  // namespace

std::string code_folder() {
  std::error_code error;
  const std::string library = library_path();
  const fs::path file = library.empty() ? program_path() : fs::canonical(library, error);
  return file.parent_path().string();
}

bool is_library() { return !library_path().empty(); }

std::vector<std::string> share_folders(const std::string& code) {
  if (code.empty()) return {};
  const fs::path folder = code;
  // A library lies in lib or one folder further down.
  return {folder.parent_path() / "share/handbill",
          folder.parent_path().parent_path() / "share/handbill"};
}

std::vector<std::string> package_folders(const std::string& kind, const std::string& code) {
  std::vector<std::string> folders;
  for (const std::string& shared : share_folders(code)) {
    std::error_code error;
    std::string packed = shared + "/packed/" + kind;
    if (fs::is_directory(packed, error)) folders.push_back(std::move(packed));
  }
  for (const char* shared : {"/usr/local/share/", "/usr/share/"}) folders.push_back(shared + kind);
  return folders;
}

std::vector<std::string> package_folders(const std::string& kind) {
  return package_folders(kind, code_folder());
}

std::vector<std::string> made_folders(const std::string& kind) {
  const std::string code = code_folder();
  std::vector<std::string> folders;
  for (const std::string& shared : share_folders(code)) folders.push_back(shared + "/" + kind);
  const fs::path folder = code;
  for (fs::path above = folder; above != above.parent_path(); above = above.parent_path()) {
    folders.push_back((above / kind).string());
  }
  return folders;
}

void share_exports() {
  const std::string library = library_path();
  if (!library.empty()) ::dlopen(library.c_str(), RTLD_NOW | RTLD_NOLOAD | RTLD_GLOBAL);
}

}  // namespace handbill
