// SPDX-License-Identifier: MIT
#include <filesystem>

#include "cli/commands.h"
#include "cli/print.h"
#include "world/project.h"

namespace handbill::cli {

int run(const InitArgs& args) {
  namespace fs = std::filesystem;
  const auto data = world::data_folder();
  if (!data) {
    complain("handbill: the program's own layouts and content are not beside it");
    return 2;
  }
  std::error_code error;
  if (fs::exists(args.folder, error) && !fs::is_empty(args.folder, error)) {
    complain("handbill: `" + args.folder + "` exists and is not empty");
    return 2;
  }
  for (const char* part : {"layouts", "content", "fonts/fonts.toml"}) {
    const fs::path to = fs::path(args.folder) / part;
    if (!error) fs::create_directories(to.parent_path(), error);
    if (!error) fs::copy(fs::path(*data) / part, to, fs::copy_options::recursive, error);
  }
  if (error) {
    complain("handbill: can't make `" + args.folder + "`: " + error.message());
    return 2;
  }
  say(args.folder + " is ready: change content/, then run `handbill build` in it");
  return 0;
}

}  // namespace handbill::cli
