// SPDX-License-Identifier: MIT
#include <functional>
#include <utility>

#include "base/words.h"
#include "build/check_documents.h"
#include "build/documents.h"
#include "build/ink_files.h"
#include "build/order_file.h"
#include "build/stale_output.h"
#include "build/ticket_files.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/tell.h"

namespace handbill::cli {

using build::Durability;
using build::Job;
using build::Publish;

namespace {

using Make = std::function<build::Made(const Job&, build::Run&)>;

/// Makes the documents asked for, and tells of them. `to_open`: what their readers will need.
int make_and_tell(const CheckArgs& asked, Publish publish, Durability durability, Make make,
                  const std::vector<confined::Opener>& to_open = {}) {
  const auto project = project_or_message();
  if (!project) return 2;
  workspace::Workspace workspace = build::open_workspace(*project, asked.request, to_open);
  build::Run run{workspace, asked.request};
  run.beside = build::open_beside(*project, asked.request, to_open);
  return publish_and_tell(run, publish, durability, std::move(make), asked.color);
}

std::string considered(std::size_t count) {
  return count == 0 ? std::string() : ", " + std::to_string(count) + " to consider";
}

}  // namespace

int run(const BuildArgs& args) {
  const build::Request& request = args.check.request;
  return make_and_tell(
      args.check, args.outputs.are_dumps() ? Publish::Always : Publish::Whole,
      request.final ? Durability::OnDisk : Durability::Cached,
      [&](const Job& job, build::Run& in) { return build::make_files(job, args.outputs, in); },
      build::opened_for(request, args.outputs));
}

int run(const PlatesArgs& args) {
  return make_and_tell(args.check, Publish::Whole, Durability::Cached,
                       [&](const Job& job, build::Run& in) {
                         return build::make_ink_files(job, args.pictures, in);
                       });
}

int run(const TicketArgs& args) {
  return make_and_tell(args.check, Publish::Whole, Durability::OnDisk,
                       [&](const Job& job, build::Run& in) {
                         return args.is_zipped ? build::make_order_file(job, args.order, in)
                                               : build::make_ticket_files(job, args.order, in);
                       });
}

int run(const CheckArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  workspace::Workspace workspace = build::open_workspace(*project, args.request);
  build::Run run{workspace, args.request};
  const std::size_t documents = build::check_documents(run);
  build::report_unfinished_output(run);
  build::report_stale_output({}, run);
  const auto failure = build::write_messages(run, {});
  if (failure) build::add_failure(*failure, run);
  print_messages(run, run.diags, args.color);
  if (args.request.audience == build::Audience::People) {
    say(counted(documents, "document") + " checked: " + counted(run.diags.error_count(), "error") +
        ", " + counted(run.diags.warning_count(), "warning") +
        considered(run.diags.considered_count()));
  }
  if (failure) tell_failure(*failure, run);
  if (failure) return 2;
  return run.diags.has_errors() ? 1 : 0;
}

}  // namespace handbill::cli
