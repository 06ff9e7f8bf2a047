// SPDX-License-Identifier: MIT
#include "document/table_use.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/overload.h"
#include "document/cell_columns.h"
#include "document/content_kinds.h"

namespace handbill::document {
namespace {

bool has_words(const ArtContent& art) { return !art.alt.text.empty(); }
bool has_words(const PictureContent& picture) { return !picture.alt.text.empty(); }
bool has_words(const TextContent& text) { return !text.paragraphs.empty(); }

bool figure_has_words(const Cell& cell) {
  return cell.figure &&
         std::visit([](const auto& figure) { return has_words(figure); }, cell.figure->content);
}

/// A drawing or picture that nothing is said of.
bool is_sign(const Cell& cell) {
  if (text_of(cell) == nullptr) return !says_something(cell);
  return cell.figure && !figure_has_words(cell);
}

bool has_sign(const Row& row) { return std::ranges::any_of(row.cells, is_sign); }

/// Items that count begin anew in each row.
bool is_one_bullet(const text::Paragraph& paragraph) {
  return paragraph.role == display::Role::ListItem && paragraph.blocks.size() == 2 &&
         paragraph.marker && !paragraph.marker->counts_in;
}

/// The cell is a list of one item, which is one paragraph.
bool is_one_bullet(const Cell& cell) {
  const auto* text = text_of(cell);
  return text != nullptr && !figure_has_words(cell) && text->paragraphs.size() == 1 &&
         is_one_bullet(text->paragraphs.front());
}

/// What is said in which rows and columns.
struct Said {
  std::set<std::size_t> columns;
  std::vector<const Row*> rows;
  std::vector<const Cell*> cells;
  bool is_named = false;  ///< a row, a column or a group is
};

Said said_by(const Table& table) {
  Said said;
  CellColumns columns(table.columns.size());
  for (const Row& row : table.rows) {
    const std::size_t before = said.cells.size();
    if (row.header || row.kind != Row::Kind::Entry) said.is_named = true;
    for (const Cell& cell : row.cells) {
      const std::size_t column = columns.take(cell);
      if (!says_something(cell)) continue;
      said.columns.insert(column);
      said.cells.push_back(&cell);
      if (table.columns[column].names_rows) said.is_named = true;
    }
    if (said.cells.size() > before) said.rows.push_back(&row);
    columns.end_row();
  }
  return said;
}

}  // namespace

bool says_something(const Cell& cell) {
  return figure_has_words(cell) ||
         std::visit([](const auto& content) { return has_words(content); }, cell.content);
}

TableUse use_of(const Table& table) {
  const Said said = said_by(table);
  if (said.is_named) return TableUse::Table;
  if (said.rows.size() <= 1) return TableUse::Blocks;
  if (said.columns.size() > 1) return TableUse::Table;
  if (std::ranges::all_of(said.cells, [](const Cell* cell) { return is_one_bullet(*cell); })) {
    return TableUse::Bullets;
  }
  const bool have_signs =
      std::ranges::all_of(said.rows, [](const Row* row) { return has_sign(*row); });
  return have_signs ? TableUse::List : TableUse::Blocks;
}

}  // namespace handbill::document
