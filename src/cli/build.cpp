// SPDX-License-Identifier: MIT
#include "base/words.h"
#include "build/check_documents.h"
#include "build/documents.h"
#include "build/ink_files.h"
#include "build/stale_output.h"
#include "build/ticket_files.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/tell.h"

namespace handbill::cli {

using build::Durability;
using build::Job;
using build::Publish;

int run(const BuildArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  const build::Request& request = args.check.request;
  workspace::Workspace workspace =
      build::open_workspace(*project, request, build::opened_for(request, args.outputs));
  build::Run run{workspace, request};
  run.beside = build::open_beside(*project, request, build::opened_for(request, args.outputs));
  return publish_and_tell(
      run, args.outputs.are_dumps() ? Publish::Always : Publish::Whole,
      request.final ? Durability::OnDisk : Durability::Cached,
      [&](const Job& job, build::Run& in) { return build::make_files(job, args.outputs, in); },
      args.check.color);
}

int run(const PlatesArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  workspace::Workspace workspace = build::open_workspace(*project, args.check.request);
  build::Run run{workspace, args.check.request};
  run.beside = build::open_beside(*project, args.check.request);
  return publish_and_tell(
      run, Publish::Whole, Durability::Cached,
      [&](const Job& job, build::Run& in) { return build::make_ink_files(job, args.pictures, in); },
      args.check.color);
}

int run(const TicketArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  workspace::Workspace workspace = build::open_workspace(*project, args.check.request);
  build::Run run{workspace, args.check.request};
  run.beside = build::open_beside(*project, args.check.request);
  return publish_and_tell(
      run, Publish::Whole, Durability::OnDisk,
      [&](const Job& job, build::Run& in) {
        return build::make_ticket_files(job, args.quantity, in);
      },
      args.check.color);
}

int run(const CheckArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  workspace::Workspace workspace = build::open_workspace(*project, args.request);
  build::Run run{workspace, args.request};
  const std::size_t documents = build::check_documents(run);
  build::report_unfinished_output(run);
  build::report_stale_output({}, run);
  const auto failure = build::write_sarif(run, {});
  if (failure) build::add_failure(*failure, run);
  print_messages(run, run.diags, args.color);
  if (args.request.audience == build::Audience::People) {
    say(counted(documents, "document") + " checked: " + counted(run.diags.error_count(), "error") +
        ", " + counted(run.diags.warning_count(), "warning"));
  }
  if (failure) tell_failure(*failure, run);
  if (failure) return 2;
  return run.diags.has_errors() ? 1 : 0;
}

}  // namespace handbill::cli
