// SPDX-License-Identifier: MIT
#include "build/orders.h"

#include <algorithm>

#include "document/edition.h"
#include "document/edition_settings.h"
#include "rules/waivers.h"

namespace handbill::build {
namespace {

/// Rules of other shops are looked up only where a waiver asks for them.
bool asks_for_rules(const spec::LayoutSpec& layout) {
  const std::vector<std::string> checks = rules::layout_checks();
  return std::ranges::any_of(layout.waivers, [&](const spec::WaiverSpec& waiver) {
    return waiver.rule && std::ranges::find(checks, waiver.rule->value) == checks.end();
  });
}

/// Pages of such an edition are for any printer: neither folded nor on the sheets of a press.
void tell_unheard(const CompileInputs& in, const EditionFacts& edition, diag::Diagnostics& diags) {
  const auto tell = [&](const std::string& asked, const char* option) {
    if (asked.empty() || asked == "none") return;
    diags.warning(diag::DiagnosticId::WrongUse, {},
                  "`" + std::string(option) + " " + asked + "` is left aside: pages of the " +
                      std::string(edition.name) +
                      " edition are for any printer, sheet by sheet as they are");
  };
  tell(in.shop, "--shop");
  tell(in.imposition, "--impose");
}

void read_imposition(const CompileInputs& in, Orders& orders, diag::SourceMap& sources,
                     diag::Diagnostics& diags) {
  const document::Shop* shop = orders.shop ? orders.shop->shop.get() : nullptr;
  const bool is_shops = in.imposition.empty() && shop != nullptr;
  const std::string name = is_shops ? shop->imposition : in.imposition;
  if (name.empty() || name == "none") return;
  orders.imposed_as = name;
  orders.imposition = spec::parse_imposition(
      in.files, name, is_shops ? shop->imposition_span : diag::Span{}, sources, diags);
}

}  // namespace

std::optional<Orders> read_orders(const CompileInputs& in, const spec::LayoutSpec& layout,
                                  diag::SourceMap& sources, diag::Diagnostics& diags) {
  Orders orders;
  const EditionFacts& edition = facts_of(document::edition_of(layout));
  if (edition.form == EditionForm::Reflowed) {
    tell_unheard(in, edition, diags);
    return orders;
  }
  if (auto own = document::shop_of_edition(layout)) {
    if (!in.shop.empty() && in.shop != "none") {
      diags.error(diag::DiagnosticId::WrongUse, {},
                  "the " + own->name + " edition is for no print shop, and `--shop` names `" +
                      in.shop + "`",
                  {"leave out one of the two, or say `--edition standard`"});
      return std::nullopt;
    }
    orders.shop =
        std::make_shared<const document::PrintShop>(document::PrintShop{std::move(own), in.press});
    read_imposition(in, orders, sources, diags);
    if (asks_for_rules(layout)) orders.pack_rules = rules::rules_of_packs(in.files, sources);
    return orders;
  }
  const bool is_layouts = in.shop.empty() && layout.shop;
  const std::string name = is_layouts ? layout.shop->value : in.shop;
  if (!name.empty() && name != "none") {
    const diag::Span asked_at = is_layouts ? layout.shop->span : diag::Span();
    orders.shop =
        in.products.shops.get({name, asked_at}, in.files, sources, diags,
                              [&](const diag::FileReader& files, diag::Diagnostics& told) {
                                return in.shops.find(name, asked_at, files, sources, told);
                              });
    if (!orders.shop) return std::nullopt;
    orders.pack = rules::pack_of(*orders.shop->shop, in.files, sources, diags);
  }
  if (asks_for_rules(layout)) orders.pack_rules = rules::rules_of_packs(in.files, sources);
  read_imposition(in, orders, sources, diags);
  return orders;
}

}  // namespace handbill::build
