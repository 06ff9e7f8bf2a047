// SPDX-License-Identifier: MIT
// The ticket as XJDF (CIP4, XJDF 2.1, 2020: a Product with its intents, and resources). Its schema
// is in Maven's org.cip4.lib.xjdf:xJdfLib, against which tests hold what is written here.
#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <sstream>
#include <utility>

#include "base/number.h"
#include "base/utf8.h"
#include "build/ticket.h"

namespace handbill::build {
namespace {

using Node = pugi::xml_node;

constexpr const char* kProductId = "product";
constexpr const char* kCustomer = "customer";
constexpr const char* kDelivery = "delivery";
constexpr const char* kApprover = "approver";

/// What XML 1.0 can't hold (2.2) is left out.
std::string for_xml(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool is_held = c == '\t' || c == '\n' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
    if (is_held) result += text.substr(begin, at - begin);
  }
  return result;
}

void set(Node node, const char* name, std::string_view value) {
  if (!value.empty()) node.append_attribute(name) = for_xml(value).c_str();
}

std::string points(Length length) { return format_number(length.pt(), 3); }

/// "792 612", width first.
std::string points(Size size) { return points(size.width) + " " + points(size.height); }

/// A word without white (XML Schema, NMTOKEN): "PANTONE_3272_C".
std::string token(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_sign = c == '-' || c == '_' || c == '.' || c == ':';
    const bool is_kept = is_sign || byte >= 0x80 || (c >= '0' && c <= '9') ||
                         ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
    result += is_kept ? c : '_';
  }
  return result.empty() ? "_" : result;
}

void comment(Node parent, const std::string& text) {
  Node node = parent.append_child("Comment");
  set(node, "Type", "Instruction");
  node.text().set(for_xml(text).c_str());
}

Node intent(Node product, const char* name) {
  Node node = product.append_child("Intent");
  set(node, "Name", name);
  return node.append_child(name);
}

void add_layout(const Ticket& ticket, Node product) {
  Node layout = intent(product, "LayoutIntent");
  set(layout, "Bleed", points(ticket.bleed));
  set(layout, "Dimensions", points(ticket.trim));
  set(layout, "FinishedDimensions", points(ticket.folded) + " 0");
  set(layout, "Pages", std::to_string(ticket.sides.size()));
  set(layout, "Sides", ticket.order.flip == FlipEdge::None ? "OneSided" : "TwoSidedHeadToHead");
}

/// Of the pages that stand on one side of their leaves.
std::string inks_on(const Ticket& ticket, std::size_t first, std::size_t step) {
  std::vector<std::string> inks;
  for (std::size_t i = first; i < ticket.sides.size(); i += step) {
    for (const std::string& ink : ticket.sides[i].inks) {
      if (std::ranges::find(inks, ink) == inks.end()) inks.push_back(ink);
    }
  }
  std::string text;
  for (const std::string& ink : inks) text += (text.empty() ? "" : " ") + token(ink);
  return text;
}

void add_colors(const Ticket& ticket, Node product) {
  Node colors = intent(product, "ColorIntent");
  const bool has_backs = ticket.order.flip != FlipEdge::None;
  Node front = colors.append_child("SurfaceColor");
  set(front, "ColorsUsed", inks_on(ticket, 0, has_backs ? 2 : 1));
  set(front, "Surface", "Front");
  if (!has_backs) return;
  Node back = colors.append_child("SurfaceColor");
  set(back, "ColorsUsed", inks_on(ticket, 1, 2));
  set(back, "Surface", "Back");
}

/// Also of MediaIntent, which has the same words for these.
void set_media(const Ticket& ticket, Node media) {
  set(media, "MediaQuality", ticket.stock);
  set(media, "MediaType", "Paper");
  if (ticket.grams > 0) set(media, "Weight", format_number(ticket.grams, 1));
}

void add_binding(const Ticket& ticket, Node product) {
  if (!ticket.imposition || !document::binds(ticket.imposition->scheme)) return;
  Node binding = intent(product, "BindingIntent");
  const bool is_stitched = ticket.imposition->scheme == document::Scheme::SaddleStitch;
  set(binding, "BindingOrder", is_stitched ? "Collecting" : "Gathering");
  set(binding, "BindingType", is_stitched ? "SaddleStitch" : "SoftCover");
}

