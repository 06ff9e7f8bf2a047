// SPDX-License-Identifier: MIT
#include "words/blocks.h"

#include <catch2/catch.hpp>

namespace handbill::words {
namespace {

Label number(std::string text, char counts_in) {
  return {Label::Sign::Number, std::move(text), counts_in};
}

TEST_CASE("labels tell their number in what they count in") {
  CHECK(number_of(number("3.", '1')) == 3);
  CHECK(number_of(number("(12)", '1')) == 12);
  CHECK(number_of(number("c)", 'a')) == 3);
  CHECK(number_of(number("AB.", 'A')) == 28);
  CHECK(number_of(number("iv.", 'i')) == 4);
  CHECK(number_of(number("XIX", 'I')) == 19);
  CHECK_FALSE(number_of(number("—", '1')));
  CHECK_FALSE(number_of(number("123456789", '1')));
  CHECK(number_of(number("12345678", '1')) == 12345678);
  CHECK_FALSE(number_of(number("abcde", 'a')));
}

/// Paragraphs of one flow.
struct Built {
  Words words;

  Built& add(Kind kind, int level = 0, std::optional<Label> label = {},
             std::optional<Cell> cell = {}) {
    Paragraph paragraph;
    paragraph.text = std::to_string(words.paragraphs.size());
    paragraph.kind = kind;
    paragraph.level = level;
    paragraph.label = std::move(label);
    paragraph.cell = cell;
    words.paragraphs.push_back(std::move(paragraph));
    return *this;
  }
  Built& cell(std::size_t row, std::size_t column, std::size_t rows = 1, std::size_t columns = 1) {
    return add(Kind::Paragraph, 0, {}, Cell{row, column, rows, columns});
  }
  std::string blocks(Flow flow = {}) {
    flow.paragraphs = {0, words.paragraphs.size()};
    words.flows = {std::move(flow)};
    return shown(as_blocks(words).body);
  }

  /// "*0*2": the first and third of the flow.
  static std::string signs(const Block& block) {
    std::string text;
    for (const std::size_t icon : block.icons) text += "*" + std::to_string(icon);
    return text;
  }

