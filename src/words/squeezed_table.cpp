// SPDX-License-Identifier: MIT
#include "words/squeezed_table.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace handbill::words {
namespace {

/// What one cell says, at its place among rows and columns that are left.
struct Said {
  std::vector<std::size_t> paragraphs;
  std::size_t row = 0, column = 0, rows = 1, columns = 1;
  std::size_t was_column = 0;

  bool covers(std::size_t at_row, std::size_t at_column) const {
    return row <= at_row && at_row < row + rows && column <= at_column &&
           at_column < column + columns;
  }
};

class Squeezer {
 public:
  Squeezer(const Words& words, const Flow& flow) : columns_(flow.columns) {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> known;
    std::map<std::size_t, bool> heads;
    for (std::size_t i = flow.paragraphs.begin; i < flow.paragraphs.end; ++i) {
      const std::optional<Cell>& cell = words.paragraphs[i].cell;
      if (!cell) {  // of a note: it goes where the words do that lead to it
        if (!said_.empty()) said_.back().paragraphs.push_back(i);
        continue;
      }
      const auto [place, is_new] = known.try_emplace({cell->row, cell->column}, said_.size());
      if (is_new)
        said_.push_back({{}, cell->row, cell->column, cell->rows, cell->columns, cell->column});
      said_[place->second].paragraphs.push_back(i);
      heads[cell->row] = cell->is_head;
    }
    for (const auto& [row, is_head] : heads) rows_.push_back({row, is_head, {}});
    for (Said& each : said_) {
      const std::size_t end = row_at(each.row + each.rows);
      each.row = row_at(each.row);
      each.rows = std::max<std::size_t>(end - each.row, 1);
    }
  }

  SqueezedTable squeeze() {
    for (std::size_t column = 0; column + 1 < columns_;) {
      const bool is_idle = is_weak(column) || is_weak(column + 1);
      if (is_idle && can_join(column)) {
        join(column);
        column = 0;  // what it is now may be joined with those before it
      } else {
        ++column;
      }
    }
    SqueezedTable table{std::move(rows_), columns_};
    for (std::size_t row = 0; row < table.rows.size(); ++row) fill(table.rows[row], row);
    return table;
  }

 private:
  /// The first of the rows with words that is not before it.
  std::size_t row_at(std::size_t row) const {
    const auto found = std::ranges::lower_bound(rows_, row, {}, &SqueezedTable::Row::row);
    return static_cast<std::size_t>(found - rows_.begin());
  }

  const Said* at(std::size_t row, std::size_t column) const {
    const auto found =
        std::ranges::find_if(said_, [&](const Said& each) { return each.covers(row, column); });
    return found == said_.end() ? nullptr : &*found;
  }

  /// No cell has it for itself.
  bool is_weak(std::size_t column) const {
    return std::ranges::none_of(
        said_, [&](const Said& each) { return each.column == column && each.columns == 1; });
  }

  bool can_join(std::size_t column) const {
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const Said* here = at(row, column);
      const Said* next = at(row, column + 1);
      if (here != nullptr && next != nullptr && here != next) return false;
    }
    return true;
  }

  void join(std::size_t column) {
    for (Said& each : said_) {
      const std::size_t end = each.column + each.columns;
      if (each.column <= column && end >= column + 2) --each.columns;
      if (each.column > column) --each.column;
    }
    --columns_;
  }

  void fill(SqueezedTable::Row& into, std::size_t row) {
    for (std::size_t column = 0; column < columns_;) {
      const Said* cell = at(row, column);
      if (cell == nullptr) {
        into.cells.push_back({{}, column});
        ++column;
        continue;
      }
      if (cell->row == row) {
        into.cells.push_back(
            {cell->paragraphs, cell->column, cell->columns, cell->rows, cell->was_column});
      }
      column = cell->column + cell->columns;
    }
  }

  std::vector<Said> said_;
  std::vector<SqueezedTable::Row> rows_;
  std::size_t columns_;
};

}  // namespace

SqueezedTable squeezed(const Words& words, const Flow& flow) {
  return Squeezer(words, flow).squeeze();
}

}  // namespace handbill::words
