// SPDX-License-Identifier: MIT
#include <cstdio>
#include <filesystem>

#include "cli/commands.h"
#include "cli/project.h"

namespace handbill::cli {

int run(const InitArgs& args) {
  namespace fs = std::filesystem;
  const auto data = data_folder();
  if (!data) {
    std::fputs("handbill: the program's own layouts and content are not beside it\n", stderr);
    return 2;
  }
  std::error_code error;
  if (fs::exists(args.folder, error) && !fs::is_empty(args.folder, error)) {
    std::fprintf(stderr, "handbill: `%s` exists and is not empty\n", args.folder.c_str());
    return 2;
  }
  for (const char* part : {"layouts", "content", "fonts/fonts.toml"}) {
    const fs::path to = fs::path(args.folder) / part;
    if (!error) fs::create_directories(to.parent_path(), error);
    if (!error) fs::copy(fs::path(*data) / part, to, fs::copy_options::recursive, error);
  }
  if (error) {
    std::fprintf(stderr, "handbill: can't make `%s`: %s\n", args.folder.c_str(),
                 error.message().c_str());
    return 2;
  }
  std::printf("%s is ready: change content/, then run `handbill build` in it\n",
              args.folder.c_str());
  return 0;
}

}  // namespace handbill::cli
