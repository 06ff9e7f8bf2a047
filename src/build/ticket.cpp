// SPDX-License-Identifier: MIT
#include "build/ticket.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/number.h"
#include "build/version.h"
#include "content/date.h"
#include "content/day_names.h"
#include "diag/json_text.h"
#include "document/shop_text.h"
#include "manifest/sha256.h"
#include "plates/from_pages.h"

namespace handbill::build {
namespace {

using Json = nlohmann::ordered_json;

/// The plates a page needs. Marks stand on all of them, so they count for none.
std::vector<std::string> inks_of(const plates::Print& print, const plates::Page& page) {
  std::vector<bool> used(print.inks.size());
  const auto add = [&](const plates::Paint& paint) {
    if (paint.all) return;
    for (std::size_t i = 0; i < paint.amounts.size() && i < used.size(); ++i) {
      if (paint.amounts[i] > 0) used[i] = true;
    }
  };
  for (const plates::Object& object : page.objects) {
    if (object.step != display::ProcessingStep::None) continue;
    if (object.kind != plates::Kind::Picture) add(object.paint);
    if (object.shading) {
      for (const plates::Shading::Stop& stop : object.shading->stops) add(stop.paint);
    }
    if (object.picture && object.picture->raster) {
      for (const std::size_t ink : object.picture->raster->inks) used.at(ink) = true;
    }
  }
  std::vector<std::string> names;
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (used[i]) names.push_back(print.inks[i].name);
  }
  return names;
}

/// The sides themselves, also where they are placed on larger sheets.
plates::Print print_of(const display::PageList& pages, const font::FontBook& fonts) {
  if (pages.forms.empty()) return plates::from_pages(pages, fonts);
  display::PageList sides = pages;
  sides.pages = std::move(sides.forms);
  sides.forms.clear();
  return plates::from_pages(sides, fonts);
}

std::vector<TicketSide> sides_of(const Compiled& compiled, const font::FontBook& fonts) {
  const plates::Print print = print_of(*compiled.pages, fonts);
  std::vector<TicketSide> sides;
  const auto& from = compiled.document->sides;
  for (std::size_t i = 0; i < from.size(); ++i) {
    TicketSide& side = sides.emplace_back();
    side.name = from[i].name;
    for (const document::Panel& panel : from[i].panels) {
      side.panels.emplace_back(panel.name, panel.box.width);
    }
    if (i < print.pages.size()) side.inks = inks_of(print, print.pages[i]);
  }
  return sides;
}

/// As wide as its widest panel.
Size folded_size(const document::Document& document) {
  Size size = document.sheet.trim;
  if (document.sides.empty() || document.sides.front().panels.empty()) return size;
  size.width = Length();
  for (const document::Panel& each : document.sides.front().panels) {
    size.width = std::max(size.width, each.box.width);
  }
  return size;
}

Json as_json(const Order& order) {
  const auto text = [](const std::string& said) { return said.empty() ? Json() : Json(said); };
  return {{"client", text(order.client)},
          {"contact", text(order.contact)},
          {"phone", text(order.phone)},
          {"email", text(order.email)},
          {"number", text(order.number)},
          {"delivery",
           {{"date", order.date ? Json(spec::iso_date(*order.date)) : Json()},
            {"weekday",
             order.date ? Json(content::day_name(content::weekday_of(*order.date))) : Json()},
            {"to", text(order.deliver_to)},
            {"address", text(order.address)}}},
          {"proof", {{"kind", text(order.proof)}, {"answers", text(order.answers)}}}};
}

/// Rounded to a thousandth, the same on every machine.
double millimetres(Length length) { return parse_number(format_number(length.mm(), 3)).value(); }

Json standard_json(const document::Shop& shop) {
  Json json{
      {"name", shop.name}, {"title", shop.title}, {"standard", names_of(shop.standard, "none")}};
  if (!shop.condition.identifier.empty()) {
    json["condition"] = {{"name", shop.condition.name},
                         {"identifier", shop.condition.identifier},
                         {"info", shop.condition.info}};
  }
  return json;
}

Json as_json(const TicketSide& side) {
  Json json{{"name", side.name}, {"inks", side.inks}, {"panels", Json::array()}};
  for (const auto& [name, width] : side.panels) {
    json["panels"].push_back({{"name", name}, {"width_mm", millimetres(width)}});
  }
  return json;
}

Json as_json(const document::Imposition& imposition) {
  Json json{
      {"name", imposition.name},
      {"scheme", document::name_of(imposition.scheme)},
      {"sheet_mm", {millimetres(imposition.sheet.width), millimetres(imposition.sheet.height)}}};
  if (imposition.columns) json["columns"] = *imposition.columns;
  if (imposition.rows) json["rows"] = *imposition.rows;
  if (document::binds(imposition.scheme)) {
    json["cover"] = imposition.binding.has_cover ? "apart" : "self";
    if (!imposition.binding.cover_stock.empty()) {
      json["cover_stock"] = imposition.binding.cover_stock;
    }
  }
  return json;
}

Json as_json(const manifest::Input& input) {
  return {{"path", manifest::file_of(input)},
          {"origin", manifest::name_of(manifest::origin_of(input))},
          {"sha256", input.sha256}};
}

}  // namespace