void add_folding(const Ticket& ticket, Node product) {
  const std::string_view number = fold_catalog(ticket.fold);
  if (!number.empty()) set(intent(product, "FoldingIntent"), "FoldCatalog", number);
}

std::string panels_of(const TicketSide& side) {
  std::string text;
  for (const auto& [name, width] : side.panels) {
    text += (text.empty() ? "" : ", ") + (name.empty() ? "" : name + " ") + points(width);
  }
  return text;
}

std::string edge_text(FlipEdge edge) { return edge == FlipEdge::Long ? "long edge" : "short edge"; }

/// What XJDF has no word for.
void add_comments(const Ticket& ticket, Node product) {
  if (ticket.draft) comment(product, "DRAFT: not approved, not for print");
  if (ticket.fold != "none") {
    comment(product,
            "Fold: " + ticket.fold + (ticket.scored ? ", scored before it is folded" : ""));
    for (const TicketSide& side : ticket.sides) {
      comment(product, "Panels, left to right, in points, " + side.name + ": " + panels_of(side));
    }
  }
  if (ticket.order.flip != FlipEdge::None) {
    comment(product, "Sheets are turned over their " + edge_text(ticket.order.flip));
  }
  if (!ticket.order.proof.empty()) comment(product, "Proof: " + ticket.order.proof);
  if (!ticket.marks.empty()) comment(product, "Marks: " + ticket.marks);
  if (ticket.imposition) {
    comment(product, "Imposed: " + ticket.imposition->name + ", " +
                         std::string(document::name_of(ticket.imposition->scheme)) + " on " +
                         points(ticket.imposition->sheet) + " points");
  }
}

void add_product(const Ticket& ticket, Node root) {
  Node product = root.append_child("ProductList").append_child("Product");
  if (ticket.order.quantity) set(product, "Amount", std::to_string(*ticket.order.quantity));
  set(product, "DescriptiveName", ticket.title);
  set(product, "ID", kProductId);
  set(product, "IsRoot", "true");
  add_comments(ticket, product);
  add_layout(ticket, product);
  set_media(ticket, intent(product, "MediaIntent"));
  add_colors(ticket, product);
  add_folding(ticket, product);
  add_binding(ticket, product);
}

Node resource_set(Node root, const char* name) {
  Node node = root.append_child("ResourceSet");
  set(node, "Name", name);
  set(node, "Usage", "Input");
  return node;
}

void add_run(const Ticket& ticket, Node root) {
  Node resource = resource_set(root, "RunList").append_child("Resource");
  Node hash = resource.append_child("GeneralID");
  set(hash, "IDUsage", "SHA-256");
  set(hash, "IDValue", ticket.pdf.sha256);
  Node run = resource.append_child("RunList");
  set(run, "NPage", std::to_string(ticket.sheet_sides));
  Node file = run.append_child("FileSpec");
  set(file, "MimeType", "application/pdf");
  set(file, "URL", ticket.pdf.path);
}

void add_media(const Ticket& ticket, Node root) {
  Node media = resource_set(root, "Media").append_child("Resource").append_child("Media");
  if (ticket.imposition) set(media, "Dimension", points(ticket.imposition->sheet));
  set_media(ticket, media);
}

/// Which inks there are, by the names that stand on the plates.
void add_inks(const Ticket& ticket, Node root) {
  const std::string order = inks_on(ticket, 0, 1);
  if (order.empty()) return;
  Node control = resource_set(root, "ColorantControl")
                     .append_child("Resource")
                     .append_child("ColorantControl");
  set(control, "ColorantOrder", order);
  Node set_of_colors = resource_set(root, "Color");
  std::vector<std::string> known;
  for (const TicketSide& side : ticket.sides) {
    for (const std::string& ink : side.inks) {
      if (std::ranges::find(known, ink) != known.end()) continue;
      known.push_back(ink);
      Node resource = set_of_colors.append_child("Resource");
      set(resource.append_child("Part"), "Separation", token(ink));
      set(resource.append_child("Color"), "ActualColorName", ink);
    }
  }
}

Node contact(Node contacts, const char* id, const char* type) {
  Node resource = contacts.append_child("Resource");
  set(resource, "ID", id);
  set(resource.append_child("Part"), "ContactType", type);
  return resource.append_child("Contact");
}

