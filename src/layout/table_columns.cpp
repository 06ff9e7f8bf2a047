// SPDX-License-Identifier: MIT
#include "layout/table_columns.h"

#include <algorithm>
#include <string_view>

namespace handbill::layout {
namespace {

using document::Column;

struct Range {
  Length minimum;
  Length natural;
};

bool is_share(const Column& column) { return std::holds_alternative<Column::Share>(column.width); }
bool is_auto(const Column& column) { return std::holds_alternative<Column::Auto>(column.width); }

Range cell_range(const SetCell& cell) {
  if (const auto* art = std::get_if<document::ArtContent>(&cell.cell->content)) {
    const Length width = art->art ? art->art->size.width : Length();
    return {width, width};
  }
  Range range{};
  for (const SetParagraph* each : cell.text) {
    range.natural = std::max(range.natural, each->natural_width());
    range.minimum = std::max(range.minimum, each->minimum_width());
  }
  range.minimum = std::min(range.minimum, range.natural);
  return range;
}

/// Left edge of the first glyph that stands for the first `text` of the line.
std::optional<Length> place_in_line(const text::Line& line, std::string_view text) {
  for (const display::Item& item : line.items) {
    const auto* run = std::get_if<display::GlyphRun>(&item.content);
    if (run == nullptr) continue;
    const std::size_t at = run->text.find(text);
    if (at == std::string::npos) continue;
    for (const display::Glyph& glyph : run->glyphs) {
      if (glyph.text_begin <= at && at < glyph.text_end) return run->origin.x + glyph.x;
    }
  }
  return std::nullopt;
}

/// Widths under way: what each column could be, then what it is.
class Widths {
 public:
  Widths(const SetTable& table, Length width)
      : set_(table),
        columns_(table.table->columns),
        width_(width),
        ranges_(columns_.size()),
        boxes_(columns_.size()) {}

  std::vector<ColumnBox> solve() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (const auto* fixed = std::get_if<Length>(&columns_[i].width))
        ranges_[i] = {*fixed, *fixed};
    }
    measure_single_cells();
    widen_for_spans();
    share_out();
    Length left;
    for (ColumnBox& box : boxes_) {
      box.left = left;
      left += box.width + gap_after(static_cast<std::size_t>(&box - boxes_.data()));
    }
    return std::move(boxes_);
  }

 private:
  void measure_single_cells();
  void widen_for_spans();
  void share_out();
  Length gap_after(std::size_t column) const {
    return columns_[column].gap.value_or(set_.table->column_gap);
  }
  /// Between `count` columns from `first` on.
  Length gaps(std::size_t first, std::size_t count) const {
    Length sum;
    for (std::size_t i = first; i + 1 < first + count; ++i) sum += gap_after(i);
    return sum;
  }

  const SetTable& set_;
  const std::vector<Column>& columns_;
  Length width_;
  std::vector<Range> ranges_;
  std::vector<ColumnBox> boxes_;
};

void Widths::measure_single_cells() {
  for (const SetRow& row : set_.rows) {
    for (const SetCell& cell : row.cells) {
      if (cell.span != 1) continue;
      ColumnBox& box = boxes_[cell.column];
      if (const auto aligned = aligned_line(set_, cell)) {
        box.before = std::max(box.before, aligned->before);
        box.after = std::max(box.after, aligned->after);
      }
      if (std::holds_alternative<Length>(columns_[cell.column].width)) continue;
      const Range range = cell_range(cell);
      Range& column = ranges_[cell.column];
      column.natural = std::max({column.natural, range.natural, box.before + box.after});
      column.minimum = std::max(column.minimum, range.minimum);
    }
  }
}

/// A cell over several columns whose widest word does not go into them widens the last automatic
/// one.
void Widths::widen_for_spans() {
  for (const SetRow& row : set_.rows) {
    for (const SetCell& cell : row.cells) {
      if (cell.span == 1) continue;
      Length room = gaps(cell.column, cell.span);
      std::optional<std::size_t> elastic;
      bool shares = false;
      for (std::size_t i = cell.column; i < cell.column + cell.span; ++i) {
        room += ranges_[i].natural;
        shares = shares || is_share(columns_[i]);
        if (is_auto(columns_[i])) elastic = i;
      }
      const Length missing = cell_range(cell).minimum - room;
      if (shares || !elastic || missing <= Length()) continue;
      ranges_[*elastic].natural += missing;
      ranges_[*elastic].minimum += missing;
    }
  }
}

void Widths::share_out() {
  Length room = width_ - gaps(0, columns_.size());
  Range autos{}, shares{};
  double weights = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (is_auto(columns_[i])) {
      autos.natural += ranges_[i].natural;
      autos.minimum += ranges_[i].minimum;
    } else if (const auto* share = std::get_if<Column::Share>(&columns_[i].width)) {
      shares.minimum += ranges_[i].minimum;
      weights += share->weight;
    } else {
      room -= ranges_[i].natural;
    }
  }
  // How much of what they can spare the automatic columns keep.
  const Length spare = autos.natural - autos.minimum;
  const Length left_to_autos = room - shares.minimum - autos.minimum;
  const double kept = spare <= Length() ? 1 : std::clamp(left_to_autos / spare, 0.0, 1.0);
  const Length rest = std::max(room - autos.minimum - spare * kept, Length());
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Range& range = ranges_[i];
    if (is_auto(columns_[i])) {
      boxes_[i].width = range.minimum + (range.natural - range.minimum) * kept;
    } else if (const auto* share = std::get_if<Column::Share>(&columns_[i].width)) {
      boxes_[i].width = weights > 0 ? rest * (share->weight / weights) : Length();
    } else {
      boxes_[i].width = range.natural;
    }
  }
}

}  // namespace

std::vector<ColumnBox> column_boxes(const SetTable& table, Length width) {
  if (table.table->columns.empty()) return {};
  return Widths(table, width).solve();
}

Length columns_end(const std::vector<ColumnBox>& columns) {
  return columns.empty() ? Length() : columns.back().left + columns.back().width;
}

std::optional<AlignedLine> aligned_line(const SetTable& table, const SetCell& cell) {
  const std::string& text = table.table->columns[cell.column].align_on;
  if (text.empty() || cell.span != 1 || cell.text.size() != 1) return std::nullopt;
  if (cell.text.front()->text().find(text) == std::string::npos) return std::nullopt;
  if (cell.text.front()->paragraph().flush_end) return std::nullopt;
  SetLines& set = cell.text.front()->lines(kUnlimited);
  if (set.lines.size() != 1) return std::nullopt;
  text::Line& line = set.lines.front();
  const auto place = place_in_line(line, text);
  if (!place) return std::nullopt;
  return AlignedLine{&line, *place - line.left, line.left + line.width - *place};
}

}  // namespace handbill::layout
