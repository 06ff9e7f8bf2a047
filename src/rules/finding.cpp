// SPDX-License-Identifier: MIT
#include "rules/finding.h"

#include <algorithm>
#include <utility>

namespace handbill::rules {

void Findings::add(Finding finding) {
  const std::tuple<std::size_t, diag::Span> key{finding.page, finding.span};
  const auto at = found_.find(key);
  if (at == found_.end()) {
    found_.emplace(key, Group{std::move(finding)});
    return;
  }
  Group& group = at->second;
  ++group.count;
  const Rect box = group.worst.box.united(finding.box);
  // Severities are listed from the worst on; of equal ones the first found stays.
  const auto rank = [](const Finding& each) {
    return std::pair(each.severity == diag::Severity::Error, each.excess);
  };
  if (rank(finding) > rank(group.worst)) group.worst = std::move(finding);
  group.worst.box = box;
}

std::vector<Finding> Findings::take() {
  std::vector<Finding> all;
  for (auto& [key, group] : found_) {
    Finding& each = all.emplace_back(std::move(group.worst));
    if (group.count > 1) {
      each.message += " (the worst of " + std::to_string(group.count) + " here)";
    }
  }
  found_.clear();
  return all;
}

void report(const Rule& rule, const Finding& finding, diag::Diagnostics& diags) {
  diag::Diagnostic diagnostic{diag::DiagnosticId::PressRule,
                              finding.severity.value_or(rule.severity), finding.message,
                              finding.span};
  if (!finding.hint.empty()) diagnostic.hints.push_back(finding.hint);
  diagnostic.rule = diag::RuleInfo{rule.id, rule.source};
  diagnostic.area = diag::PageArea{finding.page + 1, finding.box};
  diags.add(std::move(diagnostic));
}

}  // namespace handbill::rules
