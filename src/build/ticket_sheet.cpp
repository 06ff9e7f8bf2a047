// SPDX-License-Identifier: MIT
// The ticket as a page: its words become content of a layout that comes with the program.
#include <algorithm>

#include "base/number.h"
#include "build/set_page.h"
#include "build/ticket.h"
#include "document/shop_text.h"

namespace handbill::build {
namespace {

constexpr std::string_view kContent = "content/en/ticket.toml";
constexpr const char* kLayout = "layouts/tickets/job-ticket.toml";
constexpr const char* kTicket = "the ticket";
/// Inputs that are listed at most; the JSON has all.
constexpr std::size_t kMostInputs = 40;
constexpr std::size_t kHashShown = 16;

/// Those of the project when it has a layout for tickets, else the program's own, with the content.
diag::HeldFiles ticket_files(const world::Project& project, std::string content) {
  diag::HeldFiles files = files_of_layout(project, kLayout);
  files.hold(kContent, std::move(content));
  return files;
}

std::string row(std::string_view list, std::string_view label, std::string_view value) {
  if (value.empty()) return {};
  return "[[ticket." + std::string(list) + "]]\nlabel = " + plain_string(label) +
         "\nvalue = " + plain_string(value) + "\n";
}

std::string size_text(Size size) {
  const auto both = [&](double width, double height, int decimals) {
    return format_number(width, decimals) + " × " + format_number(height, decimals);
  };
  return both(size.width.inch(), size.height.inch(), 3) + " in (" +
         both(size.width.mm(), size.height.mm(), 1) + " mm)";
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string panels_text(const TicketSide& side) {
  std::vector<std::string> panels;
  for (const auto& [name, width] : side.panels) {
    panels.push_back((name.empty() ? "" : name + " ") + document::both_units(width));
  }
  return listed(panels);
}

std::string shop_rows(const document::Shop& shop) {
  std::string rows = row("facts", "Shop", shop.title);
  rows += row("facts", "Standard", names_of(shop.standard, "none"));
  const document::PressCondition& condition = shop.condition;
  if (condition.identifier.empty()) return rows;
  return rows + row("facts", "Condition",
                    condition.identifier + (condition.info.empty() ? "" : ": " + condition.info));
}

constexpr std::string_view kToBeAgreed = "to be agreed";

std::string or_open(const std::string& text) {
  return text.empty() ? std::string(kToBeAgreed) : text;
}

/// What is there, one after the other.
std::string joined_words(std::initializer_list<std::string> parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
  }
  return text;
}

std::string order_rows(const Order& order) {
  std::string rows = row("facts", "Client", or_open(order.client));
  rows += row("facts", "Contact", or_open(joined_words({order.contact, order.phone, order.email})));
  rows += row("facts", "Order number", order.number);
  rows += row("facts", "Quantity",
              order.quantity ? std::to_string(*order.quantity) : std::string(kToBeAgreed));
  rows += row("facts", "Delivery", order.date ? day_text(*order.date) : std::string(kToBeAgreed));
  rows += row("facts", "Deliver to", or_open(joined_words({order.deliver_to, order.address})));
  const std::string answers = order.answers.empty() ? "" : order.answers + " answers";
  return rows + row("facts", "Proof", joined_words({or_open(order.proof), answers}));
}

std::string fold_text(const std::string& fold) {
  const std::string_view number = fold_catalog(fold);
  return number.empty() ? fold : fold + " (CIP4 " + std::string(number) + ")";
}

/// Empty: it is not.
std::string turned_text(FlipEdge flip) {
  if (flip == FlipEdge::None) return {};
  return flip == FlipEdge::Long ? "over the long edge of the sheet"
                                : "over the short edge of the sheet";
}

std::string side_rows(const std::vector<TicketSide>& sides, const std::string& fold) {
  const auto name_of = [](const TicketSide& side) {
    return side.name.empty() ? "side" : side.name;
  };
  std::string rows = row("facts", "Sides", std::to_string(sides.size()));
  for (const TicketSide& side : sides) {
    rows += row("facts", "Inks, " + name_of(side), side.inks.empty() ? "none" : listed(side.inks));
  }
  rows += row("facts", "Fold", fold);
  for (const TicketSide& side : sides) {
    rows += row("facts", "Panels, " + name_of(side), panels_text(side));
  }
  return rows;
}

/// "work-and-turn, 2 × 1 on 19 × 13 in (482.6 × 330.2 mm), turned left to right, 1 page of the PDF"
std::string imposition_text(const document::Imposition& imposition, std::size_t sheet_sides) {
  std::string text(document::name_of(imposition.scheme));
  text += ", ";
  if (imposition.columns && imposition.rows) {
    text += std::to_string(*imposition.columns) + " × " + std::to_string(*imposition.rows) + " ";
  }
  text += "on " + size_text(imposition.sheet);
  if (imposition.scheme != document::Scheme::Tile) {
    text += document::turns_about_upright_axis(imposition) ? ", turned left to right"
                                                           : ", turned top to bottom";
  }
  if (imposition.binding.has_cover) {
    const std::string& stock = imposition.binding.cover_stock;
    text += ", cover apart" + (stock.empty() ? "" : " (" + stock + ")");
  }
  return text + ", " + std::to_string(sheet_sides) +
         (sheet_sides == 1 ? " page of the PDF" : " pages of the PDF");
}

/// With the first `most` inputs.
std::string content_of(const Ticket& ticket, std::size_t most) {
  std::string text = "[ticket]\ntitle = " + plain_string(ticket.title) + "\n";
  text += row("facts", "File", ticket.pdf.path);
  text += row("facts", "SHA-256", ticket.pdf.sha256);
  text += row("facts", "Revision", ticket.revision);
  if (ticket.draft) text += row("facts", "State", "DRAFT: not approved, not for print");
  text += order_rows(ticket.order);
  text += row("facts", "Trim", size_text(ticket.trim));
  text += row("facts", "Bleed", document::both_units(ticket.bleed));
  text += row("facts", "Stock",
              (ticket.stock.empty() ? "to be agreed" : ticket.stock) +
                  (ticket.scored ? ", scored before it is folded" : ""));
  text += side_rows(ticket.sides, fold_text(ticket.fold));
  text += row("facts", "Turned over", turned_text(ticket.order.flip));
  if (ticket.imposition) {
    text += row("facts", "Imposition", imposition_text(*ticket.imposition, ticket.sheet_sides));
  }
  text += row("facts", "Marks", ticket.marks);
  if (ticket.shop) text += shop_rows(*ticket.shop);
  text += row("facts", "Made by", ticket.program);
  for (std::size_t i = 0; i < ticket.inputs.size() && i < most; ++i) {
    const manifest::Input& input = ticket.inputs[i];
    text += row("inputs", input.path, input.sha256.substr(0, kHashShown));
  }
  if (ticket.inputs.size() > most) {
    text += row("inputs", "and " + std::to_string(ticket.inputs.size() - most) + " more",
                "in the JSON");
  }
  return text;
}

bool is_overset(const diag::Diagnostics& diags) {
  return std::ranges::any_of(diags.list(), [](const diag::Diagnostic& each) {
    return each.id == diag::DiagnosticId::Overset;
  });
}

}  // namespace

bool can_set_tickets(const Run& run, diag::Diagnostics& diags) {
  const diag::HeldFiles files = ticket_files(run.workspace.project, "");
  diag::SourceMap sources;
  diag::Diagnostics found;
  spec::parse_layout(files, kLayout, "", sources, found);
  report_own_layout(kTicket, found, sources, diags);
  return !found.has_errors();
}

std::optional<std::string> ticket_pdf(const Ticket& ticket, Run& run, diag::Diagnostics& diags) {
  for (std::size_t most = kMostInputs;; most /= 2) {
    const diag::HeldFiles files = ticket_files(run.workspace.project, content_of(ticket, most));
    diag::Diagnostics found;
    auto bytes = set_layout({files, kLayout, run.workspace.pictures, kTicket}, run, found);
    if (!bytes && is_overset(found) && most > 0) continue;
    diags.add_all(found);
    return bytes;
  }
}

}  // namespace handbill::build
