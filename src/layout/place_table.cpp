// SPDX-License-Identifier: MIT
#include "layout/place_table.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/overload.h"
#include "layout/place_figure.h"
#include "layout/table_cells.h"
#include "layout/table_links.h"

namespace handbill::layout {
namespace {

using document::VerticalAlign;

/// A cell set in its width, before it is known how tall the row is.
struct Block {
  Fragment fragment;  ///< its box: left, width and height; lines from its top
  Length first_baseline;
  Length optical;  ///< height to the last baseline, or of the art
  Length lead;     ///< what its first line's leading leaves above the capitals; art: none
  bool text = false;
  VerticalAlign vertical = VerticalAlign::Top;
};

struct RowSize {
  Length top;
  Length optical;
  Length height;
  /// Kept free above the row, so that without a gap its first line has the pitch of its leading.
  Length lead;
  Length end() const { return top + optical; }
  Insets padding;  ///< the most of its cells, above and below
  bool is_padded() const { return padding.top > Length() || padding.bottom > Length(); }
  /// Of its cells with their padding.
  Length cell_top() const { return top - padding.top; }
  Length cell_bottom() const { return top + std::max(optical + padding.bottom, height); }
  /// From a last baseline to the middle of the white before capitals `white` further down.
  Length below(Length white) const { return std::max(height - optical, white / 2); }
};

Length gap_at(const document::LeastToMost<Length>& gap, double opening) {
  return gap.least + (gap.most - gap.least) * opening;
}

display::Item filled(const Rect& box, const color::Color& color) {
  display::Shape shape{.path = Path::rect(box), .fill = color, .overprint = color::Overprint::Auto};
  return {.content = std::move(shape)};
}

display::Item ruled(const document::TableRule& rule, Length y, const Rect& stretch) {
  display::Shape shape{
      .path = Path::segment({stretch.left, y}, {stretch.right(), y}),
      .stroke = display::Stroke{
          .color = rule.color, .width = rule.width, .overprint = color::Overprint::Auto}};
  return {.content = std::move(shape)};
}

document::Fit fit_of(const document::CellFigure& figure) {
  return std::visit([](const auto& shown) { return shown.fit; }, figure.content);
}

Length first_leading(const SetCell& cell) {
  return cell.text.empty() ? Length() : cell.text.front()->style().leading;
}

class TablePlacer {
 public:
  TablePlacer(const SetTable& table, const std::vector<const SetRow*>& rows,
              const TableSpace& space)
      : set_(table),
        table_(*table.table),
        rows_(rows),
        columns_(space.columns != nullptr ? *space.columns : column_boxes(table, space.width)),
        row_gap_(gap_at(table_.row_gap, space.opening)),
        group_gap_(gap_at(table_.group_gap.value_or(table_.row_gap), space.opening)),
        grid_(space.grid),
        foot_(space.foot) {
    const Length end = columns_end(columns_);
    result_.width = end;
    if (!table_.right_to_left) return;
    // The mirror image, flush right in the frame.
    result_.width = std::max(space.width, end);
    left_ = result_.width - end;
    for (ColumnBox& each : columns_) each.left = result_.width - each.left - each.width;
  }

  TableFragment place() {
    for (std::size_t i = 0; i < rows_.size(); ++i) place_row(i);
    if (!sizes_.empty()) finish_height();
    const std::vector<RowEdges> edges = this->edges();
    paint_fills(edges);
    paint_cells(rows_, columns_, edges, result_);
    paint_rules();
    paint_column_rules(set_, rows_, columns_, edges, result_);
    add_links(set_, rows_, columns_, result_);
    return std::move(result_);
  }

