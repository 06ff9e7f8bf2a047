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

Findings::Group* Findings::group_of(const Finding& finding) {
  std::vector<Group>& groups = found_[{finding.page, finding.span}];
  const bool has_source = finding.span.known();
  const auto is_near = [&](const Group& group) {
    return has_source || group.worst.box.outset(kNear).intersects(finding.box);
  };
  const auto near = std::ranges::find_if(groups, is_near);
  if (near != groups.end()) return &*near;
  if (groups.size() == kMostGroups) return &groups.back();
  groups.push_back({finding, 0});
  return &groups.back();
}

void Findings::add(Finding finding) {
  Group& group = *group_of(finding);
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
  for (auto& [key, groups] : found_) {
    for (Group& group : groups) {
      Finding& each = all.emplace_back(std::move(group.worst));
      if (group.count > 1) {
        each.message += " (the worst of " + std::to_string(group.count) + " here)";
      }
    }
  }
  found_.clear();
  return all;
}

void report(const Rule& rule, const Finding& finding, diag::Diagnostics& diags) {
  diag::Diagnostic diagnostic{rule.tells, finding.severity.value_or(rule.severity), finding.message,
                              finding.span};
  if (!finding.hint.empty()) diagnostic.hints.push_back(finding.hint);
  if (rule.tells == diag::DiagnosticId::PressRule) {
    diagnostic.rule = diag::RuleInfo{rule.id, rule.source};
  }
  diagnostic.area = diag::PageArea{finding.page + 1, finding.box};
  diags.add(std::move(diagnostic));
}

}  // namespace handbill::rules
