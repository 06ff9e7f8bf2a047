// SPDX-License-Identifier: MIT
// What was printed: noted, noted as gone or put right, and listed.
#include <functional>
#include <utility>

#include "build/list_prints.h"
#include "build/note_prints.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/tell.h"

namespace handbill::cli {
namespace {

int note_and_tell(const build::Request& request, Painting color,
                  const std::function<build::Noted(build::Run&)>& note) {
  const auto project = project_or_message();
  if (!project) return 2;
  workspace::Workspace workspace = build::open_workspace(*project, request);
  build::Run run{workspace, request};
  const build::Noted noted = note(run);
  print_messages(run, run.diags, color);
  if (noted.failure) {
    tell_failure(*noted.failure, run);
    return 2;
  }
  if (run.diags.has_errors()) {
    complain("nothing was noted");
    return 1;
  }
  if (request.audience == build::Audience::People) {
    for (const std::string& line : noted.told) say(line);
  }
  return 0;
}

}  // namespace

int run(const PrintedArgs& args) {
  return note_and_tell(args.request, args.color,
                       [&](build::Run& run) { return build::note_printed(args.order, run); });
}

int run(const DiscardedArgs& args) {
  return note_and_tell(args.request, args.color, [&](build::Run& run) {
    return build::note_discarded(args.choice, args.quantity, run);
  });
}

int run(const CorrectedArgs& args) {
  return note_and_tell(args.request, args.color,
                       [&](build::Run& run) { return build::note_corrected(args.choice, run); });
}

int run(const PrintsArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  workspace::Workspace workspace = build::open_workspace(*project, args.request);
  build::Run run{workspace, args.request};
  build::PrintJudge judge(run);
  const auto stacks = judge.judge();
  if (args.request.audience == build::Audience::Programs && !run.diags.has_errors()) {
    print_text(build::json_of(stacks));
    return 0;
  }
  print_messages(run, run.diags, Painting::Auto);
  const bool is_unread = run.diags.has_errors() && stacks.empty();
  if (args.request.audience == build::Audience::People && !is_unread) {
    for (const std::string& line : build::lines_of(stacks)) say(line);
  }
  return run.diags.has_errors() ? 1 : 0;
}

}  // namespace handbill::cli
