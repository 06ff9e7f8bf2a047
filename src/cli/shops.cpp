// SPDX-License-Identifier: MIT
#include "build/compare_shops.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/tell.h"

namespace handbill::cli {
namespace {

void tell(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) say(line);
}

int tell_faults(const build::Run& run) {
  print_messages(run, run.diags, Painting::Auto);
  return 1;
}

int tell_about(const std::string& name, build::Run& run) {
  const auto shop = run.workspace.shops.find(name, {}, run.files, run.sources, run.diags);
  if (!shop) return tell_faults(run);
  if (run.request.audience == build::Audience::Programs) {
    print_text(build::json_of(*shop->shop));
  } else {
    tell(build::lines_of(*shop->shop, run));
  }
  return 0;
}

int tell_difference(const std::vector<std::string>& names, build::Run& run) {
  const auto comparison = build::compare(names, run);
  if (!comparison) return tell_faults(run);
  if (run.request.audience == build::Audience::Programs) {
    print_text(build::json_of(*comparison));
  } else {
    tell(build::lines_of(*comparison));
  }
  return 0;
}

}  // namespace

int run(const ShopsArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  build::Request request;
  request.audience = args.audience;
  workspace::Workspace workspace = build::open_workspace(*project, request);
  build::Run run{workspace, request};
  if (args.names.size() == 1) return tell_about(args.names.front(), run);
  if (args.names.size() == 2) return tell_difference(args.names, run);
  if (args.audience == build::Audience::Programs) {
    print_text(build::json_of_shops(run));
  } else {
    tell(build::lines_of_shops(run));
  }
  return 0;
}

}  // namespace handbill::cli
