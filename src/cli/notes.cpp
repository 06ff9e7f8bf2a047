// SPDX-License-Identifier: MIT
#include "build/notes.h"

#include "build/run.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/tell.h"

namespace handbill::cli {

int run(const NotesArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  workspace::Workspace workspace = build::open_workspace(*project, args.request);
  build::Run run{workspace, args.request};
  const auto notes = build::read_notes(run.files, run.sources, run.diags);
  print_messages(run, run.diags, Painting::Auto);
  for (const std::string& line : build::lines_of(notes)) say(line);
  return run.diags.has_errors() ? 1 : 0;
}

}  // namespace handbill::cli
