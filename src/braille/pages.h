// SPDX-License-Identifier: MIT
// Braille in lines of cells, lines in pages. Private to this folder.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace handbill::braille {

/// Where lines begin, in cells: 2 and 0 is what braille readers call 3-1.
struct Indent {
  std::size_t first = 0, others = 0;
};

/// Lines of at most so many cells; they end at spaces, and at "\n" in any case. Words that are
/// longer are cut.
std::vector<std::string> filled(std::string_view cells, std::size_t width, Indent indent);

/// Pages of a file as embossers take them: lines end in a carriage return and a line feed, pages
/// in a form feed. Each has its number at the right of its last line, three cells behind words that
/// stand there (the style sheet of DAISY for braille of the United States and Canada,
/// @bottom-right, https://github.com/daisy/braille-stylesheets, bana/bana.scss, read 2026-11-30); a
/// line without room for both begins the next page.
class Pages {
 public:
  /// The cells of a number.
  using Number = std::function<std::string(std::size_t)>;

  /// At least two lines a page.
  Pages(std::size_t cells, std::size_t lines, Number number)
      : cells_(cells), lines_(lines), number_(std::move(number)) {}

  std::size_t cells() const { return cells_; }
  void add(const std::vector<std::string>& lines);
  /// A white line, unless there is one or a page begins.
  void part();
  /// What follows stands on one page with so many lines, if a page has them.
  void keep(std::size_t lines);
  std::string finish();

 private:
  void end_page();
  void put(std::string line);
  /// Of the page that is being filled.
  std::string number() const { return number_(page_); }
  bool is_on_last_line() const { return used_ + 1 == lines_; }

  std::size_t cells_, lines_;
  Number number_;
  std::size_t page_ = 1;
  std::size_t used_ = 0;
  bool is_parted_ = true;
  std::string out_;
};

}  // namespace handbill::braille
