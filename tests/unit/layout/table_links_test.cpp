// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>

#include "placed.h"

namespace handbill::test {
namespace {

document::Row row(const text::ParagraphStyle& style, std::string mark, std::string words) {
  document::Row row;
  for (std::string* each : {&mark, &words}) {
    document::TextContent text;
    if (!each->empty()) text.paragraphs.push_back(paragraph(style, *each));
    row.cells.push_back({std::move(text)});
  }
  return row;
}

/// A column of marks 20 wide, 10 pt between rows: capitals of row n reach from 22 n to 22 n + 8.
document::Table steps(double gap, std::vector<document::Row> rows) {
  document::Table table;
  table.columns.resize(2);
  table.columns[0].width = Length::pt(20);
  table.columns[0].link = {color::Color::black(), Length::pt(1), Length::pt(gap)};
  table.rows = std::move(rows);
  table.row_gap = {Length::pt(10), Length::pt(10)};
  return table;
}

/// "10: 9-21": x, from, to of each line.
std::vector<std::string> links(const document::Table& table, const Squares& squares) {
  const auto page = pages(one_side({frame("", box(0, 0, 100, 99), table)}), squares).pages.at(0);
  std::vector<std::string> result;
  for (const auto& shape : all<display::Shape>(page)) {
    const Rect box = *shape.path.bounds();
    CHECK(shape.stroke->width == Length::pt(1));
    result.push_back(std::to_string(std::lround(box.left.pt())) + ": " +
                     std::to_string(std::lround(box.top.pt())) + "-" +
                     std::to_string(std::lround(box.bottom().pt())));
  }
  return result;
}

}  // namespace

TEST_CASE("a line runs from cell to cell of a column and stops short of both") {
  const Squares squares;
  const auto style = squares_style(squares);
  const std::vector<document::Row> three = {row(style, "1", "aa"), row(style, "2", "bb"),
                                            row(style, "3", "cc")};
  using Lines = std::vector<std::string>;
  CHECK(links(steps(1, three), squares) == Lines{"10: 9-21", "10: 31-43"});
  CHECK(links(steps(6.9, three), squares).size() == 2);
  CHECK(links(steps(7, three), squares).empty());
  document::Table mirrored = steps(1, three);
  mirrored.right_to_left = true;
  CHECK(links(mirrored, squares) == Lines{"90: 9-21", "90: 31-43"});
}

TEST_CASE("a line passes by cells that hold nothing and rows that name the columns") {
  const Squares squares;
  const auto style = squares_style(squares);
  std::vector<document::Row> rows = {row(style, "0", "head"), row(style, "1", "aa"),
                                     row(style, "", "bb"), row(style, "2", "cc")};
  rows[0].header = true;
  using Lines = std::vector<std::string>;
  CHECK(links(steps(1, rows), squares) == Lines{"10: 31-65"});
  CHECK(links(steps(1, {rows[1]}), squares).empty());
}

}  // namespace handbill::test
