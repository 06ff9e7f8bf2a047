// SPDX-License-Identifier: MIT
#include "layout/table_links.h"

#include <optional>

namespace handbill::layout {
namespace {

/// What the eye sees of a cell: art, or text from the capitals down to the last baseline.
std::optional<Band> seen_of(const Fragment& row, const Fragment& cell) {
  const Length top = row.box.top + cell.box.top;
  if (!cell.lines.empty()) return Band{top, top + cell.lines.back().origin.y};
  if (!cell.items.empty()) return Band{top, top + cell.box.height};
  return std::nullopt;
}

/// Of the cells that begin in a column, from top to bottom.
std::vector<Band> bands_of(std::size_t column, const std::vector<const SetRow*>& rows,
                           const TableFragment& placed) {
  std::vector<Band> bands;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i]->row->header) continue;
    for (std::size_t k = 0; k < rows[i]->cells.size(); ++k) {
      if (rows[i]->cells[k].column != column) continue;
      const auto seen = seen_of(placed.rows[i], placed.rows[i].children[k]);
      if (seen) bands.push_back(*seen);
    }
  }
  return bands;
}

display::Item line_of(const document::ColumnLink& link, Point from, Point to) {
  display::Shape shape{
      .path = Path::segment(from, to),
      .stroke = display::Stroke{
          .color = link.color, .width = link.width, .overprint = color::Overprint::Auto}};
  return {.content = std::move(shape)};
}

}  // namespace

void add_links(const SetTable& table, const std::vector<const SetRow*>& rows,
               const std::vector<ColumnBox>& columns, TableFragment& placed) {
  for (std::size_t column = 0; column < columns.size(); ++column) {
    const auto& link = table.table->columns[column].link;
    if (!link) continue;
    const Length x = columns[column].left + columns[column].width / 2;
    const std::vector<Band> bands = bands_of(column, rows, placed);
    for (std::size_t i = 1; i < bands.size(); ++i) {
      const Point from{x, bands[i - 1].bottom + link->gap}, to{x, bands[i].top - link->gap};
      if (from.y < to.y) placed.items.push_back(line_of(*link, from, to));
    }
  }
}

}  // namespace handbill::layout
