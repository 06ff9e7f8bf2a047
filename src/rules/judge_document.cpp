// SPDX-License-Identifier: MIT
#include "rules/judge_document.h"

#include <algorithm>

#include "base/check.h"
#include "plates/from_pages.h"
#include "rules/judge.h"

namespace handbill::rules {

std::optional<spec::RulePackSpec> pack_of(const document::Shop& shop, const diag::FileReader& files,
                                          diag::SourceMap& sources, diag::Diagnostics& diags) {
  if (shop.rules.empty()) return std::nullopt;
  return spec::parse_rules(files, shop.rules, {}, sources, diags);
}

std::optional<RuleSet> rules_of(const document::Shop& shop, const spec::RulePackSpec& pack,
                                const document::Sheet& sheet, diag::Diagnostics& diags) {
  SheetFacts facts;
  facts.grams = sheet.grams;
  facts.scored = sheet.scored;
  facts.bleed = shop.bleed;
  facts.safe = std::max(sheet.safe, shop.safe);
  facts.fold_safe = std::max(sheet.fold_safe, shop.fold_safe);
  facts.viewing_distance = sheet.viewing_distance;
  facts.ink_limit = shop.ink_limit / 100;
  facts.spots = shop.spots;
  return resolve(pack, {shop.rules_class}, shop.rule_changes, facts, diags);
}

PackRules rules_of_packs(const diag::FileReader& files, diag::SourceMap& sources) {
  constexpr std::string_view kEnding = ".toml";
  PackRules known;
  for (const std::string& file : files.list("layouts/rules")) {
    if (!file.ends_with(kEnding)) continue;
    diag::Diagnostics unused;
    const auto pack =
        spec::parse_rules(files, file.substr(0, file.size() - kEnding.size()), {}, sources, unused);
    if (!pack) continue;
    for (KnownRule& each : known_rules(*pack)) known.press.push_back(std::move(each));
    for (const auto& each : pack->word_rules) {
      known.words.push_back({each.name, each.value.check ? each.value.check->value : ""});
    }
  }
  return known;
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
  judge(print, rules, diags);
}

}  // namespace handbill::rules
