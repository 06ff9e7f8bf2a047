// SPDX-License-Identifier: MIT
#include "base/module.h"

#include <dlfcn.h>
#include <unistd.h>

#include <string_view>

#include "base/installed.h"

namespace handbill {
namespace {

Module without(const ModuleName& name, const std::string& trouble, std::string hint) {
  return {.trouble = "`" + std::string(name.file) + "`, which " + name.work + ", " + trouble,
          .hint = std::move(hint)};
}

Module of_another_version(const ModuleName& name, const char* version) {
  const std::string theirs =
      version == nullptr ? "another version" : "version " + std::string(version);
  return without(name, "is of " + theirs + ", the program of " + name.version,
                 "install both from the same package");
}

}  // namespace

void* Module::find(const char* name) const { return is_open() ? ::dlsym(handle, name) : nullptr; }

std::vector<std::string> module_folders() {
  const std::string folder = code_folder();
  if (folder.empty()) return {};
  if (!is_library()) return {folder, folder + "/../lib/handbill"};
  return {folder + "/handbill", folder + "/../handbill", folder + "/../bin"};
}

Module open_module(const ModuleName& name, const std::vector<std::string>& folders) {
  for (const std::string& folder : folders) {
    const std::string path = folder + "/" + name.file;
    if (::access(path.c_str(), F_OK) != 0) continue;
    share_exports();
    const Module module{.handle = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL)};
    if (!module.is_open()) {
      const char* reason = ::dlerror();
      return without(name, "can't be opened: " + std::string(reason == nullptr ? "" : reason),
                     "install " + std::string(name.needs));
    }
    const auto* version = module.function<const char>(kModuleVersionName);
    if (version != nullptr && std::string_view(version) == name.version) return module;
    return of_another_version(name, version);
  }
  return without(name, "is not beside the program or in `../lib/handbill`",
                 "install Handbill again, with its `lib` folder");
}

}  // namespace handbill
