// SPDX-License-Identifier: MIT
// Tables as text (RFC 4180), as spreadsheet programs write and read them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace handbill {

struct CsvRow {
  std::size_t line = 1;  ///< of the file, from 1, where the row begins
  std::vector<std::string> cells;
};

struct Csv {
  std::vector<CsvRow> rows;
  char separator = ',';       ///< ';' where commas stand before decimals
  std::size_t open_line = 0;  ///< where a cell begins whose quotes do not pair; 0: there is none
};

/// Cells with what protects them taken away (see csv_row), lines in them with LF. A byte order mark
/// is passed over; the first line decides between commas, semicolons and tabs.
Csv read_csv(std::string_view text);

/// A row with CRLF behind it. A cell that a spreadsheet program would take for a formula gets an
/// apostrophe before it, as does one that begins with such an apostrophe.
std::string csv_row(const std::vector<std::string>& cells);

/// Says that a file is UTF-8: Excel asks for it.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace handbill
