// SPDX-License-Identifier: MIT
#include "words/blocks.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/roman.h"
#include "words/squeezed_table.h"

namespace handbill::words {
namespace {

using Shape = Block::Kind;

bool is_of_one_list(const std::optional<Label>& list, const Label& item) {
  using enum Label::Sign;
  const auto has_box = [](Label::Sign sign) { return sign == Box || sign == TickedBox; };
  if (!list) return false;
  if (has_box(list->sign) || has_box(item.sign)) return has_box(list->sign) == has_box(item.sign);
  return list->sign == item.sign && list->counts_in == item.counts_in;
}

class Builder {
 public:
  explicit Builder(const Words& words) : words_(words) {}

  Blocks build() {
    for (const Flow& flow : words_.flows) add_flow(flow);
    close_gaps(result_.body);
    return std::move(result_);
  }

 private:
  const Paragraph& paragraph(std::size_t index) const { return words_.paragraphs[index]; }

  bool is_of_note(std::size_t index) const { return paragraph(index).reference.has_value(); }

  void add_flow(const Flow& flow) {
    if (flow.kind == Flow::Kind::Table) return add_table(flow);
    for (std::size_t i = flow.paragraphs.begin; i < flow.paragraphs.end; ++i) {
      add(i, result_.body);
    }
  }

  Block leaf(std::size_t index) const {
    Block block{.paragraph = index, .flow = paragraph(index).flow};
    switch (paragraph(index).kind) {
      case Kind::Heading:
        block.kind = Shape::Heading;
        break;
      case Kind::Figure:
        block.kind = Shape::Figure;
        break;
      case Kind::Code:
        block.kind = Shape::Code;
        break;
      default:
        block.kind = Shape::Paragraph;
    }
    return block;
  }

  void add(std::size_t index, std::vector<Block>& into) {
    if (is_of_note(index)) return add_note(index);
    add_leaf(index, into);
  }

  void add_leaf(std::size_t index, std::vector<Block>& into) {
    const Paragraph& words = paragraph(index);
    const int level = words.kind == Kind::Heading ? 0 : words.level;
    std::vector<Block>* place = &into;
    for (int depth = level - (words.label ? 1 : 0); depth > 0; --depth) {
      if (place->empty() || place->back().kind != Shape::List) break;
      place = &place->back().blocks.back().blocks;
    }
    const bool is_item = words.label && words.kind != Kind::Note;
    if (is_item) return add_item(index, *place);
    if (words.kind == Kind::Quote) {
      if (place->empty() || place->back().kind != Shape::Quote) {
        place->push_back({.kind = Shape::Quote, .paragraph = index, .flow = words.flow});
      }
      place = &place->back().blocks;
    }
    place->push_back(leaf(index));
  }

  void add_item(std::size_t index, std::vector<Block>& place) {
    const Label& label = *paragraph(index).label;
    const std::size_t flow = paragraph(index).flow;
    const bool goes_on = !place.empty() && place.back().kind == Shape::List &&
                         place.back().flow == flow && is_of_one_list(place.back().label, label);
    if (!goes_on) {
      place.push_back({.kind = Shape::List, .paragraph = index, .flow = flow, .label = label});
    }
    std::vector<Block>& items = place.back().blocks;
    Block item{.kind = Shape::Item, .paragraph = index, .flow = flow, .label = label};
    if (label.sign == Label::Sign::Number) {
      item.number = number_of(label).value_or(items.empty() ? 1 : items.back().number + 1);
    }
    item.blocks = {leaf(index)};
    items.push_back(std::move(item));
  }

  void add_note(std::size_t index) {
    const Paragraph& words = paragraph(index);
    if (words.label || result_.notes.empty()) {
      result_.notes.push_back({*words.reference, words.label, {}});
    }
    add_leaf(index, result_.notes.back().blocks);
  }

  std::vector<Block> blocks_of(const SqueezedTable::Cell& cell) {
    std::vector<Block> blocks;
    for (const std::size_t index : cell.paragraphs) add(index, blocks);
    return blocks;
  }

