// SPDX-License-Identifier: MIT
#include "plain/table_text.h"

#include <algorithm>
#include <optional>

#include "plain/wrap.h"

namespace handbill::plain {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kLeastColumn = 16;  ///< narrower ones are no pleasure to read

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    widest = std::max(widest, display_width(std::string_view(text).substr(at, end - at)));
    at = end + 1;
  }
  return widest;
}

/// As the cells that have a column for themselves need it.
std::vector<std::size_t> natural_widths(const TextTable& table) {
  std::vector<std::size_t> widths(table.columns, 0);
  for (const TextTable::Row& row : table.rows) {
    std::size_t column = 0;
    for (const TextTable::Cell& cell : row.cells) {
      if (cell.columns == 1 && column < widths.size()) {
        widths[column] = std::max(widths[column], widest_line(cell.text));
      }
      column += cell.columns;
    }
  }
  return widths;
}

/// As all of them need it: what a cell of several columns lacks its last one gets.
std::vector<std::size_t> with_wide_cells(const TextTable& table, std::vector<std::size_t> widths) {
  for (const TextTable::Row& row : table.rows) {
    std::size_t column = 0;
    for (const TextTable::Cell& cell : row.cells) {
      const std::size_t end = std::min(column + cell.columns, widths.size());
      std::size_t has = kGap * (cell.columns - 1);
      for (std::size_t i = column; i < end; ++i) has += widths[i];
      const std::size_t needs = widest_line(cell.text);
      if (cell.columns > 1 && end > column && needs > has) widths[end - 1] += needs - has;
      column = end;
    }
  }
  return widths;
}

std::size_t sum_of(const std::vector<std::size_t>& widths) {
  std::size_t sum = widths.empty() ? 0 : kGap * (widths.size() - 1);
  for (const std::size_t each : widths) sum += each;
  return sum;
}

/// Nothing: there is no room for columns.
std::optional<std::vector<std::size_t>> fitted_widths(const TextTable& table, std::size_t measure) {
  std::vector<std::size_t> widths = with_wide_cells(table, natural_widths(table));
  while (sum_of(widths) > measure) {
    const auto widest = std::ranges::max_element(widths);
    const std::size_t rest = sum_of(widths) - *widest;
    if (*widest <= kLeastColumn || rest + kLeastColumn > measure + *widest) return std::nullopt;
    const std::size_t room = rest < measure ? measure - rest : 0;
    *widest = std::min(*widest - 1, std::max(room, kLeastColumn));
  }
  return widths;
}

std::vector<std::string> in_columns(const TextTable& table,
                                    const std::vector<std::size_t>& widths) {
  std::vector<std::string> lines;
  for (const TextTable::Row& row : table.rows) {
    std::vector<std::string> of_row;
    std::size_t column = 0, begin = 0;
    for (const TextTable::Cell& cell : row.cells) {
      std::size_t width = kGap * (cell.columns - 1);
      for (std::size_t i = 0; i < cell.columns && column + i < widths.size(); ++i) {
        width += widths[column + i];
      }
      const auto texts = wrapped(cell.text, std::max<std::size_t>(width, 1), table.language);
      for (std::size_t i = 0; i < texts.size() && !cell.text.empty(); ++i) {
        if (of_row.size() <= i) of_row.emplace_back();
        const std::size_t has = display_width(of_row[i]);
        if (has < begin) of_row[i] += std::string(begin - has, ' ');
        of_row[i] += texts[i];
      }
      begin += width + kGap;
      column += cell.columns;
    }
    const std::string ruled = row.is_head ? std::string(sum_of(widths), '-') : std::string();
    lines.insert(lines.end(), of_row.begin(), of_row.end());
    if (row.is_head) lines.push_back(ruled);
  }
  return lines;
}

std::vector<std::string> cell_by_cell(const TextTable& table, std::size_t measure) {
  std::vector<std::string> lines, heads(table.columns);
  for (const TextTable::Row& row : table.rows) {
    std::size_t column = 0;
    if (!row.is_head && !lines.empty()) lines.emplace_back();
    for (const TextTable::Cell& cell : row.cells) {
      const std::string head = column < heads.size() ? heads[column] : "";
      if (row.is_head) {
        for (std::size_t i = 0; i < cell.columns && column + i < heads.size(); ++i) {
          std::string& all = heads[column + i];
          all += (all.empty() || cell.text.empty() ? "" : ", ") + cell.text;
        }
      } else if (!cell.text.empty()) {
        const std::string text = head.empty() ? cell.text : head + ": " + cell.text;
        for (std::string& each : wrapped(text, measure, table.language)) {
          lines.push_back(std::move(each));
        }
      }
      column += cell.columns;
    }
  }
  return lines;
}

}  // namespace

std::vector<std::string> lines_of(const TextTable& table, std::size_t measure) {
  const auto widths = fitted_widths(table, measure);
  return widths ? in_columns(table, *widths) : cell_by_cell(table, measure);
}

}  // namespace handbill::plain
