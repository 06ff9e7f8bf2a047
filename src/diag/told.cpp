// SPDX-License-Identifier: MIT
#include "diag/told.h"

#include <algorithm>

namespace handbill::diag {
namespace {

Diagnostic count_of(const std::vector<const Diagnostic*>& untold) {
  const auto errors = std::ranges::count(untold, Severity::Error, &Diagnostic::severity);
  const std::size_t count = untold.size();
  Diagnostic rest{DiagnosticId::MoreMessages, untold.front()->severity,
                  std::to_string(count) +
                      (count == 1 ? " more message is not told" : " more messages are not told")};
  if (errors > 0) rest.message += ", errors among them: " + std::to_string(errors);
  rest.hints = {"mend what is told, and run again"};
  return rest;
}

}  // namespace

Told told_of(const Diagnostics& diags, std::size_t most) {
  std::vector<const Diagnostic*> all;
  for (const Diagnostic& each : diags.list()) all.push_back(&each);
  const auto place = [](const Diagnostic* each) { return each->span; };
  std::ranges::stable_sort(all, {}, place);
  if (all.size() <= most) return {std::move(all), {}};
  std::vector<const Diagnostic*> by_weight = all;
  std::ranges::stable_sort(by_weight, {}, &Diagnostic::severity);
  const auto cut = by_weight.begin() + static_cast<std::ptrdiff_t>(most);
  const std::vector<const Diagnostic*> untold(cut, by_weight.end());
  by_weight.erase(cut, by_weight.end());
  // The list of diagnostics is in the order they were found.
  std::ranges::sort(by_weight);
  std::ranges::stable_sort(by_weight, {}, place);
  return {std::move(by_weight), count_of(untold)};
}

}  // namespace handbill::diag
