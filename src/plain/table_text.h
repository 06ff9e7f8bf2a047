// SPDX-License-Identifier: MIT
// Tables in lines of letters. Private to this folder.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace handbill::plain {

struct TextTable {
  struct Cell {
    std::string text;
    std::size_t columns = 1;  ///< taken
  };
  struct Row {
    bool is_head = false;
    std::vector<Cell> cells{};
  };
  std::size_t columns = 0;
  std::string language;
  std::vector<Row> rows{};
};

/// In columns, of which the last that is too wide gives way; else cell by cell with the head of its
/// column, "Dose: two a day", rows parted by a white line.
std::vector<std::string> lines_of(const TextTable& table, std::size_t measure);

}  // namespace handbill::plain
