// SPDX-License-Identifier: MIT
#include "build/tell_once.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace handbill::build {
namespace {

/// The side of the layout that made the page; nothing: it makes no other.
std::optional<std::size_t> maker_of(const diag::Diagnostic& told,
                                    const std::vector<document::Side>& sides) {
  const bool has_page = told.area && told.area->page > 0 && told.area->page <= sides.size();
  const auto place = has_page ? sides[told.area->page - 1].place : std::nullopt;
  return place && told.span.known() ? std::optional(place->side) : std::nullopt;
}

}  // namespace

diag::Diagnostics told_once(const document::Document& document, const diag::Diagnostics& found) {
  const auto is_copy = [](const document::Side& side) {
    return side.place && side.place->copy > 0;
  };
  if (std::ranges::none_of(document.sides, is_copy)) return found;
  using Cause =
      std::tuple<std::size_t, diag::DiagnosticId, diag::Severity, diag::Span, std::string>;
  std::map<Cause, std::size_t> known;
  std::vector<diag::Diagnostic> all;
  for (const diag::Diagnostic& each : found.list()) {
    const auto maker = maker_of(each, document.sides);
    if (maker) {
      const Cause cause{*maker, each.id, each.severity, each.span, each.rule ? each.rule->id : ""};
      const auto [first, is_new] = known.emplace(cause, all.size());
      diag::Diagnostic& told = is_new ? all.emplace_back(each) : all[first->second];
      const bool is_elsewhere = !is_new && told.area->page != each.area->page;
      if (is_elsewhere) {
        told.also.push_back(*each.area);
        told.also.insert(told.also.end(), each.also.begin(), each.also.end());
      }
      if (is_new || is_elsewhere) continue;
    }
    all.push_back(each);
  }
  diag::Diagnostics told;
  for (diag::Diagnostic& each : all) told.add(std::move(each));
  return told;
}

}  // namespace handbill::build
