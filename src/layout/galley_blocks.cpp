// SPDX-License-Identifier: MIT
#include "layout/galley_blocks.h"

#include <iterator>
#include <utility>

#include "layout/galley_proof.h"
#include "layout/table_columns.h"

namespace handbill::layout {
namespace {

using document::galley_table;
using document::galley_text;
using document::GalleyBlock;
using document::TextContent;

/// Of a page's height that a row of a table may take: rows are not parted.
constexpr double kTallestRow = 0.5;

/// Each word of a table has room in its column, columns of several lines are not narrow, and no row
/// takes most of a page.
bool finds_room(const SetTable& table, const document::Galley& galley) {
  const Length width = width_of(galley), least = galley.least_column;
  const Length tallest = galley.sheet.trim.height * kTallestRow;
  const std::vector<ColumnBox> columns = column_boxes(table, width);
  if (columns_end(columns) > width + kTolerance) return false;
  for (const SetRow& row : table.rows) {
    for (const SetCell& cell : row.cells) {
      const ColumnBox& last = columns[cell.column + cell.span - 1];
      const Length room = last.left + last.width - columns[cell.column].left;
      Length height;
      for (SetParagraph* each : cell.text) {
        height += each->style().leading * static_cast<double>(each->lines(room).lines.size());
        if (height > tallest) return false;
        if (each->minimum_width() > room + kTolerance) return false;
        if (room < least && each->natural_width() > room + kTolerance) return false;
      }
    }
  }
  return true;
}

void append_text(GalleyBlock text, std::vector<GalleyBlock>& blocks) {
  const bool goes_on = !blocks.empty() && galley_text(blocks.back()) != nullptr;
  if (!goes_on) {
    blocks.push_back(std::move(text));
    return;
  }
  GalleyBlock& last = blocks.back();
  auto& into = galley_text(last)->paragraphs;
  for (const document::GalleyMark& each : text.marks) {
    last.marks.push_back({each.name, into.size() + each.paragraph});
  }
  auto& from = galley_text(text)->paragraphs;
  into.insert(into.end(), std::make_move_iterator(from.begin()),
              std::make_move_iterator(from.end()));
}

/// Tables that find no room are told as lists.
std::vector<GalleyBlock> with_lists(const document::Document& document, const Type& type) {
  const document::Galley& galley = *document.galley;
  const Proof proof(document, galley.blocks, type);
  std::vector<GalleyBlock> blocks;
  for (std::size_t i = 0; i < galley.blocks.size(); ++i) {
    const GalleyBlock& block = galley.blocks[i];
    const bool is_table = galley_table(block) != nullptr;
    if (is_table && !finds_room(proof.table(i), galley)) {
      append_text({.content = TextContent{block.as_list}, .marks = block.marks, .span = block.span},
                  blocks);
    } else if (galley_text(block) != nullptr) {
      append_text(block, blocks);
    } else {
      blocks.push_back(block);
    }
  }
  return blocks;
}

/// Headings at the end of a text go with the figure or table that follows.
std::vector<GalleyBlock> with_heads_apart(std::vector<GalleyBlock> blocks) {
  std::vector<GalleyBlock> result;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    GalleyBlock& block = blocks[i];
    TextContent* text = galley_text(block);
    const bool is_followed = i + 1 < blocks.size();
    std::size_t head = text != nullptr ? text->paragraphs.size() : 0;
    while (text != nullptr && is_followed && head > 0 &&
           text->paragraphs[head - 1].style->keep_with_next) {
      --head;
    }
    if (text == nullptr || head == text->paragraphs.size()) {
      result.push_back(std::move(block));
      continue;
    }
    const auto begin = text->paragraphs.begin() + static_cast<std::ptrdiff_t>(head);
    GalleyBlock heads{.content = TextContent{{begin, text->paragraphs.end()}},
                      .keep_with_next = true,
                      .span = block.span};
    text->paragraphs.erase(begin, text->paragraphs.end());
    const auto is_of_head = [&](const document::GalleyMark& each) {
      return each.paragraph >= head;
    };
    for (const document::GalleyMark& each : block.marks) {
      if (is_of_head(each)) heads.marks.push_back({each.name, each.paragraph - head});
    }
    std::erase_if(block.marks, is_of_head);
    if (!text->paragraphs.empty()) result.push_back(std::move(block));
    result.push_back(std::move(heads));
  }
  return result;
}

}  // namespace

std::vector<document::GalleyBlock> galley_blocks(const document::Document& document,
                                                 const Type& type) {
  return with_heads_apart(with_lists(document, type));
}

std::vector<document::GalleyBlock> with_smaller_figures(std::vector<document::GalleyBlock> blocks,
                                                        double scale) {
  for (GalleyBlock& block : blocks) {
    auto* figure = document::galley_figure(block);
    if (figure == nullptr || !block.keep_with_next) continue;
    figure->size = {figure->size.width * scale, figure->size.height * scale};
  }
  return blocks;
}

}  // namespace handbill::layout