  void add_table(const Flow& flow) {
    const SqueezedTable table = squeezed(words_, flow);
    if (table.columns == 1) {
      add_column(table, flow);
    } else if (table.rows.size() == 1 && !table.rows.front().is_head) {
      add_line(table.rows.front(), flow);
    } else {
      add_rows(table, flow);
    }
  }

  std::size_t index_of(const Flow& flow) const {
    return static_cast<std::size_t>(&flow - words_.flows.data());
  }

  /// One below the other: a list where each has a sign of its own.
  void add_column(const SqueezedTable& table, const Flow& flow) {
    const bool is_list = std::ranges::all_of(table.rows, [&](const SqueezedTable::Row& row) {
      return std::ranges::find(flow.icons, row.row, row_of) != flow.icons.end();
    });
    if (!is_list || table.rows.size() < 2) {
      for (const SqueezedTable::Row& row : table.rows) {
        for (const SqueezedTable::Cell& cell : row.cells) add_beside_signs(cell, row, flow);
      }
      return;
    }
    Block list{.kind = Shape::List, .flow = index_of(flow)};
    for (const SqueezedTable::Row& row : table.rows) {
      Block item{.kind = Shape::Item, .flow = index_of(flow)};
      for (const SqueezedTable::Cell& cell : row.cells) {
        for (Block& each : blocks_of(cell)) item.blocks.push_back(std::move(each));
        for (const std::size_t icon : signs_beside(cell, row, flow)) item.icons.push_back(icon);
      }
      // A list of one item in each cell is one list.
      if (item.blocks.size() == 1 && item.blocks.front().kind == Shape::List) {
        Block inner = std::move(item.blocks.front());
        list.label = inner.label;
        for (Block& each : inner.blocks) list.blocks.push_back(std::move(each));
      } else if (!item.blocks.empty()) {
        share_signs(item);
        list.blocks.push_back(std::move(item));
      }
    }
    if (list.blocks.empty()) return;
    list.paragraph = list.blocks.front().paragraph;
    result_.body.push_back(std::move(list));
  }

  /// As it stands in no table.
  void add_beside_signs(const SqueezedTable::Cell& cell, const SqueezedTable::Row& row,
                        const Flow& flow) {
    const std::size_t before = result_.body.size();
    for (const std::size_t index : cell.paragraphs) add(index, result_.body);
    if (result_.body.size() > before) {
      result_.body[before].icons = signs_beside(cell, row, flow);
    }
  }

  static std::size_t row_of(const Icon& icon) { return icon.cell.row; }

  /// Those that stand between it and the words before it; behind the last words there are none.
  static std::vector<std::size_t> signs_beside(const SqueezedTable::Cell& cell,
                                               const SqueezedTable::Row& row, const Flow& flow) {
    if (cell.paragraphs.empty()) return {};
    std::size_t begin = 0, end = flow.columns;
    bool is_last = true;
    for (const SqueezedTable::Cell& other : row.cells) {
      if (other.paragraphs.empty()) continue;
      if (other.was_column < cell.was_column) begin = other.was_column + 1;
      if (other.was_column > cell.was_column) is_last = false;
    }
    if (!is_last) end = cell.was_column + 1;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < flow.icons.size(); ++i) {
      const Cell& at = flow.icons[i].cell;
      if (at.row == row.row && begin <= at.column && at.column < end) found.push_back(i);
    }
    return found;
  }

  /// The first sign is its own, the others stand before its first words.
  static void share_signs(Block& block) {
    if (block.icons.size() < 2 || block.blocks.empty()) return;
    block.blocks.front().icons.assign(block.icons.begin() + 1, block.icons.end());
    block.icons.resize(1);
  }

