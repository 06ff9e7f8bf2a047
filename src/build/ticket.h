// SPDX-License-Identifier: MIT
// What a print shop needs to know to quote and run a job.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "build/inputs.h"
#include "build/order.h"

namespace handbill::build {

struct TicketSide {
  std::string name;
  std::vector<std::pair<std::string, Length>> panels;  ///< left to right; empty without a fold
  std::vector<std::string> inks;                       ///< what it prints with
};

struct Ticket {
  std::string title, layout, language, revision;
  bool draft = false;
  Order order;
  Size trim;
  Length bleed;
  std::string fold;   ///< "c-fold", "none"
  Size folded;        ///< the closed piece; without a fold the trim
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
Ticket make_ticket(const Compiled& compiled, const Job& job, Order order,
                   const std::string& pdf_name, const std::string& pdf, Run& run);

/// For programs; lengths in millimetres.
std::string ticket_json(const Ticket& ticket);

/// The same for programs that read CIP4's XJDF 2.1; lengths in points. What it has no word for
/// stands in comments.
std::string ticket_xjdf(const Ticket& ticket);

/// The fold's number in CIP4's fold catalogue: "F6-4"; empty: it is not known.
std::string_view fold_catalog(std::string_view fold);

/// Whether the layout of tickets can be read; before a document is made for one. False: an error
/// was added.
bool can_set_tickets(const Run& run, diag::Diagnostics& diags);

/// One page for people, set from layouts/tickets/job-ticket.toml of the program. Nothing on an
/// error, which is added.
std::optional<std::string> ticket_pdf(const Ticket& ticket, Run& run, diag::Diagnostics& diags);

}  // namespace handbill::build
