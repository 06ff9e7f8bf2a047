// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "placed.h"

namespace handbill::test {
namespace {

using document::Column;
using document::VerticalAlign;

document::Cell cell(const text::ParagraphStyle& style, std::string text, int span = 1) {
  return {document::TextContent{{paragraph(style, std::move(text))}}, span};
}

document::Row row(const text::ParagraphStyle& style, std::vector<std::string> texts) {
  document::Row row;
  for (std::string& each : texts) row.cells.push_back(cell(style, std::move(each)));
  return row;
}

document::Table table(std::vector<Column> columns, std::vector<document::Row> rows) {
  document::Table table;
  table.columns = std::move(columns);
  table.rows = std::move(rows);
  return table;
}

Column automatic() { return {}; }
Column share(double weight) { return {.width = Column::Share{weight}, .align_on = {}}; }
Column fixed(double points) { return {.width = Length::pt(points), .align_on = {}}; }

/// The widths of the cells of the first row, "30 20".
std::string widths(const document::Table& table, double frame_width, const Squares& squares) {
  const std::string dump =
      fragments(one_side({frame("", box(0, 0, frame_width, 90), table)}), squares);
  std::string result;
  std::size_t at = dump.find("row ");
  const std::size_t end = std::min(dump.find("row ", at + 1), dump.size());
  while ((at = dump.find("cell ", at)) < end) {
    double left = 0, top = 0, width = 0;
    std::sscanf(dump.c_str() + at, "cell %lf %lf %lf", &left, &top, &width);
    result += (result.empty() ? "" : " ") + std::to_string(std::lround(width));
    ++at;
  }
  return result;
}

}  // namespace

TEST_CASE("columns are fixed, as wide as their content, or a share of the rest") {
  const Squares squares;
  const auto style = squares_style(squares);
  const auto one_row = [&](std::vector<Column> columns) {
    document::Table result = table(std::move(columns), {row(style, {"aaa bb", "cc", "d"})});
    result.column_gap = Length::pt(5);
    return result;
  };
  CHECK(widths(one_row({automatic(), automatic(), automatic()}), 150, squares) == "60 20 10");
  CHECK(widths(one_row({automatic(), fixed(40), automatic()}), 150, squares) == "60 40 10");
  CHECK(widths(one_row({automatic(), share(1), share(3)}), 150, squares) == "60 20 60");
  // Only the first column can spare something: its words are 30 and 20 wide.
  CHECK(widths(one_row({automatic(), automatic(), automatic()}), 90, squares) == "50 20 10");
  // The shares keep their widest words.
  CHECK(widths(one_row({automatic(), share(2), share(1)}), 85, squares) == "45 20 10");
}

TEST_CASE("a table from right to left is the mirror image, flush right, its rules with it") {
  const Squares squares;
  const auto style = squares_style(squares);
  document::Table mirrored = table({fixed(40), fixed(30)}, {row(style, {"aa", "b"})});
  mirrored.column_gap = Length::pt(5);
  mirrored.rule_top = document::TableRule{};
  mirrored.right_to_left = true;
  const auto page =
      pages(one_side({frame("", box(10, 0, 100, 90), mirrored)}), squares).pages.at(0);
  std::vector<std::string> places;
  for (const auto& run : all<display::GlyphRun>(page)) {
    places.push_back(run.text + " " + std::to_string(std::lround(run.origin.x.pt())));
  }
  // From 110 leftwards: 40 for the first, 5 of white, 30 for the second.
  CHECK(places == std::vector<std::string>{"aa 70", "b 35"});
  const auto rule = all<display::Shape>(page).at(0).path.bounds();
  REQUIRE(rule);
  CHECK(rule->left.pt() == Approx(35));
  CHECK(rule->right().pt() == Approx(110));
}

TEST_CASE(
    "rows move down to the baseline grid, at the top of a frame or growing up from its foot") {
  const Squares squares;
  text::ParagraphStyle style = squares_style(squares);
  style.grid = text::GridSnap::All;
  const document::Table rows = table({fixed(30)}, {row(style, {"aa bb"}), row(style, {"cc"})});
  document::Box upwards = growing_box(50, 0, 30);
  upwards.top.reset();
  upwards.bottom = inwards(20);
  auto document = one_side({frame("", growing_box(0, 7, 30), rows), frame("", upwards, rows)});
  document.sheet.baseline = {Length::pt(15), Length()};
  std::vector<std::string> baselines;
  for (const auto& run : all<display::GlyphRun>(pages(document, squares).pages.at(0))) {
    baselines.push_back(run.text + std::to_string(std::lround(run.origin.y.pt())));
  }
  CHECK(baselines == std::vector<std::string>{"aa 15", "bb27", "cc45", "aa 45", "bb57", "cc75"});
}

TEST_CASE("rows without a gap follow each other by the leading, also of type in two sizes") {
  const Squares squares;
  const text::ParagraphStyle large = squares_style(squares);
  text::ParagraphStyle small = large;
  small.text.edit().size = Length::pt(5);
  document::Row both;
  both.cells = {cell(small, "a"), cell(large, "b")};
  const auto page =
      pages(one_side({frame("", box(0, 0, 60, 90), table({fixed(30), fixed(30)}, {both, both}))}),
            squares)
          .pages.at(0);
  const auto runs = all<display::GlyphRun>(page);
  REQUIRE(runs.size() == 4);
  CHECK((runs[3].origin.y - runs[1].origin.y).pt() == Approx(12));
}

TEST_CASE("automatic columns give way in proportion to what they can spare") {
  const Squares squares;
  const auto style = squares_style(squares);
  // Natural 70 and 110, least 30 and 30: of 120 to spare 60 are lacking.
  const auto two = table({automatic(), automatic()}, {row(style, {"aaa bbb", "ccc ddd eee"})});
  CHECK(widths(two, 120, squares) == "50 70");
}

TEST_CASE("a cell over several columns widens the last automatic one for its widest word") {
  const Squares squares;
  const auto style = squares_style(squares);
  document::Row wide;
  wide.cells.push_back(cell(style, "aaaaaaa", 2));
  CHECK(widths(table({automatic(), automatic()}, {row(style, {"a", "b"}), wide}), 150, squares) ==
        "10 60");
}

TEST_CASE("a column may have a gap of its own after it") {
  const Squares squares;
  const auto style = squares_style(squares);
  document::Row wide;
  wide.cells.push_back(cell(style, "aaaaaaaaa", 2));
  document::Table result =
      table({automatic(), automatic(), share(1)}, {row(style, {"aa", "bb", "c"})});
  result.column_gap = Length::pt(5);
  result.columns[0].gap = Length::pt(30);
  CHECK(widths(result, 150, squares) == "20 20 75");
  // Of its 90 the gap gives 30.
  result.columns[2].width = Column::Auto{};
  result.rows.push_back(wide);
  CHECK(widths(result, 150, squares) == "20 40 10");
}

TEST_CASE("rows open until the last baseline stands on the foot, as far as they may") {
  const Squares squares;
  const auto last_baseline = [&](double height, double least, double most) {
    const auto style = squares_style(squares);
    document::Table rows =
        table({fixed(50)}, {row(style, {"a"}), row(style, {"b"}), row(style, {"c"})});
    rows.row_gap = {Length::pt(least), Length::pt(most)};
    document::Frame list = frame("", box(0, 0, 60, height), rows);
    list.foot = document::Foot::Baseline;
    const auto page = pages(one_side({list}), squares).pages.at(0);
    return all<display::GlyphRun>(page).back().origin.y.pt();
  };
  // Without a gap the baselines stand at 8, 20 and 32.
  CHECK(last_baseline(50, 0, 20) == Approx(50).margin(0.01));
  CHECK(last_baseline(72, 0, 20) == Approx(72).margin(0.01));
  CHECK(last_baseline(90, 0, 20) == Approx(72));
  CHECK(last_baseline(44, 6, 20) == Approx(44).margin(0.01));
  CHECK(last_baseline(90, 6, 6) == Approx(44));
}

TEST_CASE("groups open together with the rows, each in a range of its own") {
  const Squares squares;
  const auto baselines = [&](double height) {
    const auto style = squares_style(squares);
    document::Table rows =
        table({fixed(50)}, {row(style, {"a"}), row(style, {"b"}), row(style, {"c"})});
    rows.rows[2].starts_group = true;
    rows.row_gap = {Length::pt(0), Length::pt(10)};
    rows.group_gap = {Length::pt(10), Length::pt(40)};
    document::Frame list = frame("", box(0, 0, 60, height), rows);
    list.foot = document::Foot::Baseline;
    std::vector<double> places;
    for (const auto& run : all<display::GlyphRun>(pages(one_side({list}), squares).pages.at(0))) {
      places.push_back(std::round(run.origin.y.pt() * 10) / 10);
    }
    return places;
  };
  // Of the 40 that it may open, half.
  CHECK(baselines(42) == std::vector<double>{8, 20, 42});
  CHECK(baselines(62) == std::vector<double>{8, 25, 62});
  CHECK(baselines(99) == std::vector<double>{8, 30, 82});
}

TEST_CASE("a growing frame has the most between its rows, a table too tall the least") {
  const Squares squares;
  const auto style = squares_style(squares);
  document::Table rows = table({fixed(50)}, {row(style, {"a"}), row(style, {"b"})});
  rows.row_gap = {Length::pt(5), Length::pt(11)};
  CHECK_THAT(fragments(one_side({frame("list", growing_box(0, 0, 60), rows)}), squares),
             Catch::Contains("row 0 23 "));
  CHECK_THAT(errors(one_side({frame("list", box(0, 0, 60, 20), rows)}), squares),
             Catch::StartsWith("overset"));
}

TEST_CASE("groups of rows have a gap and a rule of their own") {
  const Squares squares;
  const auto style = squares_style(squares);
  const auto rows = [&] {
    std::vector<document::Row> result;
    for (const char* each : {"aa", "bb", "cc"}) result.push_back(row(style, {each}));
    result[2].starts_group = true;
    return result;
  };
  document::Table grouped = table({fixed(50)}, rows());
  grouped.row_gap = {Length::pt(4), Length::pt(4)};
  grouped.group_gap = {Length::pt(20), Length::pt(20)};
  grouped.rule_between = document::TableRule{color::Color::black(), Length::pt(0.5)};
  grouped.rule_group = document::TableRule{color::Color::black(), Length::pt(2)};
  const auto page = pages(one_side({frame("", box(0, 0, 60, 99), grouped)}), squares).pages.at(0);
  std::vector<std::string> places;
  for (const auto& run : all<display::GlyphRun>(page)) {
    places.push_back(run.text + " " + std::to_string(std::lround(run.origin.y.pt())));
  }
  // Baselines 12 apart, and the gaps: rules lie in the middle of the white above the capitals.
  CHECK(places == std::vector<std::string>{"aa 8", "bb 24", "cc 56"});
  const auto rules = all<display::Shape>(page);
  REQUIRE(rules.size() == 2);
  CHECK(rules[0].stroke->width == Length::pt(0.5));
  CHECK(rules[0].path.bounds()->top.pt() == Approx(12));
  CHECK(rules[1].stroke->width == Length::pt(2));
  CHECK(rules[1].path.bounds()->top.pt() == Approx(36));
  grouped.rule_group.reset();
  CHECK(all<display::Shape>(
            pages(one_side({frame("", box(0, 0, 60, 99), grouped)}), squares).pages.at(0))
            .size() == 1);
}

TEST_CASE("columns that can't be narrow enough are reported") {
  const Squares squares;
  const auto style = squares_style(squares);
  CHECK_THAT(
      errors(one_side({frame("hours", box(0, 0, 50, 50),
                             table({automatic(), automatic()}, {row(style, {"aaa", "bbb"})}))}),
             squares),
      Catch::Contains("line-too-wide: the columns of the table are 3.5 mm too wide for "
                      "frame `hours` (17.6 mm)"));
}

TEST_CASE("first lines of a row share a baseline") {
  const Squares squares;
  const auto small = squares_style(squares);
  auto large = small;
  large.text.edit().size = Length::pt(20);
  document::Row mixed;
  mixed.cells = {cell(large, "A"), cell(small, "b")};
  const auto document =
      one_side({frame("", box(0, 0, 100, 50), table({automatic(), automatic()}, {mixed}))});
  CHECK(fragments(document, squares) ==
        "side \"front\"\n"
        "  frame 0 0 100 50\n"
        "    row 0 0 30 20\n"
        "      cell 0 0 20 20\n"
        "        line 0 16 20 \"A\"\n"
        "      cell 20 8 10 10\n"
        "        line 0 8 10 \"b\"\n");
}

TEST_CASE("rows follow each other with the gap, and rules lie between baseline and capitals") {
  const Squares squares;
  const auto style = squares_style(squares);
  document::Table hours = table({automatic()}, {row(style, {"a"}), row(style, {"b"})});
  hours.row_gap = {Length::pt(6), Length::pt(6)};
  hours.rule_top = document::TableRule{.width = Length::pt(2)};
  hours.rule_between = document::TableRule{.width = Length::pt(1)};
  hours.rule_bottom = document::TableRule{.width = Length::pt(2)};
  // Capitals are 8 high, so lines of 12 leave 4, and the gap 6: 5 on each side of a rule.
  CHECK(fragments(one_side({frame("", box(0, 0, 100, 50), hours)}), squares) ==
        "side \"front\"\n"
        "  frame 0 0 100 50\n"
        "    shape 0 1 10 0\n"
        "    shape 0 20 10 0\n"
        "    shape 0 39 10 0\n"
        "    row 0 7 10 10\n"
        "      cell 0 0 10 10\n"
        "        line 0 8 10 \"a\"\n"
        "    row 0 25 10 10\n"
        "      cell 0 0 10 10\n"
        "        line 0 8 10 \"b\"\n");
}

TEST_CASE("fills of rows meet, and the header has its own rule") {
  const Squares squares;
  const auto style = squares_style(squares);
  document::Table hours =
      table({automatic()}, {row(style, {"h"}), row(style, {"a"}), row(style, {"b"})});
  hours.rows[0].header = true;
  hours.rows[0].fill = color::Color::black();
  hours.rows[1].fill = color::Color::black().tinted(0.1);
  hours.row_gap = {Length::pt(6), Length::pt(6)};
  hours.rule_header = document::TableRule{.width = Length::pt(3)};
  const auto list = pages(one_side({frame("", box(10, 0, 100, 60), hours)}), squares);
  const auto shapes = all<display::Shape>(list.pages[0]);
  REQUIRE(shapes.size() == 3);
  CHECK(shapes[0].path.bounds() == Rect{Length::pt(10), {}, Length::pt(10), Length::pt(18)});
  CHECK(shapes[1].path.bounds() ==
        Rect{Length::pt(10), Length::pt(18), Length::pt(10), Length::pt(18)});
  CHECK(shapes[2].stroke->width == Length::pt(3));
  CHECK(shapes[2].path.bounds() == Rect{Length::pt(10), Length::pt(18), Length::pt(10), {}});
}

TEST_CASE("cells line up on a text") {
  const Squares squares;
  const auto style = squares_style(squares);
  Column times;
  times.align_on = ":";
  const auto lefts = [&](text::Align align) {
    auto aligned = style;
    aligned.align = align;
    Column column = times;
    column.width = Length::pt(80);
    const auto list =
        pages(one_side({frame("", box(0, 0, 100, 60),
                              table({column}, {row(aligned, {"9:00"}), row(aligned, {"10:30 x"}),
                                               row(aligned, {"no"})}))}),
              squares);
    std::string result;
    for (const auto& run : all<display::GlyphRun>(list.pages[0])) {
      result += (result.empty() ? "" : " ") + std::to_string(std::lround(run.origin.x.pt()));
    }
    return result;
  };
  // Two digits before the colon, five characters from it on: 70 of 80.
  CHECK(lefts(text::Align::Start) == "10 0 0");
  CHECK(lefts(text::Align::End) == "20 10 60");
  CHECK(lefts(text::Align::Center) == "15 5 30");
  CHECK(widths(table({times}, {row(style, {"9:00 ab"}), row(style, {"10:30"})}), 150, squares) ==
        "80");
}

TEST_CASE("figures without a decimal point, and dashes, end where the point would stand") {
  const Squares squares;
  const auto style = squares_style(squares);
  const auto left = [&](const std::string& text, const std::string& align_on) {
    Column column;
    column.align_on = align_on;
    column.width = Length::pt(200);
    const std::string widest = "100 000" + align_on + "50";
    const auto list =
        pages(one_side({frame("", box(0, 0, 200, 60),
                              table({column}, {row(style, {widest}), row(style, {text})}))}),
              squares);
    return std::lround(all<display::GlyphRun>(list.pages[0]).back().origin.x.pt() / 10);
  };
  // The widest cell has seven squares before its point.
  struct Case {
    std::string text, align_on;
    long left = 0;
  };
  const std::vector<Case> cases = {
      {"9.5", ".", 6},
      {"9", ".", 6},
      {"12 mg", ".", 5},
      {"$60", ".", 4},
      {"1,200", ".", 2},
      {"1.200", ",", 2},
      {"-", ".", 6},
      {"\u2013", ".", 6},
      {"from 60", ".", 0},
      {"60-90", ".", 5},
      {"(60)", ".", 4},
      {"-5", ".", 5},
      {"2 to 4", ".", 6},
      {"1200", ",", 3},
      // Words, and what lines up on other texts, stay at the start.
      {"free", ".", 0},
      {"- -", ".", 0},
      {"all 2 visits", ".", 2},
      {"it is 2", ".", 0},
      {"9", ":", 0},
  };
  for (const Case& each : cases) {
    INFO(each.text << " on " << each.align_on);
    CHECK(left(each.text, each.align_on) == each.left);
  }
}

TEST_CASE("cells stand at the top, in the middle or at the bottom of their row") {
  const Squares squares;
  const auto style = squares_style(squares);
  auto art = std::make_shared<display::Art>();
  art->size = {Length::pt(30), Length::pt(30)};
  const auto baseline = [&](VerticalAlign vertical) {
    Column column;
    column.vertical_align = vertical;
    document::Row with_icon;
    with_icon.cells = {{document::ArtContent{art, document::Fit::Contain, {}}, 1},
                       cell(style, "a")};
    const auto list =
        pages(one_side({frame("", box(0, 0, 100, 60), table({fixed(30), column}, {with_icon}))}),
              squares);
    return all<display::GlyphRun>(list.pages[0]).front().origin.y;
  };
  CHECK(baseline(VerticalAlign::Top) == Length::pt(8));
  CHECK(baseline(VerticalAlign::Middle) == Length::pt(19));
  CHECK(baseline(VerticalAlign::Bottom) == Length::pt(30));
}

TEST_CASE("an icon no taller than a line is centred on the capitals of the first one") {
  const Squares squares;
  auto art = std::make_shared<display::Art>();
  art->size = {Length::pt(12), Length::pt(12)};
  art->shapes.push_back({.path = Path::rect({{}, {}, Length::pt(12), Length::pt(12)})});
  const auto middle = [&](double width) {
    document::Row row;
    row.cells = {{document::ArtContent{art, document::Fit::Contain, {}}, 1},
                 cell(squares_style(squares), "a b")};
    const auto list =
        pages(one_side({frame("", box(0, 20, 100, 60), table({fixed(width), fixed(10)}, {row}))}),
              squares);
    const Rect icon = all<display::Shape>(list.pages[0]).front().path.bounds().value();
    return (icon.top + icon.height / 2).pt();
  };
  CHECK(middle(6) == Approx(24));
  CHECK(middle(12) == Approx(24));
  CHECK(middle(14) == Approx(27));
}

TEST_CASE("icons beside lines leave the rows where their lines have them") {
  const Squares squares;
  auto art = std::make_shared<display::Art>();
  art->size = {Length::pt(12), Length::pt(12)};
  const auto baselines = [&](double width) {
    std::vector<document::Row> rows(2);
    for (document::Row& row : rows) {
      row.cells = {{document::ArtContent{art, document::Fit::Contain, {}}, 1},
                   cell(squares_style(squares), "a")};
    }
    auto icons = frame("", box(0, 20, 100, 60), table({fixed(width), fixed(10)}, rows));
    icons.vertical_align = VerticalAlign::Bottom;
    icons.foot = document::Foot::Baseline;
    std::vector<double> result;
    for (const display::GlyphRun& run :
         all<display::GlyphRun>(pages(one_side({icons}), squares).pages[0])) {
      result.push_back(run.origin.y.pt());
    }
    return result;
  };
  CHECK(baselines(4) == std::vector<double>{68, 80});
  CHECK(baselines(12) == std::vector<double>{68, 80});
  CHECK(baselines(13) != std::vector<double>{68, 80});
}

TEST_CASE("a table taller than its frame is reported with the rows") {
  const Squares squares;
  const auto style = squares_style(squares);
  CHECK(errors(one_side({frame("hours", box(0, 0, 50, 25),
                               table({automatic()},
                                     {row(style, {"a"}), row(style, {"b"}), row(style, {"c"})}))}),
               squares) ==
        "overset: the table has 3 rows, there is room for 2\n"
        "  3.2 mm too tall for frame `hours`\n");
}

TEST_CASE("a frame without a height is as tall as its table") {
  const Squares squares;
  const auto style = squares_style(squares);
  CHECK_THAT(
      fragments(one_side({frame("t", growing_box(0, 0, 50),
                                table({automatic()}, {row(style, {"a"}), row(style, {"b"})}))}),
                squares),
      Catch::Contains("frame \"t\" 0 0 50 22\n"));
}

TEST_CASE("tables are read row by row, headers as headers") {
  const Squares squares;
  const auto style = squares_style(squares);
  document::Table hours =
      table({automatic(), automatic()}, {row(style, {"d", "t"}), document::Row{}});
  hours.rows[0].header = true;
  hours.rows[1].cells.push_back(cell(style, "m", 2));
  const auto list = pages(one_side({frame("", box(0, 0, 100, 50), hours)}), squares);
  using display::Role;
  std::vector<Role> roles;
  for (const auto& node : list.structure) roles.push_back(node.role);
  CHECK(roles == std::vector{Role::Document, Role::Table, Role::TableRow, Role::TableHeader,
                             Role::TableHeader, Role::TableRow, Role::TableCell});
  CHECK(list.structure.back().columns == 2);
  CHECK(list.structure.back().parent.value == 5);
}

TEST_CASE("cells know what names their row, their group and their columns") {
  const Squares squares;
  const auto style = squares_style(squares);
  document::Table hours = table({automatic(), automatic()},
                                {row(style, {"", "h"}), document::Row{}, row(style, {"m", "1"}),
                                 row(style, {"", "2"}), row(style, {"t", "3"})});
  hours.columns[0].names_rows = true;
  hours.rows[0].header = true;
  hours.rows[0].cells[0] = {document::TextContent{}};
  hours.rows[1].kind = document::Row::Kind::GroupHeader;
  hours.rows[1].cells.push_back(cell(style, "g", 2));
  hours.rows[3].cells[0] = {document::TextContent{}};
  hours.rows[4].kind = document::Row::Kind::Footer;
  const auto list = pages(one_side({frame("", box(0, 0, 100, 80), hours)}), squares);
  using display::Role;
  std::string told;
  for (std::size_t i = 0; i < list.structure.size(); ++i) {
    const display::StructNode& node = list.structure[i];
    if (node.role != Role::TableHeader && node.role != Role::TableCell) continue;
    told += std::to_string(i) + (node.role == Role::TableHeader ? " head" : " cell");
    if (node.names == display::StructNode::Names::Row) told += " of its row";
    for (const display::StructId each : node.headers) told += " " + std::to_string(each.value);
    told += "\n";
  }
  // The empty corner names nothing; a row without a name goes on with the one above; a foot of all
  // stands in no group.
  CHECK(told ==
        "3 head\n4 head\n6 head 4\n8 head of its row 6\n9 cell 8 6 4\n"
        "11 cell 8 6\n12 cell 8 6 4\n14 head of its row\n15 cell 14 4\n");
}

}  // namespace handbill::test
