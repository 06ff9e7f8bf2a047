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
void each_finding(const plates::Print& print, const RuleSet& rules, Work& work, Tell tell) {
  std::vector<const Rule*> hardest_first;
  for (const Rule& rule : rules.rules) hardest_first.push_back(&rule);
  std::ranges::stable_sort(hardest_first, {}, &Rule::severity);
  std::set<std::tuple<const Check*, std::size_t, diag::Span, std::string, Length, Length>> told;
  for (const Rule* rule : hardest_first) {
    if (rule->check->judge == nullptr || work.is_used_up()) continue;
    Findings findings;
    rule->check->judge({print, *rule, rules.sheet, work}, findings);
    for (const Finding& each : findings.take()) {
      const Point corner = each.span.known() ? Point{} : each.box.origin();
      const bool is_new =
          told.emplace(rule->check, each.page, each.span, each.cause, corner.x, corner.y).second;
      if (is_new) tell(*rule, each);
    }
  }
}

diag::Diagnostic too_much() {
  diag::Diagnostic told{
      diag::DiagnosticId::TooLarge, diag::Severity::Warning,
      "too much lies one over the other: what is below some text and lines is not looked at"};
  told.hints = {"join paths that are painted alike"};
  return told;
}

}  // namespace

void judge(const plates::Print& print, const RuleSet& rules, diag::Diagnostics& diags) {
  Work work(kMostWork);
  each_finding(print, rules, work, [&](const Rule& rule, const Finding& finding) {
    diag::Diagnostic diagnostic = diagnostic_of(rule, finding);
    if (finding.times > 1) {
      diagnostic.message += " (the worst of " + std::to_string(finding.times) + " here)";
    }
    diags.add(std::move(diagnostic));
  });
  if (work.is_page_cut() || work.is_used_up()) diags.add(too_much());
}

void PageJudge::add_page(const plates::Print& print) {
  HANDBILL_CHECK(print.pages.size() == 1, "one page at a time");
  if (work_.is_used_up()) return;
  work_.start_page();
  each_finding(print, rules_, work_, [&](const Rule& rule, Finding finding) {
    finding.page += pages_;
    causes_.add(diagnostic_of(rule, finding), finding.cause, finding.times, finding.excess);
  });
  if (pages_ == 0) rules_.sheet.trim = print.pages[0].trim.size();
  ++pages_;
  if (work_.is_page_cut()) {
    diag::Diagnostic cut = too_much();
    cut.area = diag::PageArea{pages_, print.pages[0].trim};
    causes_.add(std::move(cut), "too much", 1);
  }
}

void PageJudge::tell(diag::Diagnostics& diags) {
  causes_.tell(diags);
  if (!work_.is_used_up()) return;
  diags.error(diag::DiagnosticId::TooLarge, {},
              "from page " + std::to_string(pages_) +
                  " on not all rules are looked at: too much lies one over the other up to there",
              {"judge the file in parts"});
}

}  // namespace handbill::rules
