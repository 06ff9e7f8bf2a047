// SPDX-License-Identifier: MIT
// handbill ticket: the PDF of a document with what a shop needs to know about it.
#include "cli/commands.h"
#include "cli/publish.h"
#include "cli/ticket.h"

namespace handbill::cli {
namespace {

/// The document, its ticket as JSON and as a page.
Made make_files(const Job& job, const TicketArgs& args, Run& run) {
  const std::string name = job.name(run.args);
  Made made;
  const Compiled compiled = compile_job(job, run, made.diags);
  const bool is_good = compiled.pages && !judged(made.diags, run.args).has_errors();
  auto pdf = is_good ? write_job_pdf(compiled, job, run, made.diags) : std::nullopt;
  if (!pdf) {
    made.diags = told_of(made.diags, job, compiled, run);
    return made;
  }
  const Ticket ticket = make_ticket(compiled, job, args.quantity, name + ".pdf", *pdf, run);
  auto page = ticket_pdf(ticket, run, made.diags);
  made.files = {{name + ".pdf", std::move(*pdf)}, {name + "-ticket.json", ticket_json(ticket)}};
  if (page) made.files.push_back({name + "-ticket.pdf", std::move(*page)});
  for (const OutputFile& file : made.files) {
    made.told.push_back(path_in(run.args.folder, file.name));
  }
  made.diags = told_of(made.diags, job, compiled, run);
  return made;
}

}  // namespace

int run(const TicketArgs& args) {
  const auto project = project_or_message();
  if (!project) return 2;
  Run run = start(*project, args.check);
  return publish_documents(run, Publish::Whole, Durability::OnDisk,
                           [&](const Job& job) { return make_files(job, args, run); });
}

}  // namespace handbill::cli
