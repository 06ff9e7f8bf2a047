// SPDX-License-Identifier: MIT
// Rows of a table that tell of several others: headings and feet.
#include <iterator>
#include <utility>

#include "document/table_maker.h"

namespace handbill::document {

std::vector<RowGroup> TableMaker::groups_of_entries(const std::vector<content::FactRow>& scopes) {
  std::vector<RowGroup> groups;
  for (const content::FactRow& scope : scopes) {
    auto rows = tools_.text.facts.entries(scope, *spec_.entries);
    if (!rows || rows->empty()) continue;
    for (content::FactRow& row : *rows) row.around = around_;
    groups.push_back({.told = scope, .rows = std::move(*rows)});
  }
  return groups;
}

void TableMaker::add_groups(Table& table, std::vector<content::FactRow> scopes,
                            const std::set<std::string>& shown) {
  std::vector<content::FactRow> whole;
  std::size_t number = 1, index = 0;
  std::vector<RowGroup> groups = spec_.entries
                                     ? groups_of_entries(scopes)
                                     : in_groups(std::move(scopes), spec_.group, tools_.text.facts);
  sort_groups(groups, spec_.group, spec_.sort, tools_.text.facts);
  for (RowGroup& group : groups) {
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
      .span = spec_.rows->span, .path = spec_.rows->value, .group = &rows, .around = around_};
  Row row = make_group_row(*spec_.footer, told, Row::Kind::Footer, table.columns.size());
  row.group = table.rows.back().group;
  table.rows.push_back(std::move(row));
}

}  // namespace handbill::document
