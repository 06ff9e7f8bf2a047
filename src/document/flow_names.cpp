// SPDX-License-Identifier: MIT
#include "document/flow_names.h"

#include <algorithm>
#include <utility>

namespace handbill::document {
namespace {

using Lists = std::vector<std::string>;

/// Each entry of the inner ones stands in one of the outer.
bool holds(const Lists& outer, const Lists& inner) {
  return outer.size() < inner.size() && std::equal(outer.begin(), outer.end(), inner.begin());
}

std::string laid_for(const Lists& lists) {
  return lists.empty() ? "not laid for an entry" : "laid for each entry of " + quoted(lists.back());
}

}  // namespace

FlowNames::Home FlowNames::home_of(const Entry* entry) {
  Home home;
  for (; entry != nullptr; entry = entry->outer.get()) {
    home.lists.insert(home.lists.begin(), entry->list);
    home.numbers.insert(home.numbers.begin(), entry->number);
  }
  return home;
}

FlowNames::Flow FlowNames::find(const spec::Text& name, const Entry* entry,
                                const Context& context) {
  Home home = home_of(entry);
  check(name, home, context);
  const auto [known, is_new] = flows_.try_emplace({name.value, std::move(home)}, flows_.size());
  return {known->second, is_new};
}

void FlowNames::check(const spec::Text& name, const Home& home, const Context& context) {
  std::vector<FirstShown>& shown = shown_[name.value];
  if (std::ranges::find(shown, home.lists, &FirstShown::lists) != shown.end()) return;
  for (const FirstShown& other : shown) {
    if (!holds(other.lists, home.lists) && !holds(home.lists, other.lists)) continue;
    context.diags.add({.id = diag::DiagnosticId::BadValue,
                       .message = quoted(name.value) + " would run from a frame that is " +
                                  laid_for(other.lists) + " to one that is " +
                                  laid_for(home.lists) + "; each entry has its own",
                       .span = name.span,
                       .labels = {{other.at, "the other frame"}},
                       .hints = {"show a story or table of another name in one of them"}});
    break;
  }
  shown.push_back({home.lists, name.span});
}

std::string flow_name(const std::string& name, const Entry* entry) {
  std::string numbers;
  for (; entry != nullptr; entry = entry->outer.get()) {
    numbers.insert(0, "[" + std::to_string(entry->number) + "]");
  }
  return name + numbers;
}

}  // namespace handbill::document
