// SPDX-License-Identifier: MIT
// What is said of words that are made by hand.
#include <catch2/catch.hpp>

#include "heard/heard.h"

namespace handbill::heard {
namespace {

using words::Kind;
using words::Paragraph;

Paragraph paragraph(std::string text, Kind kind = Kind::Paragraph, int level = 0) {
  Paragraph made;
  made.text = std::move(text);
  made.runs = {{0, "en"}};
  made.kind = kind;
  made.level = level;
  return made;
}

Paragraph item(std::string text, int level) {
  Paragraph made = paragraph(std::move(text), Kind::ListItem, level);
  made.label = words::Label{words::Label::Sign::Bullet, "•"};
  return made;
}

words::Words words_of(std::vector<Paragraph> paragraphs,
                      words::Flow::Kind kind = words::Flow::Kind::Text) {
  words::Words made;
  made.title = "Test";
  made.language = "en";
  const words::Range all{0, paragraphs.size()};
  made.paragraphs = std::move(paragraphs);
  made.flows = {{kind, "", {}, 0, all, 2, 2}};
  made.parts = {{"front", "", false, {0, 1}}};
  return made;
}

/// What stands in the script, each behind its depth.
std::vector<std::string> said(const words::Words& words) {
  std::vector<std::string> lines;
  for (const Said& each : script(words)) {
    lines.push_back(std::to_string(each.depth) + " " + each.what);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("a list says how many items it has, and lists in it stand in its items") {
  CHECK(said(words_of({item("a", 1), item("b", 2), item("c", 2), item("d", 1)})) ==
        Lines{"0 page front", "1 list with 2 items", "2 bullet", "3 list with 2 items", "4 bullet",
              "4 bullet", "2 bullet"});
  CHECK(said(words_of({item("a", 1), paragraph("x"), item("b", 1)})) ==
        Lines{"0 page front", "1 list with 1 item", "2 bullet", "1 paragraph", "1 list with 1 item",
              "2 bullet"});
}

TEST_CASE("a list that begins deeper than its items after is told as two") {
  CHECK(said(words_of({item("a", 2), item("b", 1)})) ==
        Lines{"0 page front", "1 list with 1 item", "2 bullet", "1 list with 1 item", "2 bullet"});
}

TEST_CASE("words of one run are said in pieces where a blank stands between") {
  Paragraph made = paragraph("Name: \uFFFC, born \uFFFC");
  made.blanks = {{6, "Name"}, {16, "born"}};
  const std::vector<Said> lines = script(words_of({made}));
  REQUIRE(lines.size() == 2);
  std::vector<std::string> texts;
  for (const Phrase& each : lines[1].phrases) texts.push_back(each.text);
  CHECK(texts == Lines{"Name: ", "Name", ", born ", "born"});
}

TEST_CASE("a cell says under which heads it stands") {
  const auto cell = [](std::string text, std::size_t row, std::size_t column) {
    Paragraph made = paragraph(std::move(text));
    made.cell = words::Cell{.row = row, .column = column, .is_head = row == 0};
    return made;
  };
  const std::vector<Said> lines = script(
      words_of({cell("Day", 0, 0), cell("Dose", 0, 1), cell("Monday", 1, 0), cell("5", 1, 1)},
               words::Flow::Kind::Table));
  REQUIRE(lines.size() == 6);
  CHECK(lines[2].what == "column heading, row 1 column 1");
  CHECK(lines[5].what == "row 2 column 2");
  CHECK(lines[5].heads == Lines{"Dose"});
}

}  // namespace
}  // namespace handbill::heard
