// SPDX-License-Identifier: MIT
// Whole documents: expected.txt in tests/golden/layout/<case> is the fragment dump, in
// tests/golden/pages/<case> the page dump.
#include <catch2/catch.hpp>

#include "display/dump.h"
#include "placed.h"
#include "support/paths.h"

namespace handbill::test {
namespace {

using document::EdgeKind;

void check_golden(const std::string& name, const document::Document& document,
                  const Squares& squares) {
  const auto compare = [&](const std::string& stage, const std::string& actual) {
    const auto file = std::filesystem::path(test::source_folder()) / "tests/golden" / stage / name /
                      "expected.txt";
    if (const auto difference = golden_difference(file, actual)) FAIL_CHECK(*difference);
  };
  compare("layout", fragments(document, squares));
  compare("pages", display::dump(pages(document, squares), squares.book));
}

std::shared_ptr<display::Art> icon() {
  auto art = std::make_shared<display::Art>();
  art->size = {Length::pt(24), Length::pt(24)};
  art->shapes.push_back(
      {.path = Path::ellipse({Length::pt(12), Length::pt(12)}, Length::pt(10), Length::pt(10)),
       .stroke = display::Stroke{.width = Length::pt(2)}});
  return art;
}

/// Two panels: a cover with ground, art and a title above its fold-side margin, and a flap with a
/// story in two columns that goes on on the back.
document::Document leaflet(const Squares& squares) {
  auto body = squares_style(squares);
  body.space_after = Length::pt(4);
  auto heading = squares_style(squares);
  heading.text.size = Length::pt(14);
  heading.leading = Length::pt(16);
  heading.keep_with_next = true;
  heading.rule_below = text::Rule{.width = Length::pt(1), .offset = Length::pt(3)};
  heading.space_after = Length::pt(6);

  document::Frame ground = frame("ground", box(0, 0, 150, 60));
  ground.panel = 1;
  ground.fill = color::Color::process({1, 0, 0.4, 0.2});
  document::Frame art = frame("art", box(10, 8, 130, 44),
                              document::ArtContent{icon(), document::Fit::Contain, "a circle"});
  art.panel = 1;
  document::Box below = growing_box(10, 0, 130);
  below.top = edge_of(1, EdgeKind::Bottom, 16);
  document::Frame title =
      frame("title", below, document::TextContent{{paragraph(heading, "Hello")}});
  title.panel = 1;
  document::Frame story = frame("story", box(10, 10, 130, 44), document::StoryContent{});
  story.panel = 0;
  story.columns = 2;
  story.gutter = Length::pt(10);

  auto document = one_side({ground, art, title, story});
  document.sheet.trim = {Length::pt(300), Length::pt(120)};
  document.sides[0].panels = {
      {"flap", {{}, {}, Length::pt(150), Length::pt(120)}, {}},
      {"cover", {Length::pt(150), {}, Length::pt(150), Length::pt(120)}, {}}};
  document.sides[0].folds = {{Length::pt(150)}};
  document.sides.push_back(
      {.name = "back",
       .panels = {},
       .folds = {},
       .frames = {frame("rest", growing_box(20, 20, 100), document::StoryContent{})}});
  document.stories.push_back({"story",
                              {paragraph(heading, "One"), paragraph(body, "aa bb cc dd ee"),
                               paragraph(heading, "Two"), paragraph(body, "ff gg hh ii jj kk")},
                              {}});
  document.stories[0].paragraphs[0].role = document.stories[0].paragraphs[2].role =
      display::Role::Heading1;
  return document;
}

/// Opening hours: times that line up, a header, stripes, an icon.
document::Document hours(const Squares& squares) {
  const auto style = squares_style(squares);
  document::Table table;
  table.columns.resize(3);
  table.columns[0].width = Length::pt(20);
  table.columns[0].vertical_align = document::VerticalAlign::Middle;
  table.columns[1].width = document::Column::Share{};
  table.columns[2].align_on = ":";
  table.column_gap = Length::pt(10);
  table.row_gap = {Length::pt(4), Length::pt(4)};
  table.rule_top = document::TableRule{.width = Length::pt(1)};
  table.rule_header = document::TableRule{.width = Length::pt(0.5)};
  table.rule_bottom = document::TableRule{.width = Length::pt(1)};
  const auto cell = [&](std::string words, int span) {
    return document::Cell{document::TextContent{{paragraph(style, std::move(words))}}, span};
  };
  document::Row header;
  header.header = true;
  header.cells = {cell("Day", 2), cell("Open", 1)};
  table.rows.push_back(header);
  for (const char* time : {"9:00", "10:30"}) {
    document::Row row;
    row.cells = {document::Cell{document::ArtContent{icon(), document::Fit::Contain, {}}, 1},
                 cell("Monday", 1), cell(time, 1)};
    table.rows.push_back(row);
  }
  table.rows[2].fill = color::Color::black().tinted(0.1);
  return one_side({frame("hours", box(10, 5, 180, 90), std::move(table))});
}

}  // namespace

TEST_CASE("golden: a leaflet") {
  const Squares squares;
  check_golden("leaflet", leaflet(squares), squares);
}

TEST_CASE("golden: opening hours") {
  const Squares squares;
  check_golden("hours", hours(squares), squares);
}

}  // namespace handbill::test
