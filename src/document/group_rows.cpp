// SPDX-License-Identifier: MIT
// Rows of a table that tell of several others: headings and feet.
#include <iterator>
#include <map>
#include <utility>

#include "content/template.h"
#include "document/table_maker.h"

namespace handbill::document {

/// Rows of one group stand together, where the first of them stands. One without a group belongs to
/// the row above.
std::vector<TableMaker::Group> TableMaker::groups_of(std::vector<content::FactRow>& scopes) {
  std::vector<Group> groups;
  std::map<std::string, std::size_t> by_name;
  std::size_t last = 0;
  for (content::FactRow& scope : scopes) {
    std::string name = tools_.text.facts.plain(spec_.group, &scope, ProseAs::Words).text;
    if (!name.empty() || groups.empty()) {
      const auto [known, is_new] = by_name.try_emplace(name, groups.size());
      last = known->second;
      if (is_new) groups.push_back({.name = std::move(name), .told = scope});
    }
    groups[last].rows.push_back(std::move(scope));
  }
  return groups;
}

std::vector<TableMaker::Group> TableMaker::groups_of_entries(
    const std::vector<content::FactRow>& scopes) {
  std::vector<Group> groups;
  for (const content::FactRow& scope : scopes) {
    auto rows = tools_.text.facts.entries(scope, *spec_.entries);
    if (!rows || rows->empty()) continue;
    for (content::FactRow& row : *rows) row.outside = around_;
    groups.push_back({.told = scope, .rows = std::move(*rows)});
  }
  return groups;
}

/// The first key is what groups are named by.
bool TableMaker::sorts_by_group() const {
  if (!spec_.group) return false;
  const auto part = content::lone_part(spec_.group->value);
  const auto* fact = part ? std::get_if<content::TemplatePart::Fact>(&part->part) : nullptr;
  const std::string_view key = spec_.sort.front().value;
  return fact != nullptr && fact->path == key.substr(key.starts_with('-') ? 1 : 0);
}

/// The rows of each group; the groups stay as the content has them, unless they are sorted by name.
void TableMaker::sort(std::vector<Group>& groups) {
  if (spec_.sort.empty()) return;
  std::vector<content::FactRow> rows;
  std::map<const spec::Value*, std::size_t> group_of;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (content::FactRow& row : groups[i].rows) {
      group_of.emplace(row.row, i);
      rows.push_back(row);
    }
  }
  // All at once, so that a key is missed where no group has it.
  tools_.text.facts.sort(rows, spec_.sort);
  if (group_of.contains(nullptr)) return;  // opening hours, which are not sorted
  for (Group& each : groups) each.rows.clear();
  std::vector<std::size_t> order;
  for (content::FactRow& row : rows) {
    const std::size_t group = group_of.at(row.row);
    if (groups[group].rows.empty()) order.push_back(group);
    groups[group].rows.push_back(std::move(row));
  }
  if (!sorts_by_group()) return;
  std::vector<Group> sorted;
  for (const std::size_t each : order) sorted.push_back(std::move(groups[each]));
  groups = std::move(sorted);
}

void TableMaker::add_groups(Table& table, std::vector<content::FactRow> scopes,
                            const std::set<std::string>& shown) {
  std::vector<content::FactRow> whole;
  std::size_t number = 1, index = 0;
  std::vector<Group> groups = spec_.entries ? groups_of_entries(scopes) : groups_of(scopes);
  sort(groups);
  for (Group& group : groups) {
    std::vector<Row> rows;
    std::vector<content::FactRow> kept;
    for (content::FactRow& scope : group.rows) {
      auto row = make_told_row(scope, number, shown);
      if (!row) continue;
      ++number;
      rows.push_back(std::move(*row));
      kept.push_back(std::move(scope));
    }
    if (rows.empty()) continue;
    content::FactRow told = group.told;
    told.group = &kept;
    const std::size_t columns = table.columns.size();
    if (spec_.group_header) {
      rows.insert(rows.begin(),
                  make_group_row(*spec_.group_header, told, Row::Kind::GroupHeader, columns));
      if (auto again = make_continued(told, columns)) table.continued.push_back(std::move(*again));
    }
    if (spec_.group_footer) {
      rows.push_back(make_group_row(*spec_.group_footer, told, Row::Kind::GroupFooter, columns));
    }
    for (Row& row : rows) row.group = index;
    rows.front().starts_group = index > 0;
    ++index;
    std::ranges::move(rows, std::back_inserter(table.rows));
    std::ranges::move(kept, std::back_inserter(whole));
  }
  add_footer(table, whole);
}

Row TableMaker::make_group_row(const spec::GroupRowSpec& spec, const content::FactRow& scope,
                               Row::Kind kind, std::size_t columns) {
  Row row;
  row.span = scope.span;
  row.kind = kind;
  row.keep_with_next = kind == Row::Kind::GroupHeader;
  if (spec.fill) row.fill = context_.color(*spec.fill);
  row.rule_above = row_rule(spec.rule_above);
  row.rule_below = row_rule(spec.rule_below);
  std::vector<spec::CellSpec> cells = spec.cells;
  if (spec.text) {
    spec::CellSpec all;
    all.text = spec.text;
    all.place = spec.text->span;
    all.span = spec::Spanned<std::int64_t>{static_cast<std::int64_t>(columns), spec.text->span};
    cells = {std::move(all)};
  }
  std::vector<int> reach(columns, 0);
  add_cells(row, cells,
            {.scope = &scope,
             .style = &spec.style,
             .padding = &spec.padding,
             .columns = kind == Row::Kind::GroupHeader ? RowMaking::Columns::Passed
                                                       : RowMaking::Columns::Heeded},
            reach);
  for (Cell& cell : row.cells) cell.rows = 1;
  return row;
}

/// The heading of a group where it goes on; nothing: the layout wants none.
std::optional<Row> TableMaker::make_continued(const content::FactRow& scope, std::size_t columns) {
  spec::GroupRowSpec again = *spec_.group_header;
  if (again.continued) {
    if (again.continued->value.empty()) return std::nullopt;
    if (again.cells.empty()) {
      again.text = again.continued;
    } else {
      again.cells.front().text = again.continued;
    }
  }
  return make_group_row(again, scope, Row::Kind::GroupHeader, columns);
}

void TableMaker::add_footer(Table& table, const std::vector<content::FactRow>& rows) {
  if (!spec_.footer || rows.empty()) return;
  const content::FactRow told{
      .span = spec_.rows->span, .path = spec_.rows->value, .group = &rows, .outside = around_};
  Row row = make_group_row(*spec_.footer, told, Row::Kind::Footer, table.columns.size());
  row.group = table.rows.back().group;
  table.rows.push_back(std::move(row));
}

}  // namespace handbill::document
