// SPDX-License-Identifier: MIT
#include "document/entry_list.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "document/row_groups.h"

namespace handbill::document {

std::size_t EntryList::group_of(std::size_t entry) const {
  const auto next = std::ranges::upper_bound(groups, entry, {}, &EntryGroup::begin);
  return groups.empty() ? 0 : static_cast<std::size_t>(next - groups.begin()) - 1;
}

EntryList entry_list(std::vector<content::FactRow> rows, const spec::FrameSpec& repeats,
                     const content::FactRow* scope, Facts& facts) {
  EntryList list;
  for (content::FactRow& each : rows) each.around = scope;
  if (repeats.sort.empty() && !repeats.group) {
    list.rows = std::move(rows);
    return list;
  }
  std::vector<RowGroup> groups = in_groups(std::move(rows), repeats.group, facts);
  sort_groups(groups, repeats.group, repeats.sort, facts);
  for (RowGroup& group : groups) {
    if (group.rows.empty()) continue;
    if (repeats.group) {
      list.groups.push_back({.begin = list.rows.size()});
      if (repeats.group_header) list.groups.back().rows = group.rows;
    }
    std::ranges::move(group.rows, std::back_inserter(list.rows));
  }
  return list;
}

}  // namespace handbill::document