  static std::string shown(const std::vector<Block>& blocks) {
    using enum Block::Kind;
    std::string text;
    for (const Block& each : blocks) {
      if (!text.empty()) text += " ";
      const std::string inside = shown(each.blocks);
      switch (each.kind) {
        case Heading:
          text += "h" + std::to_string(each.level);
          break;
        case Paragraph:
          text += signs(each) + std::to_string(each.paragraph);
          break;
        case Figure:
        case Code:
          text += "figure";
          break;
        case List:
          text += "list[" + inside + "]";
          break;
        case Item:
          text += signs(each) + "item(" + inside + ")";
          break;
        case Quote:
          text += "quote(" + inside + ")";
          break;
        case Table:
          text += "table[" + inside + "]";
          break;
        case Row:
          text += "row[" + inside + "]";
          break;
        case Cell:
          text += signs(each) + (each.head == Block::Head::None ? "td" : "th");
          if (each.rows > 1) text += "|" + std::to_string(each.rows);
          if (each.columns > 1) text += "-" + std::to_string(each.columns);
          text += "(" + inside + ")";
          break;
        case Line:
          text += "line(" + inside + ")";
          break;
      }
    }
    return text;
  }
};

const Label kBullet{Label::Sign::Bullet, "•"};

TEST_CASE("headings leave out no level") {
  CHECK(Built()
            .add(Kind::Heading, 2)
            .add(Kind::Heading, 4)
            .add(Kind::Heading, 4)
            .add(Kind::Heading, 1)
            .add(Kind::Heading, 3)
            .blocks() == "h1 h2 h2 h1 h2");
}

TEST_CASE("items make lists, lists in lists and what goes on below an item") {
  CHECK(Built()
            .add(Kind::ListItem, 1, kBullet)
            .add(Kind::ListItem, 2, kBullet)
            .add(Kind::ListItem, 1, kBullet)
            .add(Kind::ListItem, 1)
            .add(Kind::Paragraph)
            .add(Kind::ListItem, 1, kBullet)
            .blocks() == "list[item(0 list[item(1)]) item(2 3)] 4 list[item(5)]");
}

TEST_CASE("another kind of label begins another list, a tick does not") {
  const Label box{Label::Sign::Box, "☐"}, ticked{Label::Sign::TickedBox, "☑"};
  CHECK(Built()
            .add(Kind::ListItem, 1, kBullet)
            .add(Kind::ListItem, 1, box)
            .add(Kind::ListItem, 1, ticked)
            .add(Kind::ListItem, 1, number("1.", '1'))
            .add(Kind::ListItem, 1, number("a)", 'a'))
            .blocks() == "list[item(0)] list[item(1) item(2)] list[item(3)] list[item(4)]");
}

TEST_CASE("a quote holds the paragraphs that follow each other") {
  CHECK(Built().add(Kind::Quote).add(Kind::Quote).add(Kind::Paragraph).blocks() == "quote(0 1) 2");
}

Flow table(std::size_t rows, std::size_t columns) {
  Flow flow{Flow::Kind::Table, "", {}};
  flow.rows = rows;
  flow.columns = columns;
  return flow;
}

TEST_CASE("columns and rows without words are no part of a table") {
  CHECK(Built().cell(0, 1).cell(0, 3).cell(2, 1).cell(2, 3).blocks(table(3, 5)) ==
        "table[row[th(0) td(1)] row[th(2) td(3)]]");
}

TEST_CASE("columns are one where a cell begins early because it is wide") {
  CHECK(Built().cell(0, 0).cell(0, 3).cell(1, 0).cell(1, 1, 1, 3).blocks(table(2, 4)) ==
        "table[row[th(0) td(1)] row[th(2) td(3)]]");
}

TEST_CASE("the head of a row reaches down to rows that have none") {
  CHECK(Built().cell(0, 0).cell(0, 1).cell(1, 1).cell(2, 0).cell(2, 1).blocks(table(3, 2)) ==
        "table[row[th|2(0) td(1)] row[td(2)] row[th(3) td(4)]]");
}

TEST_CASE("one column is no table, and one row is a line") {
  CHECK(Built().cell(0, 1).cell(1, 1).blocks(table(2, 2)) == "0 1");
  CHECK(Built().cell(0, 0).cell(0, 1).blocks(table(1, 2)) == "line(0 1)");
}

Flow with_icons(Flow flow, std::vector<std::pair<std::size_t, std::size_t>> cells) {
  for (const auto& [row, column] : cells) {
    flow.icons.push_back({Cell{row, column}, display::PictureId{}});
  }
  return flow;
}

TEST_CASE("one column with an icon beside each is a list") {
  const Flow both = with_icons(table(2, 2), {{0, 0}, {1, 0}});
  CHECK(Built().cell(0, 1).cell(1, 1).blocks(both) == "list[*0item(0) *1item(1)]");
  const Flow one = with_icons(table(2, 2), {{0, 0}});
  CHECK(Built().cell(0, 1).cell(1, 1).blocks(one) == "*00 1");
}

TEST_CASE("an icon stands before the words behind it, those at the end behind the last") {
  const Flow columns = with_icons(table(2, 5), {{0, 0}, {0, 2}, {0, 4}, {1, 0}, {1, 2}});
  CHECK(Built().cell(0, 1).cell(0, 3).cell(1, 1).cell(1, 3).blocks(columns) ==
        "table[row[*0th(0) *1td(*21)] row[*3th(2) *4td(3)]]");
  const Flow line = with_icons(table(1, 4), {{0, 0}, {0, 2}});
  CHECK(Built().cell(0, 1).cell(0, 3).blocks(line) == "line(*00 *11)");
  const Flow items = with_icons(table(2, 4), {{0, 0}, {0, 2}, {0, 3}, {1, 0}});
  CHECK(Built().cell(0, 1).cell(1, 1).blocks(items) == "list[*0item(*1*20) *3item(1)]");
}

}  // namespace
}  // namespace handbill::words
