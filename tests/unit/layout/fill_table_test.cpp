// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "placed.h"

namespace handbill::test {
namespace {

document::Row row(const Squares& squares, const std::string& text) {
  document::Row row;
  row.cells.push_back({words(squares, text)});
  return row;
}

/// A table of one column over frames of these heights, side by side.
document::Document over_frames(const Squares& squares, std::vector<std::string> rows,
                               std::vector<double> heights) {
  document::NamedTable table{.name = "hours", .table = {}};
  table.table.columns.resize(1);
  for (const std::string& each : rows) {
    table.table.rows.push_back(row(squares, each));
    table.table.rows.back().header = each == "head";
  }
  std::vector<document::Frame> frames;
  for (const double height : heights) {
    const double left = 60 * static_cast<double>(frames.size());
    frames.push_back(frame("f" + std::to_string(frames.size()), box(left, 0, 50, height),
                           document::TableContent{}));
  }
  document::Document document = one_side(std::move(frames));
  document.tables.push_back(std::move(table));
  return document;
}

/// Frames and their lines: "f0 head a | f1 head b", then what was reported.
std::string rows_by_frame(const document::Document& document, const Squares& squares) {
  const std::string dump = fragments(document, squares);
  std::string result;
  for (std::size_t at = 0; at < dump.size();) {
    const std::size_t end = dump.find('\n', at);
    const std::string line = dump.substr(at, end - at);
    const std::size_t quote = line.find('"');
    const std::size_t word = line.find_first_not_of(' ');
    const auto quoted = [&] { return line.substr(quote + 1, line.rfind('"') - quote - 1); };
    if (line.compare(word, 6, "frame ") == 0) result += (result.empty() ? "" : " | ") + quoted();
    if (line.compare(word, 5, "line ") == 0) result += " " + quoted();
    if (word == 0 && line.compare(0, 4, "side") != 0) result += "\n" + line;
    at = end + 1;
  }
  return result;
}

}  // namespace

TEST_CASE("a table goes on in the next frame with its header, rows in one piece") {
  const Squares squares;
  CHECK(rows_by_frame(over_frames(squares, {"head", "a", "b", "c"}, {36, 36}), squares) ==
        "f0 head a b | f1 head c");
  // Half a row does not go into the first frame.
  CHECK(rows_by_frame(over_frames(squares, {"head", "a", "b", "c"}, {30, 36}), squares) ==
        "f0 head a | f1 head b c");
  // Nor does a header alone.
  CHECK(rows_by_frame(over_frames(squares, {"head", "a", "b"}, {15, 36}), squares) ==
        "f0 | f1 head a b");
  CHECK(rows_by_frame(over_frames(squares, {"head", "a"}, {36, 36}), squares) ==
        "f0 head a | f1\nempty-frame: `hours` ends in frame `f0`: frame `f1` stays empty");
}

TEST_CASE("a frame takes as many rows as it holds, however many are tried at once") {
  const Squares squares;
  for (const std::size_t held : {1U, 63U, 64U, 65U, 127U, 128U, 129U, 198U, 199U}) {
    INFO(held);
    std::vector<std::string> rows;
    for (int i = 0; i < 200; ++i) rows.push_back("r" + std::to_string(i));
    const double height = 10 + 12 * static_cast<double>(held - 1);
    const std::string placed = rows_by_frame(over_frames(squares, rows, {height, 2400}), squares);
    const std::string first = std::to_string(held), last = std::to_string(held - 1);
    CHECK(placed.find(" r" + last + " | f1 r" + first) != placed.npos);
    CHECK(placed.find(" r199") != placed.npos);
  }
}

TEST_CASE("a cell of several rows is not parted where rows are tried at once") {
  const Squares squares;
  std::vector<std::string> rows;
  for (int i = 0; i < 100; ++i) rows.push_back("r" + std::to_string(i));
  document::Document document = over_frames(squares, rows, {10 + 12 * 65, 2400});
  document::Table& table = document.tables.front().table;
  table.columns.resize(2);
  for (document::Row& each : table.rows) each.cells.push_back({words(squares, "x")});
  table.rows[60].cells.front().rows = 10;
  for (std::size_t i = 61; i < 70; ++i) table.rows[i].cells.erase(table.rows[i].cells.begin());
  const std::string placed = rows_by_frame(document, squares);
  CHECK(placed.find("r59 x | f1 r60 x") != placed.npos);
}

TEST_CASE("a table that does not fit its last frame is overset") {
  const Squares squares;
  CHECK(rows_by_frame(over_frames(squares, {"head", "a", "b", "c"}, {24, 24}), squares) ==
        "f0 head a | f1 head b c\n"
        "overset: the table has 3 rows, there is room for 2");
}

TEST_CASE("a frame takes the rows that fit with the least space, then opens") {
  const Squares squares;
  document::Document document = over_frames(squares, {"a", "b", "c", "d"}, {39, 90});
  document.tables[0].table.row_gap = {Length::pt(2), Length::pt(9)};
  CHECK(rows_by_frame(document, squares) == "f0 a b c | f1 d");
  CHECK_THAT(fragments(document, squares),
             Catch::Contains("    row 0 14.5 10 10\n") && Catch::Contains("    row 0 29 10 10\n"));
}

TEST_CASE("repeated headers are not read again") {
  const Squares squares;
  const auto list = pages(over_frames(squares, {"head", "a", "b"}, {24, 36}), squares);
  std::vector<std::string> read;
  for (const display::Item& item : list.pages[0].items) {
    const auto* run = std::get_if<display::GlyphRun>(&item.content);
    if (run == nullptr) continue;
    read.push_back(run->text + (item.structure ? "" : " (seen only)"));
  }
  CHECK(read == std::vector<std::string>{"head", "a", "head (seen only)", "b"});
}

TEST_CASE("a table is not parted within a cell of several rows") {
  const Squares squares;
  document::Document document = over_frames(squares, {"x", "y", "z"}, {30, 50});
  document::Table& table = document.tables[0].table;
  table.columns.resize(2);
  for (const std::size_t i : {0U, 2U}) table.rows[i].cells.push_back({words(squares, "r")});
  table.rows[0].cells[0].rows = 2;
  table.rows[1].cells = {{words(squares, "s")}};
  for (auto& each : document.sides[0].frames) each.box.width->length = Length::pt(40);
  document.sides[0].frames[0].box = box(0, 0, 40, 15);
  CHECK(rows_by_frame(document, squares) == "f0 | f1 x r s z r");
}

TEST_CASE("a cell over rows makes the last of them taller, and no rule runs through it") {
  const Squares squares;
  document::Table table;
  table.columns.resize(2);
  table.rule_between = document::TableRule{};
  document::Row first, second;
  first.cells = {{words(squares, "aa aa aa"), 1, 2}, {words(squares, "b")}};
  second.cells = {{words(squares, "c")}};
  table.rows = {first, second};
  table.columns[0].width = Length::pt(20);
  const auto document = one_side({frame("", box(0, 0, 60, 90), table)});
  const std::string dump = fragments(document, squares);
  CHECK(dump.find("row 0 0 30 10") != std::string::npos);
  CHECK(dump.find("row 0 12 30 22") != std::string::npos);
  const auto rules = all<display::Shape>(pages(document, squares).pages[0]);
  REQUIRE(rules.size() == 1);
  CHECK(rules[0].path.bounds()->left.pt() == Approx(20));
}

}  // namespace handbill::test
