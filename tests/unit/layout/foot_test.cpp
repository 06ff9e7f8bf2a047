// SPDX-License-Identifier: MIT
// What of the last line stands on the lower edge of a frame. In the font of squares lines are 12
// apart, capitals 8 high, descents 2 deep.
#include <catch2/catch.hpp>
#include <cmath>

#include "placed.h"

namespace handbill::test {
namespace {

using document::Foot;
using document::VerticalAlign;

document::Table table_of(const Squares& squares, const std::vector<std::string>& rows) {
  document::Table table;
  table.columns.resize(1);
  for (const std::string& each : rows) {
    document::Row row;
    row.cells.push_back({words(squares, each)});
    table.rows.push_back(std::move(row));
  }
  return table;
}

document::Frame on(Foot foot, document::Frame frame) {
  frame.foot = foot;
  return frame;
}

/// From the sheet's foot, 100 down, `above` upwards.
document::Box up_from(double above) {
  document::Box result = growing_box(0, 0, 60);
  result.top.reset();
  result.bottom = inwards(above);
  return result;
}

std::vector<double> baselines(const std::vector<document::Frame>& frames, const Squares& squares) {
  std::vector<double> result;
  for (const auto& run : all<display::GlyphRun>(pages(one_side(frames), squares).pages.at(0))) {
    result.push_back(std::round(run.origin.y.pt() * 100) / 100);
  }
  return result;
}

}  // namespace

TEST_CASE("text and tables that grow up stand on their last baseline where it is asked for") {
  const Squares squares;
  const auto grown = [&](Foot foot) {
    return baselines({on(foot, frame("", up_from(20), words(squares, "aa bb\u2028cc"))),
                      on(foot, frame("", up_from(20), table_of(squares, {"aa", "bb"})))},
                     squares);
  };
  CHECK(grown(Foot::Descent) == std::vector<double>{66, 78, 66, 78});
  CHECK(grown(Foot::Baseline) == std::vector<double>{68, 80, 68, 80});
}

TEST_CASE("a frame that grows down ends at its last baseline where it is asked for") {
  const Squares squares;
  for (const auto& content : {document::FrameContent{words(squares, "aa")},
                              document::FrameContent{table_of(squares, {"aa"})}}) {
    document::Box below = growing_box(0, 0, 60);
    below.top = edge_of(0, document::EdgeKind::Bottom, 5);
    const auto next = frame("", below, words(squares, "bb"));
    for (const auto& [foot, second] : {std::pair(Foot::Descent, 23.0), {Foot::Baseline, 21.0}}) {
      CHECK(baselines({on(foot, frame("first", growing_box(0, 0, 60), content)), next}, squares) ==
            std::vector<double>{8, second});
    }
  }
}

TEST_CASE("what stands at the foot of a frame, or reaches to it, does so by its baseline") {
  const Squares squares;
  text::ParagraphStyle style = squares_style(squares);
  style.stretch_before = 1;
  for (const auto& [foot, last] : {std::pair(Foot::Descent, 38.0), {Foot::Baseline, 40.0}}) {
    auto at_foot = on(foot, frame("", box(0, 0, 60, 40), words(squares, "aa")));
    at_foot.vertical_align = VerticalAlign::Bottom;
    auto rows = on(foot, frame("", box(0, 0, 60, 40), table_of(squares, {"aa"})));
    rows.vertical_align = VerticalAlign::Bottom;
    auto spread =
        on(foot,
           frame("", box(0, 0, 60, 40),
                 text({paragraph(style, "aa"), paragraph(style, "bb"), paragraph(style, "cc")})));
    spread.vertical_align = VerticalAlign::Justify;
    CHECK(baselines({at_foot, rows}, squares) == std::vector<double>{last, last});
    CHECK(baselines({spread}, squares).back() == last);
  }
}

TEST_CASE("a line fits when its baseline does, where that is the foot") {
  const Squares squares;
  // Baselines of two lines: 8 and 20.
  const auto said = [&](Foot foot, double height, const document::FrameContent& content) {
    diag::Diagnostics diags;
    layout::place(one_side({on(foot, frame("f", box(0, 0, 60, height), content))}), squares.book,
                  diags);
    return diags.error_count();
  };
  for (const auto& content : {document::FrameContent{words(squares, "aa\u2028bb")},
                              document::FrameContent{table_of(squares, {"aa", "bb"})}}) {
    CHECK(said(Foot::Descent, 22, content) == 0);
    CHECK(said(Foot::Descent, 21.9, content) == 1);
    CHECK(said(Foot::Baseline, 20, content) == 0);
    CHECK(said(Foot::Baseline, 19.9, content) == 1);
  }
}

TEST_CASE("a table that goes on in another frame fills the first down to its last baseline") {
  const Squares squares;
  auto document = one_side({});
  document.tables.push_back({"t", table_of(squares, {"aa", "bb", "cc"}), {}, {}});
  for (const double left : {0.0, 70.0}) {
    document.sides[0].frames.push_back(
        on(Foot::Baseline,
           frame("", box(left, 0, 60, 20), document::TableContent{document::TableId{0}})));
  }
  std::vector<std::string> places;
  for (const auto& run : all<display::GlyphRun>(pages(document, squares).pages.at(0))) {
    places.push_back(run.text + " " + std::to_string(std::lround(run.origin.x.pt())));
  }
  CHECK(places == std::vector<std::string>{"aa 0", "bb 0", "cc 70"});
}

}  // namespace handbill::test
