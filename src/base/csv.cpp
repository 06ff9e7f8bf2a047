// SPDX-License-Identifier: MIT
#include "base/csv.h"

#include <algorithm>

namespace handbill {
namespace {

constexpr std::string_view kFormulaSigns = "=+-@\t\r'";

bool is_taken_for_formula(std::string_view cell) {
  return !cell.empty() && kFormulaSigns.find(cell.front()) != kFormulaSigns.npos;
}

/// The sign that parts most cells of the first line, outside quotes.
char separator_of(std::string_view text) {
  std::size_t commas = 0, semicolons = 0, tabs = 0;
  bool is_quoted = false;
  for (const char c : text) {
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    if (c == '\n') break;
    commas += c == ',' ? 1 : 0;
    semicolons += c == ';' ? 1 : 0;
    tabs += c == '\t' ? 1 : 0;
  }
  if (semicolons > std::max(commas, tabs)) return ';';
  return tabs > commas ? '\t' : ',';
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) { csv_.separator = separator_of(text); }

  Csv read() {
    while (at_ < text_.size()) read_row();
    return std::move(csv_);
  }

 private:
  void read_row() {
    CsvRow row{line_, {}};
    do {
      row.cells.push_back(cell());
    } while (take(csv_.separator));
    take('\r');
    if (take('\n')) ++line_;
    const bool is_empty = row.cells.size() == 1 && row.cells.front().empty();
    if (!is_empty) csv_.rows.push_back(std::move(row));
  }

  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  std::string cell() {
    const std::size_t first_line = line_;
    std::string cell;
    const bool is_quoted = take('"');
    bool is_open = is_quoted;
    bool is_torn = false;  // something stands behind the quote that ends it
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_open && c == '"') {
        ++at_;
        // Two stand for one.
        is_open = take('"');
        if (is_open) cell += '"';
        continue;
      }
      if (!is_open && (c == csv_.separator || c == '\n' || c == '\r')) break;
      ++at_;
      is_torn = is_torn || (is_quoted && !is_open);
      if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') continue;
      if (c == '\n') ++line_;
      cell += c;
    }
    if ((is_open || is_torn) && csv_.open_line == 0) csv_.open_line = first_line;
    const bool is_protected = cell.starts_with('\'') && is_taken_for_formula(cell.substr(1));
    return is_protected ? cell.substr(1) : cell;
  }

  std::string_view text_;
  std::size_t at_ = 0, line_ = 1;
  Csv csv_{};
};

}  // namespace

Csv read_csv(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return Reader(text).read();
}

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) row += ',';
    std::string whole = is_taken_for_formula(cell) ? "'" + cell : cell;
    if (whole.find_first_of(",;\t\"\r\n") == whole.npos) {
      row += whole;
      continue;
    }
    row += '"';
    for (const char c : whole) row += c == '"' ? "\"\"" : std::string(1, c);
    row += '"';
  }
  return row + "\r\n";
}

}  // namespace handbill