void add_channel(Node contact, const char* type, const std::string& locator) {
  if (locator.empty()) return;
  Node channel = contact.append_child("ComChannel");
  set(channel, "ChannelType", type);
  set(channel, "Locator", locator);
}

void add_person(Node contact, const std::string& name) {
  if (!name.empty()) set(contact.append_child("Person"), "DescriptiveName", name);
}

void add_contacts(const Order& order, Node root) {
  Node contacts = resource_set(root, "Contact");
  Node customer = contact(contacts, kCustomer, "Customer");
  add_channel(customer, "Phone", order.phone);
  add_channel(customer, "Email", order.email);
  if (!order.client.empty()) {
    set(customer.append_child("Company"), "OrganizationName", order.client);
  }
  add_person(customer, order.contact);
  Node delivery = contact(contacts, kDelivery, "Delivery");
  if (!order.address.empty()) {
    delivery.append_child("Address")
        .append_child("AddressLine")
        .text()
        .set(for_xml(order.address).c_str());
  }
  add_person(delivery, order.deliver_to);
  if (!order.answers.empty()) add_person(contact(contacts, kApprover, "Approver"), order.answers);
}

void add_delivery(const Order& order, Node root) {
  if (!order.date && !order.quantity) return;
  Node delivery =
      resource_set(root, "DeliveryParams").append_child("Resource").append_child("DeliveryParams");
  // The end of the day that was named.
  if (order.date) set(delivery, "Required", spec::iso_date(*order.date) + "T23:59:59");
  if (!order.quantity) return;
  Node drop = delivery.append_child("DropItem");
  set(drop, "Amount", std::to_string(*order.quantity));
  set(drop, "ItemRef", kProductId);
}

void add_approval(const Order& order, Node root) {
  if (order.answers.empty() || order.proof == "none") return;
  Node person = resource_set(root, "ApprovalParams")
                    .append_child("Resource")
                    .append_child("ApprovalParams")
                    .append_child("ApprovalPerson");
  set(person, "ApprovalRole", "Obligated");
  set(person, "ContactRef", kApprover);
}

void add_customer(const Ticket& ticket, Node root) {
  Node customer =
      resource_set(root, "CustomerInfo").append_child("Resource").append_child("CustomerInfo");
  set(customer, "CustomerJobName", ticket.title);
  set(customer, "CustomerOrderID", ticket.order.number);
}

}  // namespace

std::string_view fold_catalog(std::string_view fold) {
  // Of half, tri-fold in and out, and parallel fold: docs.cpp.canon, "Fold catalogue" (PRISMAsync),
  // read 2026-11-30. For gates, rolls and accordions no page was found that names a number.
  constexpr auto kNumbers = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"half-fold", "F4-1"},
       {"c-fold", "F6-4"},
       {"z-fold", "F6-1"},
       {"double-parallel-fold", "F8-2"}});
  const auto found =
      std::ranges::find(kNumbers, fold, &std::pair<std::string_view, std::string_view>::first);
  return found == kNumbers.end() ? std::string_view() : found->second;
}

std::string ticket_xjdf(const Ticket& ticket) {
  pugi::xml_document document;
  Node declaration = document.append_child(pugi::node_declaration);
  set(declaration, "version", "1.0");
  set(declaration, "encoding", "UTF-8");
  Node root = document.append_child("XJDF");
  set(root, "xmlns", "http://www.CIP4.org/JDFSchema_2_0");
  set(root, "DescriptiveName", ticket.title);
  set(root, "JobID", token(ticket.layout));
  set(root, "Types", "Product");
  set(root, "Version", "2.1");
  comment(root, "Made by " + ticket.program + ", revision " + ticket.revision);
  add_product(ticket, root);
  add_run(ticket, root);
  add_media(ticket, root);
  add_inks(ticket, root);
  add_customer(ticket, root);
  add_contacts(ticket.order, root);
  add_delivery(ticket.order, root);
  add_approval(ticket.order, root);
  std::ostringstream out;
  document.save(out, "  ", pugi::format_indent, pugi::encoding_utf8);
  return std::move(out).str();
}

}  // namespace handbill::build