  void add_line(const SqueezedTable::Row& row, const Flow& flow) {
    Block line{.kind = Shape::Line, .flow = index_of(flow)};
    for (const SqueezedTable::Cell& cell : row.cells) {
      std::vector<Block> blocks = blocks_of(cell);
      if (!blocks.empty()) blocks.front().icons = signs_beside(cell, row, flow);
      for (Block& each : blocks) line.blocks.push_back(std::move(each));
    }
    if (!line.blocks.empty()) result_.body.push_back(std::move(line));
  }

  void add_rows(const SqueezedTable& table, const Flow& flow) {
    Block block{.kind = Shape::Table, .flow = index_of(flow), .columns = table.columns};
    for (const SqueezedTable::Row& row : table.rows) {
      Block line{.kind = Shape::Row, .flow = index_of(flow)};
      if (row.is_head) line.head = Block::Head::Column;
      for (const SqueezedTable::Cell& cell : row.cells) {
        Block inner{.kind = Shape::Cell,
                    .flow = index_of(flow),
                    .icons = signs_beside(cell, row, flow),
                    .rows = cell.rows,
                    .columns = cell.columns,
                    .blocks = blocks_of(cell)};
        share_signs(inner);
        if (row.is_head) {
          inner.head = Block::Head::Column;
        } else if (cell.column == 0 && cell.columns < table.columns && !inner.blocks.empty()) {
          inner.head = Block::Head::Row;
        }
        line.blocks.push_back(std::move(inner));
      }
      block.blocks.push_back(std::move(line));
    }
    reach_down(block.blocks);
    result_.body.push_back(std::move(block));
  }

  /// The head of a row is that of the rows below it too that have none.
  static void reach_down(std::vector<Block>& rows) {
    const auto has_no_head = [](const Block& row) {
      const bool is_body = row.head == Block::Head::None && !row.blocks.empty();
      return is_body && row.blocks.front().blocks.empty() && row.blocks.front().columns == 1 &&
             row.blocks.front().rows == 1;
    };
    for (std::size_t i = rows.size(); i-- > 0;) {
      if (rows[i].blocks.empty() || rows[i].blocks.front().head != Block::Head::Row) continue;
      Block& head = rows[i].blocks.front();
      while (i + head.rows < rows.size() && has_no_head(rows[i + head.rows])) {
        std::vector<Block>& cells = rows[i + head.rows].blocks;
        cells.erase(cells.begin());
        ++head.rows;
      }
    }
  }

  /// What reads headings aloud tells of missing levels as of missing text. Headings that are alike
  /// stay alike.
  void close_gaps(std::vector<Block>& blocks) {
    for (Block& each : blocks) {
      if (each.kind == Shape::Heading) open_heading(paragraph(each.paragraph).level);
      each.level = static_cast<int>(open_levels_.size());
      close_gaps(each.blocks);
    }
  }

  void open_heading(int level) {
    while (!open_levels_.empty() && open_levels_.back() >= level) open_levels_.pop_back();
    open_levels_.push_back(level);
  }

  const Words& words_;
  Blocks result_;
  std::vector<int> open_levels_;  ///< of the heading at hand and of those it stands below
};

}  // namespace

std::optional<int> number_of(const Label& label) {
  constexpr std::size_t kLongest = 8;
  const bool counts_in_digits = label.counts_in == '1';
  const auto counts = [&](char c) { return counts_in_digits ? is_digit(c) : is_letter(c); };
  const auto begin = std::ranges::find_if(label.text, counts);
  const auto end = std::find_if_not(begin, label.text.end(), counts);
  const std::string text = to_lower(std::string(begin, end));
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  int number = 0;
  if (counts_in_digits) {
    for (const char c : text) number = number * 10 + (c - '0');
  } else if (to_lower(std::string(1, label.counts_in)) == "i") {
    number = roman_number(text);
  } else {
    if (text.size() > 4) return std::nullopt;
    for (const char c : text) number = number * 26 + (c - 'a' + 1);
  }
  return number > 0 ? std::optional(number) : std::nullopt;
}

Blocks as_blocks(const Words& words) { return Builder(words).build(); }

}  // namespace handbill::words
