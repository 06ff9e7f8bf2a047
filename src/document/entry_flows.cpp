// SPDX-License-Identifier: MIT
#include "document/entry_flows.h"

#include <algorithm>
#include <utility>

namespace handbill::document {

FlowingList::Part FlowingList::take() {
  const std::size_t own = column++;
  std::size_t begin = own == 0 ? 0 : list.rows.size(), end = list.rows.size();
  if (begins != nullptr) {
    const auto at = [&](std::size_t i) {
      return std::min(begins->at(std::min(i, begins->size() - 1)), list.rows.size());
    };
    begin = at(own);
    end = at(own + 1);
  }
  return {begin, end - begin};
}

FlowingList* EntryFlows::open(const spec::FrameSpec& repeats, const content::FactRow* scope) {
  const spec::Text& name = *repeats.repeat;
  const auto [known, is_new] = lists_.try_emplace(name.value);
  if (!is_new) {
    if (known->second) check_order(repeats, *known->second);
  } else if (auto rows = facts_.rows(name, scope)) {
    const auto begins = pages_.entries.find(name.value);
    known->second =
        FlowingList{.list = entry_list(std::move(*rows), repeats, scope, facts_),
                    .first = &repeats,
                    .begins = begins == pages_.entries.end() ? nullptr : &begins->second};
  }
  return known->second ? &*known->second : nullptr;
}

void EntryFlows::check_order(const spec::FrameSpec& repeats, const FlowingList& known) const {
  const auto words = [](const spec::FrameSpec& frame) {
    std::vector<std::string> words;
    for (const spec::Text& each : frame.sort) words.push_back(each.value);
    for (const auto* each : {&frame.group, &frame.group_header}) {
      words.push_back(*each ? (*each)->value : std::string());
    }
    return words;
  };
  if (words(repeats) == words(*known.first)) return;
  context_.diags.add({.id = diag::DiagnosticId::BadValue,
                      .message = "entries of " + quoted(repeats.repeat->value) +
                                 " flow through this frame in the order of the first; its `sort`, "
                                 "`group` and `group_header` are others",
                      .span = repeats.repeat->span,
                      .labels = {{known.first->repeat->span, "the first frame"}},
                      .hints = {"say the same in both"}});
}

}  // namespace handbill::document
