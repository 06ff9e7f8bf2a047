// SPDX-License-Identifier: MIT
#include "document/row_groups.h"

#include <map>
#include <utility>

#include "content/template.h"

namespace handbill::document {
namespace {

using content::FactRow;

bool is_named_by(const std::optional<spec::Text>& group, std::string_view key) {
  if (!group) return false;
  const auto part = content::lone_part(group->value);
  const auto* fact = part ? std::get_if<content::TemplatePart::Fact>(&part->part) : nullptr;
  return fact != nullptr && fact->path == key.substr(key.starts_with('-') ? 1 : 0);
}

}  // namespace

std::vector<RowGroup> in_groups(std::vector<FactRow> rows, const std::optional<spec::Text>& group,
                                Facts& facts) {
  std::vector<RowGroup> groups;
  std::map<std::string, std::size_t> by_name;
  std::size_t last = 0;
  for (FactRow& row : rows) {
    std::string name = facts.plain(group, &row, ProseAs::Words).text;
    if (!name.empty() || groups.empty()) {
      const auto [known, is_new] = by_name.try_emplace(name, groups.size());
      last = known->second;
      if (is_new) groups.push_back({.name = std::move(name), .told = row});
    }
    groups[last].rows.push_back(std::move(row));
  }
  return groups;
}

void sort_groups(std::vector<RowGroup>& groups, const std::optional<spec::Text>& group,
                 const std::vector<spec::Text>& keys, Facts& facts) {
  if (keys.empty()) return;
  std::vector<FactRow> rows;
  std::map<std::string, std::size_t> group_of;  // by the path of the row
  bool have_own_order = false;                  // opening hours: all have the path of their week
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (FactRow& row : groups[i].rows) {
      have_own_order = !group_of.emplace(row.path, i).second || have_own_order;
      rows.push_back(row);
    }
  }
  // All at once, so that a key is missed where no group has it.
  facts.sort(rows, keys);
  if (have_own_order) return;
  for (RowGroup& each : groups) each.rows.clear();
  std::vector<std::size_t> order;
  for (FactRow& row : rows) {
    const std::size_t own = group_of.at(row.path);
    if (groups[own].rows.empty()) order.push_back(own);
    groups[own].rows.push_back(std::move(row));
  }
  if (!is_named_by(group, keys.front().value)) return;
  std::vector<RowGroup> sorted;
  for (const std::size_t each : order) sorted.push_back(std::move(groups[each]));
  groups = std::move(sorted);
}

}  // namespace handbill::document
