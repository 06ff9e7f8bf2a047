// SPDX-License-Identifier: MIT
#include "diag/by_cause.h"

#include <algorithm>

namespace handbill::diag {
namespace {

constexpr std::size_t kMostPlaces = 1000;

std::pair<bool, double> rank(Severity severity, double excess) {
  return {severity == Severity::Error, excess};
}

std::string rule_of(const Diagnostic& finding) {
  return finding.rule ? finding.rule->id : std::string(info(finding.id).name);
}

/// "7", "1 to 4"; two in a row stay two.
std::vector<std::string> runs_of(const std::vector<std::size_t>& pages) {
  std::vector<std::string> runs;
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
    if (last - i < 2) last = i;
    std::string run = std::to_string(pages[i]);
    if (last > i) run += " to " + std::to_string(pages[last]);
    runs.push_back(std::move(run));
    i = last + 1;
  }
  return runs;
}

}  // namespace

void ByCause::add(Diagnostic finding, std::string_view cause, std::size_t times, double excess) {
  const auto [known, is_new] =
      known_.try_emplace({rule_of(finding), std::string(cause)}, groups_.size());
  if (is_new) groups_.push_back({finding, 0, excess});
  Group& group = groups_[known->second];
  group.times += times;
  group.alike = group.alike && finding.severity == group.worst.severity && excess == group.excess;
  if (finding.area && group.places.size() < kMostPlaces) group.places.push_back(*finding.area);
  if (rank(finding.severity, excess) > rank(group.worst.severity, group.excess)) {
    group.worst = std::move(finding);
    group.excess = excess;
  }
}

void ByCause::tell(Diagnostics& diags) {
  for (Group& group : groups_) {
    Diagnostic& worst = group.worst;
    const std::string times = std::to_string(group.times);
    if (group.times > 1) {
      worst.message += group.alike ? " (" + times + " times)" : " (the worst of " + times + ")";
    }
    for (const PageArea& place : group.places) {
      if (place != worst.area) worst.also.push_back(place);
    }
    diags.add(std::move(worst));
  }
  groups_.clear();
  known_.clear();
}

std::string pages_text(std::vector<std::size_t> pages) {
  constexpr std::size_t kMostRuns = 10;
  std::ranges::sort(pages);
  pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
  std::vector<std::string> runs = runs_of(pages);
  const std::size_t left = runs.size() > kMostRuns ? runs.size() - kMostRuns + 1 : 0;
  if (left > 0) {
    runs.resize(kMostRuns);
    runs.back() = std::to_string(left) + " more";
  }
  std::string text = pages.size() == 1 ? "page " : "pages ";
  for (std::size_t i = 0; i < runs.size(); ++i) {
    text += (i == 0 ? "" : i + 1 < runs.size() ? ", " : " and ") + runs[i];
  }
  return text;
}

}  // namespace handbill::diag
