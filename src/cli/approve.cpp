// SPDX-License-Identifier: MIT
// Approvals: given, taken back, and the sheet that is signed for one.
#include <functional>

#include "build/approve.h"
#include "build/review.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/tell.h"

namespace handbill::cli {
namespace {

/// Does `work` over the project, and tells what has come of it.
int record_and_tell(const CheckArgs& asked,
                    const std::function<build::Recorded(build::Run&)>& work) {
  const auto project = project_or_message();
  if (!project) return 2;
  workspace::Workspace workspace = build::open_workspace(*project, asked.request);
  build::Run run{workspace, asked.request};
  const build::Recorded recorded = work(run);
  const auto failure = build::write_messages(run, {});
  for (const auto& each : {recorded.failure, failure}) {
    if (each) build::add_failure(*each, run);
  }
  print_messages(run, run.diags, asked.color);
  if (asked.request.audience == build::Audience::People) {
    for (const std::string& line : recorded.told) say(line);
    if (run.diags.has_errors() && recorded.told.empty()) complain("nothing was changed");
  }
  for (const auto& each : {recorded.failure, failure}) {
    if (each) tell_failure(*each, run);
  }
  if (recorded.failure || failure) return 2;
  return run.diags.has_errors() ? 1 : 0;
}

}  // namespace

int run(const ApproveArgs& args) {
  return record_and_tell(args.check,
                         [&](build::Run& in) { return build::approve(args.approval, in); });
}

int run(const RevokeArgs& args) {
  return record_and_tell(args.check,
                         [&](build::Run& in) { return build::revoke(args.revocation, in); });
}

int run(const ReviewArgs& args) {
  return record_and_tell(args.check, [&](build::Run& in) { return build::review(args.file, in); });
}

}  // namespace handbill::cli
