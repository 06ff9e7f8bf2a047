// SPDX-License-Identifier: MIT
// What a print shop needs to know to quote and run a job.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "build/inputs.h"

namespace handbill::build {

struct TicketSide {
  std::string name;
  std::vector<std::pair<std::string, Length>> panels;  ///< left to right; empty without a fold
  std::vector<std::string> inks;                       ///< what it prints with
};

struct Ticket {
  std::string title, layout, language, revision;
  bool draft = false;
  std::optional<std::int64_t> quantity;
  Size trim;
  Length bleed;
  std::string fold;   ///< "c-fold", "none"
  std::string stock;  ///< as the layout has it
  double grams = 0;   ///< of the stock, per square metre; 0: not known
  bool scored = false;
  std::vector<TicketSide> sides;
  std::optional<document::Imposition> imposition;  ///< nothing: pages are printed one by one
  std::size_t sheet_sides = 0;                     ///< pages of the PDF
  std::shared_ptr<const document::Shop> shop;      ///< null: no shop in particular
  std::string marks;
  manifest::Input pdf;  ///< its name and hash
  std::vector<manifest::Input> inputs;
  std::string program;
};

/// `pdf_name` is the name of the file with those bytes.
Ticket make_ticket(const Compiled& compiled, const Job& job, std::optional<std::int64_t> quantity,
                   const std::string& pdf_name, const std::string& pdf, Run& run);

/// For programs; lengths in millimetres.
std::string ticket_json(const Ticket& ticket);

/// Whether the layout of tickets can be read; before a document is made for one. False: an error
/// was added.
bool can_set_tickets(const Run& run, diag::Diagnostics& diags);

/// One page for people, set from layouts/tickets/job-ticket.toml of the program. Nothing on an
/// error, which is added.
std::optional<std::string> ticket_pdf(const Ticket& ticket, Run& run, diag::Diagnostics& diags);

}  // namespace handbill::build
