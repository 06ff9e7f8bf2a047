// SPDX-License-Identifier: MIT
#include "cli/commands.h"
#include "cli/print.h"
#include "world/new_project.h"

namespace handbill::cli {

int run(const InitArgs& args) {
  if (const auto failed = world::make_project(args.folder)) {
    complain("handbill: " + *failed);
    return 2;
  }
  say(args.folder + " is ready: change content/, then run `handbill build` in it");
  return 0;
}

}  // namespace handbill::cli
