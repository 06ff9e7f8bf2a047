// SPDX-License-Identifier: MIT
#include "rules/judge_document.h"

#include <algorithm>

#include "base/check.h"
#include "plates/from_pages.h"
#include "rules/judge.h"
#include "rules/waivers.h"

namespace handbill::rules {

std::optional<RuleSet> rules_of(const document::Shop& shop, const document::Sheet& sheet,
                                const diag::FileReader& files, diag::SourceMap& sources,
                                diag::Diagnostics& diags) {
  if (shop.rules.empty()) return std::nullopt;
  const auto pack = spec::parse_rules(files, shop.rules, {}, sources, diags);
  if (!pack) return std::nullopt;
  SheetFacts facts;
  facts.grams = sheet.grams;
  facts.scored = sheet.scored;
  facts.bleed = shop.bleed;
  facts.safe = std::max(sheet.safe, shop.safe);
  facts.fold_safe = std::max(sheet.fold_safe, shop.fold_safe);
  facts.ink_limit = shop.ink_limit / 100;
  facts.spots = shop.spots;
  return resolve(*pack, {shop.rules_class}, shop.rule_changes, facts, diags);
}

void judge_document(const document::Document& document, const display::PageList& pages,
                    const font::FontBook& fonts, const RuleSet& rules, diag::Diagnostics& diags) {
  HANDBILL_CHECK(pages.pages.size() == document.sides.size(), "each side is a page");
  plates::Print print = plates::from_pages(pages, fonts);
  for (std::size_t i = 0; i < print.pages.size(); ++i) {
    for (const document::Fold& fold : document.sides[i].folds) {
      print.pages[i].folds.push_back(fold.x);
    }
  }
  diag::Diagnostics found;
  judge(print, rules, found);
  found = waive(document.waivers, document.metadata.date, rules, found);
  for (const diag::Diagnostic& each : found.list()) diags.add(each);
}

}  // namespace handbill::rules
