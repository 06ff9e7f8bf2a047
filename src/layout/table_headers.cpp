// SPDX-License-Identifier: MIT
#include "layout/table_headers.h"

#include <algorithm>

#include "document/table_headers.h"
#include "document/table_use.h"

namespace handbill::layout {
namespace {

using display::Role;
using display::StructId;
using Names = display::StructNode::Names;

void add_once(StructId node, std::vector<StructId>& to) {
  if (std::ranges::find(to, node) == to.end()) to.push_back(node);
}

}  // namespace

TableHeaders::TableHeaders(const document::Table& table, ReadingOrder& order)
    : table_(table), order_(order), columns_(table.columns.size()) {}

void TableHeaders::begin_row(const document::Row& row, StructId node) {
  row_ = &row;
  row_node_ = node;
  cells_.clear();
  if (row.header) order_.at(node).names = Names::Columns;
  if (row.kind == document::Row::Kind::Footer || row.group != group_number_) group_.clear();
  if (row.kind != document::Row::Kind::Entry || row.group != group_number_) {
    last_row_headers_.clear();
  }
  group_number_ = row.group;
}

StructId TableHeaders::add_cell(const document::Cell& cell, std::size_t column) {
  const bool names_columns = document::names_columns(*row_);
  const bool is_of_row = document::names_row(table_, *row_, column);
  const bool names_row = is_of_row && says_something(cell);
  const StructId node = order_.add(names_columns || names_row ? Role::TableHeader : Role::TableCell,
                                   row_node_, row_->span);
  display::StructNode& made = order_.at(node);
  made.columns = cell.span;
  made.rows = cell.rows;
  if (names_columns) made.names = Names::Columns;
  if (names_row) made.names = Names::Row;
  const auto span = static_cast<std::size_t>(std::max(cell.span, 1));
  cells_.push_back({node, column, std::min(column + span, columns_.size())});
  if (names_row) {
    row_headers_.push_back({node, std::max(cell.rows, 1)});
    last_row_headers_[column] = node;
  } else if (const auto last = last_row_headers_.find(column);
             is_of_row && last != last_row_headers_.end()) {
    row_headers_.push_back({last->second});
  }
  if (names_columns && !says_something(cell)) made.names = Names::Nothing;
  return node;
}

std::vector<StructId> TableHeaders::headers_of(const Placed& cell) const {
  std::vector<StructId> headers;
  const display::StructNode& node = order_.nodes()[cell.node.index()];
  for (const RowHeader& each : row_headers_) {
    if (each.node != cell.node && node.names != Names::Columns) add_once(each.node, headers);
  }
  for (const StructId each : group_) add_once(each, headers);
  for (std::size_t i = cell.column; i < cell.end; ++i) {
    for (const StructId each : columns_[i]) add_once(each, headers);
  }
  return headers;
}

void TableHeaders::end_row() {
  const bool names_group = row_->kind == document::Row::Kind::GroupHeader;
  std::vector<StructId> named;
  for (const Placed& cell : cells_) {
    order_.at(cell.node).headers = headers_of(cell);
    if (order_.at(cell.node).names == Names::Columns) named.push_back(cell.node);
  }
  if (names_group) group_.insert(group_.end(), named.begin(), named.end());
  for (const Placed& cell : cells_) {
    if (names_group || order_.at(cell.node).names != Names::Columns) continue;
    for (std::size_t i = cell.column; i < cell.end; ++i) columns_[i].push_back(cell.node);
  }
  for (RowHeader& each : row_headers_) --each.rows;
  std::erase_if(row_headers_, [](const RowHeader& each) { return each.rows <= 0; });
}

}  // namespace handbill::layout
