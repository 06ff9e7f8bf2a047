// SPDX-License-Identifier: MIT
#include "rules/judge.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/check.h"
#include "rules/checks.h"

namespace handbill::rules {
namespace {

/// Calls `tell(rule, finding)` for each; a place is told once of a check, by the hardest of its
/// rules; without sources by its corner.
template <class Tell>
void each_finding(const plates::Print& print, const RuleSet& rules, Tell tell) {
  std::vector<const Rule*> hardest_first;
  for (const Rule& rule : rules.rules) hardest_first.push_back(&rule);
  std::ranges::stable_sort(hardest_first, {}, &Rule::severity);
  std::set<std::tuple<const Check*, std::size_t, diag::Span, std::string, Length, Length>> told;
  for (const Rule* rule : hardest_first) {
    if (rule->check->judge == nullptr) continue;
    Findings findings;
    rule->check->judge({print, *rule, rules.sheet}, findings);
    for (const Finding& each : findings.take()) {
      const Point corner = each.span.known() ? Point{} : each.box.origin();
      const bool is_new =
          told.emplace(rule->check, each.page, each.span, each.cause, corner.x, corner.y).second;
      if (is_new) tell(*rule, each);
    }
  }
}

}  // namespace

void judge(const plates::Print& print, const RuleSet& rules, diag::Diagnostics& diags) {
  each_finding(print, rules, [&](const Rule& rule, const Finding& finding) {
    diag::Diagnostic diagnostic = diagnostic_of(rule, finding);
    if (finding.times > 1) {
      diagnostic.message += " (the worst of " + std::to_string(finding.times) + " here)";
    }
    diags.add(std::move(diagnostic));
  });
}

void PageJudge::add_page(const plates::Print& print) {
  HANDBILL_CHECK(print.pages.size() == 1, "one page at a time");
  each_finding(print, rules_, [&](const Rule& rule, Finding finding) {
    finding.page += pages_;
    causes_.add(diagnostic_of(rule, finding), finding.cause, finding.times, finding.excess);
  });
  if (pages_ == 0) rules_.sheet.trim = print.pages[0].trim.size();
  ++pages_;
}

}  // namespace handbill::rules
