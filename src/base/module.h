// SPDX-License-Identifier: MIT
// Parts of the program that are costly to load and seldom needed are modules, opened when they are
// first asked for. Program and module are built together and share their C++ types: a module of
// another version is refused before anything of it is called.
#pragma once

#include <string>
#include <vector>

namespace handbill {

/// The text with the version that each module exports: its own HANDBILL_VERSION.
inline constexpr const char* kModuleVersionName = "handbill_module_version";

struct ModuleName {
  const char* file;     ///< "handbill_png.so"
  const char* work;     ///< "draws PNG pictures"
  const char* needs;    ///< the libraries it is linked with: "Cairo and FreeType"
  const char* version;  ///< of the program
};

/// What was opened, or why there is nothing. It is never closed: libraries keep data of their own
/// until the program ends, and opening an open module again costs nothing.
struct Module {
  void* handle = nullptr;
  std::string trouble{}, hint{};

  bool is_open() const { return handle != nullptr; }
  /// What it exports under that name; null: nothing.
  template <typename Function>
  Function* function(const char* name) const {
    return reinterpret_cast<Function*>(find(name));
  }

 private:
  void* find(const char* name) const;
};

/// Where modules may lie: beside the program or in ../lib/handbill; of a library in `handbill`
/// beside it or above, or where its build puts programs.
std::vector<std::string> module_folders();

/// The module in the first of the folders that has it.
Module open_module(const ModuleName& name,
                   const std::vector<std::string>& folders = module_folders());

}  // namespace handbill
