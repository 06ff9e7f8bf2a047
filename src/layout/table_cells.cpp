// SPDX-License-Identifier: MIT
#include "layout/table_cells.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace handbill::layout {
namespace {

/// The left and right edges of a cell with its padding.
Rect across(const SetCell& cell, const std::vector<ColumnBox>& columns) {
  const ColumnBox& first = columns[cell.column];
  const ColumnBox& last = columns[cell.column + cell.span - 1];
  return Rect::from_edges(std::min(first.left, last.left), {},
                          std::max(first.left + first.width, last.left + last.width), {});
}

/// The last row a cell reaches into, of those that are there.
std::size_t last_row(std::size_t row, const SetCell& cell, std::size_t rows) {
  return std::min(row + cell.rows, rows) - 1;
}

struct Ground {
  Rect box;
  color::Color color;
};

/// Grounds below each other are one piece, which has no seam on a screen.
class Grounds {
 public:
  explicit Grounds(std::size_t columns) : last_(columns) {}

  void add(std::size_t column, Ground ground) {
    auto& last = last_[column];
    if (last && goes_on(all_[*last], ground)) {
      all_[*last].box.height = ground.box.bottom() - all_[*last].box.top;
      return;
    }
    last = all_.size();
    all_.push_back(std::move(ground));
  }
  const std::vector<Ground>& all() const { return all_; }

 private:
  static bool goes_on(const Ground& above, const Ground& below) {
    return above.color == below.color && above.box.left == below.box.left &&
           above.box.width == below.box.width && fits(above.box.bottom(), below.box.top) &&
           fits(below.box.top, above.box.bottom());
  }

  std::vector<Ground> all_;
  std::vector<std::optional<std::size_t>> last_;  ///< by first column
};

display::Item line_of(const document::TableRule& rule, Point from, Point to) {
  display::Shape shape{
      .path = Path::segment(from, to),
      .stroke = display::Stroke{
          .color = rule.color, .width = rule.width, .overprint = color::Overprint::Auto}};
  return {.content = std::move(shape)};
}

/// By row and column: whether a cell reaches on into the next column.
std::vector<std::vector<bool>> crossed_columns(const std::vector<const SetRow*>& rows,
                                               std::size_t columns) {
  std::vector<std::vector<bool>> crossed(rows.size(), std::vector<bool>(columns));
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (const SetCell& cell : rows[row]->cells) {
      for (std::size_t at = row; at <= last_row(row, cell, rows.size()); ++at) {
        for (std::size_t i = 0; i + 1 < cell.span; ++i) crossed[at][cell.column + i] = true;
      }
    }
  }
  return crossed;
}

}  // namespace

void paint_cells(const std::vector<const SetRow*>& rows, const std::vector<ColumnBox>& columns,
                 const std::vector<RowEdges>& edges, TableFragment& placed) {
  Grounds grounds(columns.size());
  std::vector<display::Item> boxes;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (const SetCell& cell : rows[row]->cells) {
      const document::Cell& looks = *cell.cell;
      if (!looks.fill && !looks.stroke) continue;
      const std::size_t last = last_row(row, cell, rows.size());
      Rect box = across(cell, columns);
      const Band down = looks.is_box() ? Band{edges[row].cells.top, edges[last].cells.bottom}
                                       : Band{edges[row].ground.top, edges[last].ground.bottom};
      box.top = down.top;
      box.height = down.bottom - down.top;
      if (!looks.is_box()) {
        grounds.add(cell.column, {box, *looks.fill});
        continue;
      }
      display::Shape shape{.path = Path::rounded_rect(box, looks.radius),
                           .fill = looks.fill,
                           .stroke = looks.stroke,
                           .overprint = color::Overprint::Auto};
      boxes.push_back({.content = std::move(shape)});
    }
  }
  for (const Ground& each : grounds.all()) {
    display::Shape shape{
        .path = Path::rect(each.box), .fill = each.color, .overprint = color::Overprint::Auto};
    placed.items.push_back({.content = std::move(shape)});
  }
  std::ranges::move(boxes, std::back_inserter(placed.items));
}

void paint_column_rules(const SetTable& table, const std::vector<const SetRow*>& rows,
                        const std::vector<ColumnBox>& columns, const std::vector<RowEdges>& edges,
                        TableFragment& placed) {
  if (rows.empty() || columns.empty()) return;
  const auto& between = table.table->rule_columns;
  const auto crossed =
      between ? crossed_columns(rows, columns.size()) : std::vector<std::vector<bool>>();
  for (std::size_t i = 0; between && i + 1 < columns.size(); ++i) {
    const bool is_mirrored = columns[i + 1].left < columns[i].left;
    const ColumnBox& left = columns[is_mirrored ? i + 1 : i];
    const ColumnBox& right = columns[is_mirrored ? i : i + 1];
    const Length x = (left.left + left.width + right.left) / 2;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (crossed[row][i]) continue;
      const Length top = edges[row].ground.top;
      while (row + 1 < rows.size() && !crossed[row + 1][i]) ++row;
      placed.items.push_back(line_of(*between, {x, top}, {x, edges[row].ground.bottom}));
    }
  }
  const auto& sides = table.table->rule_sides;
  if (!sides) return;
  const Length end = edges.back().ground.bottom, half = sides->width / 2;
  const auto [first, last] = std::ranges::minmax(columns, {}, &ColumnBox::left);
  for (const Length x : {first.left + half, last.left + last.width - half}) {
    placed.items.push_back(line_of(*sides, {x, {}}, {x, end}));
  }
}

}  // namespace handbill::layout
