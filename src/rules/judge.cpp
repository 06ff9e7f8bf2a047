// SPDX-License-Identifier: MIT
#include "rules/judge.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "rules/checks.h"

namespace handbill::rules {

void judge(const plates::Print& print, const RuleSet& rules, diag::Diagnostics& diags) {
  std::vector<const Rule*> hardest_first;
  for (const Rule& rule : rules.rules) hardest_first.push_back(&rule);
  std::ranges::stable_sort(hardest_first, {}, &Rule::severity);
  // A place is told once of a check, by the hardest of its rules; without sources by its corner.
  std::set<std::tuple<const Check*, std::size_t, diag::Span, Length, Length>> told;
  for (const Rule* rule : hardest_first) {
    if (rule->check->judge == nullptr) continue;
    Findings findings;
    rule->check->judge({print, *rule, rules.sheet}, findings);
    for (const Finding& finding : findings.take()) {
      const Point corner = finding.span.known() ? Point{} : finding.box.origin();
      if (!told.emplace(rule->check, finding.page, finding.span, corner.x, corner.y).second) {
        continue;
      }
      report(*rule, finding, diags);
    }
  }
}

}  // namespace handbill::rules