Ticket make_ticket(const Compiled& compiled, const Job& job, Order order,
                   const std::string& pdf_name, const std::string& pdf, Run& run) {
  const document::Document& document = *compiled.document;
  const auto& sheet = compiled.layout->sheet;
  Ticket ticket;
  ticket.title = document.metadata.title;
  ticket.layout = stem(job.layout);
  ticket.language = document.metadata.language;
  ticket.revision = document.metadata.date;
  ticket.draft = document.draft;
  ticket.order = std::move(order);
  ticket.trim = document.sheet.trim;
  ticket.bleed = document.sheet.bleed;
  ticket.fold = sheet && sheet->fold && sheet->fold->kind ? sheet->fold->kind->value : "none";
  ticket.stock = document.sheet.stock;
  ticket.grams = document.sheet.grams;
  ticket.scored = document.sheet.scored;
  ticket.sides = sides_of(compiled, run.workspace.fonts);
  ticket.folded = folded_size(document);
  ticket.imposition = compiled.imposition;
  ticket.sheet_sides = compiled.pages->pages.size();
  ticket.shop = document.shop;
  ticket.marks = document::marks_text(document.sheet.marks);
  ticket.inputs = inputs_of(compiled, FontHash::WholeFile, run);
  ticket.pdf = {pdf_name, manifest::sha256(pdf)};
  ticket.program = program_name();
  return ticket;
}

std::string ticket_json(const Ticket& ticket) {
  Json json{{"document", ticket.title},
            {"layout", ticket.layout},
            {"language", ticket.language},
            {"revision", ticket.revision},
            {"draft", ticket.draft}};
  json["quantity"] = ticket.order.quantity ? Json(*ticket.order.quantity) : Json();
  json["order"] = as_json(ticket.order);
  json["trim_mm"] = {millimetres(ticket.trim.width), millimetres(ticket.trim.height)};
  json["bleed_mm"] = millimetres(ticket.bleed);
  json["fold"] = ticket.fold;
  if (const auto number = fold_catalog(ticket.fold); !number.empty()) {
    json["fold_catalog"] = number;
  }
  const std::string flip(name_of(ticket.order.flip));
  json["flip"] = flip.empty() ? Json() : Json(flip);
  json["stock"] = {{"name", ticket.stock}, {"scored", ticket.scored}};
  if (ticket.grams > 0) json["stock"]["grams_per_square_metre"] = ticket.grams;
  json["marks"] = ticket.marks;
  json["shop"] = ticket.shop ? standard_json(*ticket.shop) : Json();
  json["sides"] = Json::array();
  for (const TicketSide& side : ticket.sides) json["sides"].push_back(as_json(side));
  json["imposition"] = ticket.imposition ? as_json(*ticket.imposition) : Json();
  json["pdf_pages"] = ticket.sheet_sides;
  json["pdf"] = {{"path", ticket.pdf.path}, {"sha256", ticket.pdf.sha256}};
  json["inputs"] = Json::array();
  for (const manifest::Input& input : ticket.inputs) json["inputs"].push_back(as_json(input));
  json["made_by"] = ticket.program;
  return diag::json_text(json);
}

}  // namespace handbill::build
