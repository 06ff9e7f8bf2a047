// SPDX-License-Identifier: MIT
#include "document/fold.h"

#include <catch2/catch.hpp>

namespace handbill::document {
namespace {

std::vector<double> inches(const std::vector<Length>& widths) {
  std::vector<double> result;
  for (const Length width : widths) result.push_back(width.inch());
  return result;
}

std::vector<double> millimetres(const std::vector<Length>& widths) {
  std::vector<double> result;
  for (const Length width : widths) result.push_back(width.mm());
  return result;
}

void check_widths(const std::vector<double>& widths, const std::vector<double>& expected) {
  REQUIRE(widths.size() == expected.size());
  for (std::size_t i = 0; i < widths.size(); ++i) CHECK(widths[i] == Approx(expected[i]));
}

TEST_CASE("the panel folded in is shorter than the others") {
  check_widths(inches(panel_widths(FoldKind::C, Length::inch(11))), {3.625, 3.6875, 3.6875});
  check_widths(inches(panel_widths(FoldKind::C, Length::inch(14))), {4.625, 4.6875, 4.6875});
  check_widths(inches(panel_widths(FoldKind::C, Length::inch(8.5))), {2.8125, 2.84375, 2.84375});
}

TEST_CASE("a width that divides evenly still leaves the flap shorter") {
  check_widths(inches(panel_widths(FoldKind::C, Length::inch(12))), {3.9375, 4.03125, 4.03125});
  check_widths(inches(panel_widths(FoldKind::C, Length::inch(9))), {2.9375, 3.03125, 3.03125});
}

TEST_CASE("metric sheets fold at whole millimetres") {
  check_widths(millimetres(panel_widths(FoldKind::C, Length::mm(297))), {97, 100, 100});
  check_widths(millimetres(panel_widths(FoldKind::C, Length::mm(420))), {138, 141, 141});
  check_widths(millimetres(panel_widths(FoldKind::C, Length::mm(210))), {68, 71, 71});
  check_widths(millimetres(panel_widths(FoldKind::C, Length::mm(148))), {48, 50, 50});
}

TEST_CASE("ten inches are not taken for millimetres") {
  check_widths(inches(panel_widths(FoldKind::C, Length::inch(10))), {3.3125, 3.34375, 3.34375});
}

TEST_CASE("the other folds part the sheet as their names say") {
  CHECK(panel_widths(FoldKind::None, Length::inch(11)).empty());
  check_widths(inches(panel_widths(FoldKind::Half, Length::inch(8.5))), {4.25, 4.25});
  check_widths(inches(panel_widths(FoldKind::Z, Length::inch(12))), {4, 4, 4});
  check_widths(inches(panel_widths(FoldKind::Gate, Length::inch(11))),
               {2.734375, 5.53125, 2.734375});
}

TEST_CASE("panels add up to the sheet") {
  for (const FoldName& fold : kFoldNames) {
    if (fold.kind == FoldKind::None) continue;
    for (double width = 3; width < 40; width += 0.37) {
      Length sum{};
      for (const Length panel : panel_widths(fold.kind, Length::inch(width))) sum += panel;
      CHECK(sum.inch() == Approx(width));
    }
  }
}

TEST_CASE("the inside is the mirror image of the outside") {
  check_widths(inches(mirrored(panel_widths(FoldKind::C, Length::inch(11)))),
               {3.6875, 3.6875, 3.625});
}

std::string directions(FoldKind kind, Face face) {
  std::vector<Length> widths = panel_widths(kind, Length::inch(12));
  if (face == Face::Inside) widths = mirrored(widths);
  std::string result;
  for (const Fold& fold : folds(kind, face, widths)) {
    result += fold.direction == Fold::Direction::Valley ? 'v' : 'm';
  }
  return result;
}

TEST_CASE("a fold that is a mountain outside is a valley inside") {
  CHECK(directions(FoldKind::C, Face::Outside) == "mm");
  CHECK(directions(FoldKind::C, Face::Inside) == "vv");
  CHECK(directions(FoldKind::Half, Face::Outside) == "m");
  CHECK(directions(FoldKind::Half, Face::Inside) == "v");
  CHECK(directions(FoldKind::Gate, Face::Outside) == "mm");
  CHECK(directions(FoldKind::Gate, Face::Inside) == "vv");
  CHECK(directions(FoldKind::Z, Face::Outside) == "vm");
  CHECK(directions(FoldKind::Z, Face::Inside) == "vm");
  CHECK(directions(FoldKind::None, Face::Outside).empty());
}

TEST_CASE("folds lie between the panels") {
  const std::vector<Length> widths = {Length::inch(3), Length::inch(4), Length::inch(5)};
  const std::vector<Fold> result = folds(FoldKind::Z, Face::Outside, widths);
  REQUIRE(result.size() == 2);
  CHECK(result[0].x.inch() == Approx(3));
  CHECK(result[1].x.inch() == Approx(7));
}

TEST_CASE("folds are found by their names") {
  CHECK(find_fold("c-fold") == FoldKind::C);
  CHECK(find_fold("gate-fold") == FoldKind::Gate);
  CHECK(find_fold("none") == FoldKind::None);
  CHECK_FALSE(find_fold("c fold"));
}

}  // namespace
}  // namespace handbill::document
