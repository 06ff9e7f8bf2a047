// SPDX-License-Identifier: MIT
#include "rules/finding.h"

#include <algorithm>
#include <utility>

namespace handbill::rules {

namespace {

constexpr Length kNear = Length::pt(12);
/// More groups of a page than this are not told apart.
constexpr std::size_t kMostGroups = 50;

}  // namespace

Finding* Findings::group_of(const Finding& finding) {
  std::vector<Finding>& groups = found_[{finding.page, finding.span, finding.cause}];
  const bool has_source = finding.span.known();
  const auto is_near = [&](const Finding& group) {
    return has_source || group.box.outset(kNear).intersects(finding.box);
  };
  const auto near = std::ranges::find_if(groups, is_near);
  if (near != groups.end()) return &*near;
  if (groups.size() == kMostGroups) return &groups.back();
  groups.push_back(finding);
  groups.back().times = 0;
  return &groups.back();
}

void Findings::add(Finding finding) {
  Finding& group = *group_of(finding);
  const Rect box = group.box.united(finding.box);
  const std::size_t times = group.times + finding.times;
  // Severities are listed from the worst on; of equal ones the first found stays.
  const auto rank = [](const Finding& each) {
    return std::pair(each.severity == diag::Severity::Error, each.excess);
  };
  if (rank(finding) > rank(group)) group = std::move(finding);
  group.box = box;
  group.times = times;
}

std::vector<Finding> Findings::take() {
  std::vector<Finding> all;
  for (auto& [key, groups] : found_) {
    for (Finding& group : groups) all.push_back(std::move(group));
  }
  found_.clear();
  return all;
}

diag::Diagnostic diagnostic_of(const Rule& rule, const Finding& finding) {
  diag::Diagnostic diagnostic{rule.tells, finding.severity.value_or(rule.severity), finding.message,
                              finding.span};
  if (!finding.hint.empty()) diagnostic.hints.push_back(finding.hint);
  if (rule.tells == diag::DiagnosticId::PressRule) {
    diagnostic.rule = diag::RuleInfo{rule.id, rule.source};
  }
  diagnostic.area = diag::PageArea{finding.page + 1, finding.box};
  return diagnostic;
}

}  // namespace handbill::rules
