// SPDX-License-Identifier: MIT
#include "braille/pages.h"

#include <algorithm>
#include <utility>

namespace handbill::braille {

namespace {

constexpr std::size_t kBeforeNumber = 3;

}  // namespace

std::vector<std::string> filled(std::string_view cells, std::size_t width, Indent indent) {
  // A column of cells is left however deep something stands.
  constexpr std::size_t kLeast = 8;
  const std::size_t deepest = width > kLeast ? width - kLeast : 0;
  std::vector<std::string> lines;
  std::string line;
  bool has_word = false;
  const auto open = [&] {
    const std::size_t wanted = lines.empty() ? indent.first : indent.others;
    line.assign(std::min(wanted, deepest), ' ');
    has_word = false;
  };
  const auto close = [&] {
    lines.push_back(has_word ? line : std::string());
    open();
  };
  const auto add = [&](std::string_view word) {
    if (has_word && line.size() + 1 + word.size() > width) close();
    if (has_word) line += ' ';
    while (line.size() + word.size() > width) {
      const std::size_t room = width - line.size();
      line += word.substr(0, room);
      word.remove_prefix(room);
      has_word = true;
      close();
    }
    line += word;
    has_word = true;
  };
  open();
  while (!cells.empty()) {
    const std::size_t end = std::min(cells.find_first_of(" \n"), cells.size());
    if (end > 0) add(cells.substr(0, end));
    if (end < cells.size() && cells[end] == '\n') close();
    cells.remove_prefix(std::min(end + 1, cells.size()));
  }
  if (has_word || lines.empty()) close();
  return lines;
}

void Pages::add(const std::vector<std::string>& lines) {
  for (const std::string& each : lines) {
    if (used_ == lines_) end_page();
    if (is_on_last_line() && each.size() + kBeforeNumber + number().size() > cells_) end_page();
    put(each);
    is_parted_ = false;
  }
}

void Pages::put(std::string line) {
  if (is_on_last_line()) {
    const std::string at_right = number();
    const std::size_t taken = line.size() + at_right.size();
    line.append(cells_ > taken ? cells_ - taken : 0, ' ');
    line += at_right;
  }
  out_ += line + "\r\n";
  ++used_;
}

void Pages::part() {
  if (is_parted_) return;
  if (used_ < lines_) add({""});
  is_parted_ = true;
}

void Pages::keep(std::size_t lines) {
  const bool may_share_last_line = lines == 1;
  if (used_ > 0 && used_ + lines + (may_share_last_line ? 0 : 1) > lines_) end_page();
}

void Pages::end_page() {
  while (used_ < lines_) put({});
  out_ += '\f';
  used_ = 0;
  ++page_;
  is_parted_ = true;
}

std::string Pages::finish() {
  if (used_ > 0) end_page();
  return std::move(out_);
}

}  // namespace handbill::braille
