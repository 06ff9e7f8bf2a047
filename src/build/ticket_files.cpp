// SPDX-License-Identifier: MIT
#include "build/ticket_files.h"

#include "build/ticket.h"
#include "document/edition.h"

namespace handbill::build {
namespace {

/// A ticket tells a print shop what to print; other editions go to none.
void refuse_edition(const Compiled& compiled, diag::Diagnostics& diags) {
  if (!compiled.document || document::takes_shop(compiled.document->edition)) return;
  const std::string name(facts_of(compiled.document->edition).name);
  diags.error(diag::DiagnosticId::WrongUse, {},
              "a ticket is for a print shop, and the " + name + " edition is for none",
              {"say `--edition standard`; `handbill build --edition " + name + "` makes this one"});
}

/// What the shop will ask; empty: nothing.
std::string open_line(const Order& order) {
  std::string line;
  for (const std::string& each : open_points(order)) line += (line.empty() ? "" : ", ") + each;
  if (line.empty()) return line;
  return "  to be agreed with the shop: " + line +
         " (`handbill ticket --help` has options for them, `order.toml` keeps them)";
}

}  // namespace

Made make_ticket_files(const Job& job, const OrderOptions& options, Run& run) {
  const std::string name = job.name(run.request);
  Made made;
  if (!can_set_tickets(run, made.diags)) return made;
  // Before the document, of which it is no input.
  const auto read = read_order(options, run, run.sources, made.diags);
  const auto product = compile_job(job, run, made.diags);
  const Compiled& compiled = *product;
  refuse_edition(compiled, made.diags);
  const auto order =
      read && compiled.pages ? order_of(*read, compiled, made.diags) : std::optional<Order>();
  const bool is_good = order && !judged(made.diags, run.request).has_errors();
  auto pdf = is_good ? write_job_pdf(compiled, job, run, made.diags) : std::nullopt;
  if (!pdf) {
    made.diags = told_of(made.diags, job, compiled, run);
    return made;
  }
  const Ticket ticket = make_ticket(compiled, job, *order, name + ".pdf", *pdf, run);
  auto page = ticket_pdf(ticket, run, made.diags);
  made.files = {{name + ".pdf", std::move(*pdf)},
                {name + "-ticket.json", ticket_json(ticket)},
                {name + "-ticket.xjdf", ticket_xjdf(ticket)}};
  if (page) made.files.push_back({name + "-ticket.pdf", std::move(*page)});
  for (const OutputFile& file : made.files) {
    made.told.push_back(path_in(run.request.folder, file.name));
  }
  if (std::string open = open_line(*order); !open.empty()) made.told.push_back(std::move(open));
  if (order->quantity) {
    made.told.push_back("  once it is ordered, `handbill printed --from " +
                        path_in(run.request.folder, name + ".pdf") + " --quantity " +
                        std::to_string(*order->quantity) + "` notes it");
  }
  made.diags = told_of(made.diags, job, compiled, run);
  return made;
}

}  // namespace handbill::build