 private:
  void place_row(std::size_t index);
  Block block(const SetCell& cell) const;
  void set_text(const SetCell& cell, Block& block) const;
  void set_aligned(const AlignedLine& aligned, const SetCell& cell, Block& block) const;
  Rect cell_box(const SetCell& cell) const;
  void set_figure(const SetCell& cell, Size natural, Block& block) const;
  void set_with_figure(const SetCell& cell, const document::CellFigure& figure, Block& block) const;
  void add_figure(const SetCell& cell, const document::CellFigure& figure, const Rect& box,
                  Block& block) const;
  Length top_of_row(std::size_t index, const RowSize& row) const;
  /// Down to where the row ends when nothing is below it.
  Length foot_of(const RowSize& row) const {
    return foot_ == document::Foot::Baseline ? row.optical : row.height;
  }
  void finish_height();
  Length start_of(std::size_t row) const;
  /// A heading right below the names of the columns needs nothing between.
  bool starts_group(std::size_t row) const {
    const document::Row& own = *rows_[row]->row;
    const bool is_first =
        own.kind == document::Row::Kind::GroupHeader && row > 0 && rows_[row - 1]->row->header;
    return own.starts_group && !is_first;
  }
  bool is_padded_above(std::size_t row) const {
    return sizes_[row].is_padded() || (row > 0 && sizes_[row - 1].is_padded());
  }
  bool has_fill(std::size_t row) const { return rows_[row]->row->fill.has_value(); }
  void finish_tall_cells(std::size_t row);
  std::vector<RowEdges> edges() const;
  std::vector<Rect> open_stretches(std::size_t row) const;
  Rect column_rect(std::size_t column) const {
    return {columns_[column].left, {}, columns_[column].width, {}};
  }
  std::optional<document::TableRule> rule_below(std::size_t row) const;
  void paint_fills(const std::vector<RowEdges>& edges);
  void paint_rules();

