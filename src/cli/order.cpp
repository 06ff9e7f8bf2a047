// SPDX-License-Identifier: MIT
// handbill ticket: the PDF of a document with what a shop needs to know about it.
#include <cstdio>
#include <filesystem>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/ticket.h"

namespace handbill::cli {
namespace {

namespace fs = std::filesystem;

/// The document, its ticket as JSON and as a page; empty: an error was added.
std::vector<OutputFile> files_of(const Job& job, const TicketArgs& args, Run& run) {
  const std::string name = job.name(run.args);
  const std::string base = (fs::path(args.folder) / name).string();
  diag::Diagnostics diags;
  const Compiled compiled = compile_job(job, run, diags);
  std::vector<OutputFile> files;
  if (compiled.pages && !judged(diags, run.args).has_errors()) {
    auto pdf = write_job_pdf(compiled, job, run, diags);
    if (pdf) {
      const Ticket ticket = make_ticket(compiled, job, args.quantity, name + ".pdf", *pdf, run);
      auto page = ticket_pdf(ticket, run, diags);
      files = {{base + ".pdf", std::move(*pdf)}, {base + "-ticket.json", ticket_json(ticket)}};
      if (page) files.push_back({base + "-ticket.pdf", std::move(*page)});
    }
  }
  if (!passes(diags, job, compiled, run)) files.clear();
  return files;
}

}  // namespace

int run(const TicketArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  Run run = start(*project, args.check);
  const auto jobs = wanted_jobs(run);
  std::optional<std::string> failed;
  if (names_differ(jobs, run)) {
    for (const Job& job : jobs) {
      const auto files = files_of(job, args, run);
      failed = write_files(files);
      if (failed) break;
      if (args.check.messages == Messages::Json) continue;
      for (const OutputFile& file : files) std::printf("%s\n", file.path.c_str());
    }
  }
  std::string note;
  print_messages(run, without_unfinished(run.diags, args.check.messages, note));
  std::fputs(note.c_str(), stderr);
  if (failed) {
    std::fprintf(stderr, "handbill: %s\n", failed->c_str());
    return 2;
  }
  return run.diags.has_errors() ? 1 : 0;
}

}  // namespace handbill::cli
