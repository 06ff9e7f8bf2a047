// SPDX-License-Identifier: MIT
#include "layout/reading_order.h"

namespace handbill::layout {

using display::Role;
using display::StructId;

ReadingOrder::ReadingOrder() {
  nodes_.push_back({.role = Role::Document, .parent = kDocument, .alt = {}, .span = {}});
}

StructId ReadingOrder::add(Role role, StructId parent, diag::Span span) {
  nodes_.push_back({.role = role, .parent = parent, .alt = {}, .span = span});
  return {static_cast<std::uint32_t>(nodes_.size() - 1)};
}

std::optional<StructId> ReadingOrder::add_figure(const std::string& alt, StructId parent,
                                                 diag::Span span) {
  if (alt.empty()) return std::nullopt;
  const StructId figure = add(Role::Figure, parent, span);
  nodes_.back().alt = alt;
  return figure;
}

std::optional<StructId> ReadingOrder::add_paragraph(Role role, StructId parent, diag::Span span) {
  if (role != Role::ListItem) {
    end_list();
    if (role == Role::Artifact) return std::nullopt;
    return add(role, parent, span);
  }
  if (!list_) list_ = add(Role::List, parent, span);
  return add(role, *list_, span);
}

void ReadingOrder::set_reach(StructId cell, int columns, int rows) {
  nodes_.at(cell.index()).columns = columns;
  nodes_.at(cell.index()).rows = rows;
}

}  // namespace handbill::layout