  const SetTable& set_;
  const document::Table& table_;
  const std::vector<const SetRow*>& rows_;
  std::vector<ColumnBox> columns_;
  Length row_gap_, group_gap_;
  std::optional<Grid> grid_;
  document::Foot foot_;
  Length left_;  // of the first column, or of the last from right to left
  std::vector<RowSize> sizes_;
  /// A cell over several rows: where it is in `result_.rows`.
  struct TallCell {
    std::size_t row = 0;
    std::size_t index = 0;
    Length optical;
    VerticalAlign vertical = VerticalAlign::Top;
  };
  std::vector<TallCell> tall_cells_;        ///< that have not ended
  std::vector<std::vector<bool>> crossed_;  ///< by row: columns crossed below it; empty: none
  TableFragment result_;
};

Rect TablePlacer::cell_box(const SetCell& cell) const {
  const ColumnBox& first = columns_[cell.column];
  const ColumnBox& last = columns_[cell.column + cell.span - 1];
  const Insets& padding = cell.cell->padding;
  return Rect::from_edges(
      std::min(first.left, last.left) + padding.left, {},
      std::max(first.left + first.width, last.left + last.width) - padding.right, {});
}

void TablePlacer::set_aligned(const AlignedLine& aligned, const SetCell& cell, Block& block) const {
  const ColumnBox& column = columns_[cell.column];
  const SetParagraph& paragraph = *cell.text.front();
  const Length slack = block.fragment.box.width - column.before - column.after;
  const text::Align align = text::along_lines(paragraph.style().align, paragraph.right_to_left());
  const bool at_end = (align == text::Align::End) != paragraph.right_to_left();
  Length start;
  if (align == text::Align::Center) {
    start = slack / 2;
  } else if (at_end) {
    start = slack;
  }
  const Length left = start + column.before - aligned.before;
  block.first_baseline = block.optical = paragraph.cap_height(*aligned.line);
  block.fragment.box.height = block.optical + aligned.line->descent;
  block.lead = paragraph.style().leading - block.first_baseline;
  block.fragment.lines.push_back({{left - aligned.line->left, block.optical},
                                  aligned.line,
                                  paragraph.structure(),
                                  &paragraph});
}

void TablePlacer::set_text(const SetCell& cell, Block& block) const {
  const ColumnBox& column = columns_[cell.column];
  const auto aligned = aligned_line(set_, cell);
  if (aligned && fits(column.before + column.after, block.fragment.box.width)) {
    return set_aligned(*aligned, cell, block);
  }
  const ColumnSpace room{.size = {block.fragment.box.width, kUnlimited}};
  const ColumnFill fill = fill_column(cell.text, {}, room, Follows::Nothing);
  if (fill.lines.empty()) return;
  block.first_baseline = fill.lines.front().baseline;
  block.optical = fill.last_baseline();
  block.fragment.box.height = fill.bottom();
  block.lead = cell.text.front()->style().leading - block.first_baseline;
  for (const ColumnLine& each : fill.lines) {
    block.fragment.lines.push_back(
        {{{}, each.baseline}, each.line, each.paragraph->structure(), each.paragraph});
  }
}

Block TablePlacer::block(const SetCell& cell) const {
  Block block;
  block.fragment.kind = Fragment::Kind::Cell;
  block.fragment.box = cell_box(cell);
  block.vertical = cell.cell->vertical_align.value_or(table_.columns[cell.column].vertical_align);
  if (const auto natural = natural_size(*cell.cell)) {
    if (natural->width > Length() && natural->height > Length()) set_figure(cell, *natural, block);
    return block;
  }
  block.text = !cell.text.empty();
  if (cell.cell->figure) {
    set_with_figure(cell, *cell.cell->figure, block);
  } else {
    set_text(cell, block);
  }
  return block;
}

/// Before the text it belongs to the first line if it is no taller; else both begin at one height.
void TablePlacer::set_with_figure(const SetCell& cell, const document::CellFigure& figure,
                                  Block& block) const {
  const Rect whole = block.fragment.box;
  const bool is_before = figure.place == document::CellFigure::Place::Before;
  const Length least_text = is_before && !cell.text.empty() ? whole.width / 2 : Length();
  Size size = figure_size(figure);
  const Length most = std::max(whole.width - least_text, Length());
  if (size.width > most && !(figure.height && fit_of(figure) != document::Fit::Contain)) {
    size = {most, size.height * (most / size.width)};
  }
  if (!is_before && figure.height && fit_of(figure) != document::Fit::Contain) {
    size.width = whole.width;
  }
  const Length gap = cell.text.empty() ? Length() : figure.gap;
  if (is_before) {
    block.fragment.box.width = whole.width - size.width - gap;
    if (!table_.right_to_left) block.fragment.box.left += size.width + gap;
  }
  set_text(cell, block);
  const Length shift_x = block.fragment.box.left - whole.left;
  block.fragment.box.left = whole.left;
  block.fragment.box.width = whole.width;
  Rect box{table_.right_to_left ? whole.width - size.width : Length(), {}, size.width, size.height};
  const Length down = is_before ? Length() : size.height + gap;
  if (is_before && size.height <= first_leading(cell)) {
    box.top = (block.first_baseline - size.height) / 2;
  }
  for (LineFragment& each : block.fragment.lines) {
    each.origin.x += shift_x;
    each.origin.y += down;
  }
  if (!is_before) block.text = false;
  block.optical = std::max(block.optical + (cell.text.empty() ? Length() : down), box.bottom());
  block.fragment.box.height =
      std::max(block.fragment.box.height + (cell.text.empty() ? Length() : down), box.bottom());
  if (!is_before) block.lead = Length();
  add_figure(cell, figure, box, block);
}

void TablePlacer::add_figure(const SetCell& cell, const document::CellFigure& figure,
                             const Rect& box, Block& block) const {
  const FigureSpace space{.box = box, .fit = fit_of(figure)};
  std::visit(Overload{[&](const document::ArtContent& art) {
                        if (art.art) block.fragment.items = place_art(*art.art, space, 1);
                      },
                      [&](const document::PictureContent& picture) {
                        block.fragment.items.push_back(
                            {.content = place_picture(picture.picture, figure.natural, space)});
                      }},
             figure.content);
  for (display::Item& each : block.fragment.items) each.structure = cell.structure;
}

void TablePlacer::set_figure(const SetCell& cell, Size natural, Block& block) const {
  const Length width = block.fragment.box.width;
  FigureSpace space{.box = {{}, {}, width, width * (natural.height / natural.width)}};
  const auto& height = cell.cell->height;
  const auto set_height = [&](document::Fit fit) {
    if (!height) return;
    space.fit = fit;
    space.box.height =
        fit == document::Fit::Contain ? std::min(space.box.height, *height) : *height;
    if (fit != document::Fit::Contain) return;
    space.box.width = space.box.height * (natural.width / natural.height);
    if (table_.right_to_left) space.box.left = width - space.box.width;
  };
  if (cell.cell->padding == Insets{}) space.radius = cell.cell->radius;
  using Items = std::vector<display::Item>;
  block.fragment.items = std::visit(
      Overload{[&](const document::ArtContent& art) {
                 set_height(art.fit);
                 return place_art(*art.art, space, 1);
               },
               [&](const document::PictureContent& picture) {
                 set_height(picture.fit);
                 Items items;
                 items.push_back({.content = place_picture(picture.picture, natural, space)});
                 return items;
               },
               [](const document::TextContent&) { return Items(); }},
      cell.cell->content);
  block.optical = space.box.height;
  block.fragment.box.height = block.optical;
  for (display::Item& each : block.fragment.items) each.structure = cell.structure;
}

Length TablePlacer::top_of_row(std::size_t index, const RowSize& row) const {
  if (index > 0) {
    const RowSize& above = sizes_[index - 1];
    const Length gap = starts_group(index) ? group_gap_ : row_gap_;
    if (above.is_padded() || row.is_padded()) return above.cell_bottom() + gap + row.padding.top;
    return std::max(above.end() + row.lead, above.top + above.height) + gap;
  }
  const Length rule = table_.rule_top ? table_.rule_top->width : Length();
  if (row.is_padded()) return rule + row.padding.top;
  const bool open = !has_fill(0) && !table_.rule_top;
  return open ? rule : rule + row.below(row.lead + row_gap_);
}

void TablePlacer::place_row(std::size_t index) {
  std::vector<Block> blocks;
  Length baseline, first_line;
  bool is_on_grid = false;
  const std::vector<SetCell>& cells = rows_[index]->cells;
  for (const SetCell& cell : cells) {
    blocks.push_back(block(cell));
    const Block& last = blocks.back();
    if (last.text && last.vertical == VerticalAlign::Top) {
      baseline = std::max(baseline, last.first_baseline);
      first_line = std::max(first_line, cell.text.front()->style().leading);
      is_on_grid |= cell.text.front()->style().grid != text::GridSnap::None;
    }
  }
  const auto is_tall = [&](const Block& each) {
    return cells[static_cast<std::size_t>(&each - blocks.data())].rows > 1;
  };
  RowSize size{};
  for (const SetCell& cell : cells) {
    const Insets& padding = cell.cell->padding;
    size.padding.top = std::max(size.padding.top, padding.top);
    if (cell.rows == 1) size.padding.bottom = std::max(size.padding.bottom, padding.bottom);
  }
  for (Block& each : blocks) {
    if (each.text && each.vertical == VerticalAlign::Top) {
      each.fragment.box.top = baseline - each.first_baseline;
      each.lead -= each.fragment.box.top;
    }
    // An icon no taller than a line belongs to the first line: centred on its capitals, and in the
    // room its leading has.
    if (!each.text && each.vertical == VerticalAlign::Top && each.optical <= first_line) {
      each.fragment.box.top = (baseline - each.optical) / 2;
      continue;
    }
    if (!is_tall(each)) size.optical = std::max(size.optical, each.fragment.box.top + each.optical);
  }
  Fragment row{.kind = Fragment::Kind::Row, .box = {}};
  for (Block& each : blocks) {
    if (is_tall(each)) {
      tall_cells_.push_back({index, row.children.size(), each.optical, each.vertical});
      size.lead = std::max(size.lead, each.lead);
      row.children.push_back(std::move(each.fragment));
      continue;
    }
    const Length slack = size.optical - each.optical;
    if (each.vertical == VerticalAlign::Middle) each.fragment.box.top = slack / 2;
    if (each.vertical == VerticalAlign::Bottom) each.fragment.box.top = slack;
    size.height = std::max(size.height, each.fragment.box.bottom());
    size.lead = std::max(size.lead, each.lead);
    row.children.push_back(std::move(each.fragment));
  }
  size.height = std::max(size.height, size.optical);
  size.top = top_of_row(index, size);
  if (grid_ && is_on_grid) size.top = grid_->at_or_below(size.top + baseline) - baseline;
  row.box = {{}, size.top, result_.width, foot_of(size)};
  result_.rows.push_back(std::move(row));
  sizes_.push_back(size);
  finish_tall_cells(index);
}

/// Cells from above that end in this row: it takes what they still need. The others cross the line
/// below it.
void TablePlacer::finish_tall_cells(std::size_t index) {
  std::vector<TallCell> open;
  std::vector<bool>& crossed = crossed_.emplace_back();
  for (const TallCell& each : tall_cells_) {
    const SetCell& cell = rows_[each.row]->cells[each.index];
    if (each.row + cell.rows > index + 1 && index + 1 < rows_.size()) {
      open.push_back(each);
      crossed.resize(columns_.size());
      std::fill_n(crossed.begin() + static_cast<std::ptrdiff_t>(cell.column), cell.span, true);
      continue;
    }
    Rect& box = result_.rows[each.row].children[each.index].box;
    const Length top = sizes_[each.row].top;
    RowSize& last = sizes_[index];
    last.optical = std::max(last.optical, top + box.top + each.optical - last.top);
    last.height = std::max(last.height, top + box.bottom() - last.top);
    last.padding.bottom = std::max(last.padding.bottom, cell.cell->padding.bottom);
    result_.rows[index].box.height = foot_of(last);
    const Length slack = last.end() - top - each.optical;
    if (each.vertical == VerticalAlign::Middle) box.top = slack / 2;
    if (each.vertical == VerticalAlign::Bottom) box.top = slack;
  }
  tall_cells_ = std::move(open);
}

void TablePlacer::finish_height() {
  const RowSize& last = sizes_.back();
  const bool closed = has_fill(sizes_.size() - 1) || table_.rule_bottom;
  result_.height =
      last.is_padded()
          ? last.cell_bottom()
          : last.top + (closed ? last.optical + last.below(last.lead + row_gap_) : foot_of(last));
  if (table_.rule_bottom) result_.height += table_.rule_bottom->width;
}

/// Where a row's fill begins.
Length TablePlacer::start_of(std::size_t row) const {
  if (row == 0) return {};
  const RowSize& above = sizes_[row - 1];
  if (is_padded_above(row)) return (above.cell_bottom() + sizes_[row].cell_top()) / 2;
  return above.end() + above.below(sizes_[row].top - above.end());
}

std::vector<RowEdges> TablePlacer::edges() const {
  std::vector<RowEdges> edges;
  for (std::size_t i = 0; i < sizes_.size(); ++i) {
    const RowSize& row = sizes_[i];
    const bool is_last = i + 1 == sizes_.size();
    Band ground{start_of(i), is_last ? result_.height : start_of(i + 1)};
    // Padding says how far a ground reaches.
    if (row.is_padded() && i > 0) ground.top = row.cell_top();
    if (row.is_padded() && !is_last) ground.bottom = row.cell_bottom();
    edges.push_back({ground, {row.cell_top(), row.cell_bottom()}});
  }
  return edges;
}

void TablePlacer::paint_fills(const std::vector<RowEdges>& edges) {
  for (std::size_t i = 0; i < sizes_.size(); ++i) {
    const auto& fill = rows_[i]->row->fill;
    if (!fill) continue;
    result_.items.push_back(
        filled(Rect::from_edges(left_, edges[i].ground.top, result_.width, edges[i].ground.bottom),
               *fill));
  }
}

std::optional<document::TableRule> TablePlacer::rule_below(std::size_t row) const {
  const document::Row &above = *rows_[row]->row, &below = *rows_[row + 1]->row;
  if (const auto& own = above.rule_below ? above.rule_below : below.rule_above) {
    return own->is_none ? std::nullopt : own;
  }
  const bool ends_header = above.header && !below.header;
  if (starts_group(row + 1)) return table_.rule_group;
  if (ends_header && table_.rule_header) return table_.rule_header;
  const auto is_heading = [](const document::Row& each) {
    return each.kind == document::Row::Kind::GroupHeader;
  };
  if (is_heading(above) || is_heading(below)) return std::nullopt;
  return table_.rule_between;
}

/// The parts of the line below a row that no cell reaches across.
std::vector<Rect> TablePlacer::open_stretches(std::size_t row) const {
  const std::vector<bool>& crossed = crossed_[row];
  const Rect whole = Rect::from_edges(left_, {}, result_.width, {});
  if (crossed.empty()) return {whole};
  std::vector<Rect> stretches;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (crossed[i]) continue;
    Rect stretch = column_rect(i);
    while (i + 1 < columns_.size() && !crossed[i + 1]) stretch = stretch.united(column_rect(++i));
    stretches.push_back(stretch);
  }
  return stretches;
}

void TablePlacer::paint_rules() {
  if (sizes_.empty()) return;
  const Rect whole = Rect::from_edges(left_, {}, result_.width, {});
  const auto paint = [&](const std::optional<document::TableRule>& rule, Length y, Rect stretch) {
    if (rule) result_.items.push_back(ruled(*rule, y, stretch));
  };
  if (table_.rule_top) paint(table_.rule_top, table_.rule_top->width / 2, whole);
  for (std::size_t i = 0; i + 1 < sizes_.size(); ++i) {
    for (const Rect& each : open_stretches(i)) paint(rule_below(i), start_of(i + 1), each);
  }
  if (table_.rule_bottom) {
    paint(table_.rule_bottom, result_.height - table_.rule_bottom->width / 2, whole);
  }
}

}  // namespace

TableFragment place_table(const SetTable& table, const std::vector<const SetRow*>& rows,
                          const TableSpace& space) {
  return TablePlacer(table, rows, space).place();
}

}  // namespace handbill::layout
