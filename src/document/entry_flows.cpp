// SPDX-License-Identifier: MIT
#include "document/entry_flows.h"

#include <algorithm>
#include <utility>

namespace handbill::document {

FlowingList::Part FlowingList::take() {
  const std::size_t own = column++;
  std::size_t begin = own == 0 ? 0 : rows.size(), end = rows.size();
  if (begins != nullptr) {
    const auto at = [&](std::size_t i) {
      return std::min(begins->at(std::min(i, begins->size() - 1)), rows.size());
    };
    begin = at(own);
    end = at(own + 1);
  }
  return {begin, std::span(rows).subspan(begin, end - begin)};
}

FlowingList* EntryFlows::open(const spec::Text& list, const content::FactRow* scope) {
  const auto [known, is_new] = lists_.try_emplace(list.value);
  if (is_new) {
    if (auto rows = facts_.rows(list, scope)) {
      const auto begins = pages_.entries.find(list.value);
      known->second =
          FlowingList{std::move(*rows), begins == pages_.entries.end() ? nullptr : &begins->second};
    }
  }
  return known->second ? &*known->second : nullptr;
}

}  // namespace handbill::document
