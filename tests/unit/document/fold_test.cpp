// SPDX-License-Identifier: MIT
#include "document/fold.h"

#include <catch2/catch.hpp>

#include "base/number.h"

namespace handbill::document {
namespace {

/// As [sheet] would say it: "c-fold", "roll-fold 5".
Folding folding(std::string_view text) {
  const auto space = text.find(' ');
  const FoldName* fold = find_fold(text.substr(0, space));
  REQUIRE(fold != nullptr);
  if (space == text.npos) return {fold->kind, fold->usual};
  return {fold->kind, static_cast<int>(*parse_number(text.substr(space + 1)))};
}

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

struct FoldCase {
  const char* fold;
  double sheet;  ///< its width
  std::vector<double> panels;
};

TEST_CASE("panels of sheets in inches") {
  const auto cases = std::vector<FoldCase>{
      {"none", 11, {}},
      {"half-fold", 8.5, {4.25, 4.25}},
      {"c-fold", 11, {3.625, 3.6875, 3.6875}},
      {"c-fold", 14, {4.625, 4.6875, 4.6875}},
      {"c-fold", 8.5, {2.75, 2.875, 2.875}},
      {"c-fold", 12, {3.9375, 4.03125, 4.03125}},
      // Ten inches are 254 mm, and not meant as such.
      {"c-fold", 10, {3.25, 3.375, 3.375}},
      {"z-fold", 12, {4, 4, 4}},
      {"accordion-fold 5", 20, {4, 4, 4, 4, 4}},
      {"roll-fold", 14, {3.375, 3.5, 3.5625, 3.5625}},
      {"gate-fold", 11, {2.71875, 5.5625, 2.71875}},
      {"closed-gate-fold", 17, {4.21875, 4.28125, 4.28125, 4.21875}},
      {"double-parallel-fold", 14, {3.46875, 3.46875, 3.53125, 3.53125}},
  };
  for (const auto& [fold, sheet, panels] : cases) {
    INFO(fold << " of " << sheet << " in");
    check_widths(inches(panel_widths(folding(fold), Length::inch(sheet))), panels);
  }
}

TEST_CASE("panels of metric sheets are whole millimetres, of two equal ones half") {
  const auto cases = std::vector<FoldCase>{
      {"c-fold", 297, {97, 100, 100}},
      {"c-fold", 420, {138, 141, 141}},
      {"c-fold", 210, {68, 71, 71}},
      {"c-fold", 148, {48, 50, 50}},
      {"z-fold", 297, {99, 99, 99}},
      {"half-fold", 297, {148.5, 148.5}},
      {"accordion-fold 6", 594, {99, 99, 99, 99, 99, 99}},
      {"roll-fold 4", 396, {95, 99, 101, 101}},
      {"roll-fold 6", 594, {91, 97, 99, 101, 103, 103}},
      {"gate-fold", 297, {73, 151, 73}},
      {"closed-gate-fold", 420, {104, 106, 106, 104}},
      {"double-parallel-fold", 297, {72.5, 72.5, 76, 76}},
  };
  for (const auto& [fold, sheet, panels] : cases) {
    INFO(fold << " of " << sheet << " mm");
    check_widths(millimetres(panel_widths(folding(fold), Length::mm(sheet))), panels);
  }
}

TEST_CASE("thick paper makes the panels that fold in narrower, layer by layer") {
  const auto widths = [](std::string_view fold, Length shortfall) {
    return millimetres(panel_widths(folding(fold), Length::mm(297), {.shortfall = shortfall}));
  };
  check_widths(widths("c-fold", Length::mm(0.5)), {97, 100, 100});
  check_widths(widths("c-fold", Length::mm(3.2)), {95, 101, 101});
  check_widths(widths("roll-fold", Length::mm(1)), {73, 74, 75, 75});
  check_widths(widths("roll-fold", Length::mm(2.5)), {69, 74, 77, 77});
  check_widths(widths("closed-gate-fold", Length::mm(3)), {72.5, 76, 76, 72.5});
}

TEST_CASE("the shortfall is what the shop wants at least, or so many times the paper") {
  const FoldAllowance allowance{Length::mm(1.5), 3};
  CHECK(shortfall(allowance, Length()).mm() == Approx(1.5));
  CHECK(shortfall(allowance, Length::mm(0.4)).mm() == Approx(1.5));
  CHECK(shortfall(allowance, Length::mm(0.6)).mm() == Approx(1.8));
}

TEST_CASE("gates leave the gap that is asked for, or a little more") {
  const auto gap = [](Length asked) {
    const auto widths = panel_widths(folding("gate-fold"), Length::mm(420), {.gap = asked});
    return (widths[1] - widths[0] - widths[2]).mm();
  };
  CHECK(gap(Length::mm(4)) == Approx(4));
  CHECK(gap(Length::mm(10)) == Approx(12));
  CHECK(gap(Length()) == Approx(0).margin(1e-9));
}

TEST_CASE("panels add up to the sheet, and none that folds in is wider than what goes round it") {
  for (const FoldName& fold : kFoldNames) {
    for (int panels = fold.fewest; panels <= fold.most && panels > 0; ++panels) {
      for (double width = 7; width < 40; width += 0.37) {
        const auto widths = panel_widths({fold.kind, panels}, Length::inch(width));
        REQUIRE(widths.size() == static_cast<std::size_t>(panels));
        Length sum{};
        for (const Length panel : widths) sum += panel;
        CHECK(sum.inch() == Approx(width));
        if (fold.kind != FoldKind::Roll && fold.kind != FoldKind::C) continue;
        for (std::size_t i = 0; i + 2 < widths.size(); ++i) {
          CHECK(widths[i + 1] - widths[i] > Length::inch(1.0 / 16) - kTolerance);
        }
      }
    }
  }
}

/// "m0 v1": a mountain folded first, then a valley.
std::string words(const std::vector<Fold>& folds) {
  std::string result;
  for (const Fold& fold : folds) {
    if (!result.empty()) result += ' ';
    result += (fold.direction == Fold::Direction::Valley ? 'v' : 'm') + std::to_string(fold.order);
  }
  return result;
}

TEST_CASE("each fold has its direction and its turn, on both sides") {
  struct Folds {
    const char* fold;
    const char* outside;
    const char* inside;
    std::size_t cover;
  };
  const auto cases = std::to_array<Folds>({
      {"none", "", "", 0},
      {"half-fold", "m0", "v0", 1},
      {"c-fold", "m0 m1", "v1 v0", 2},
      {"z-fold", "v0 m1", "v1 m0", 2},
      {"roll-fold 4", "m0 m1 m2", "v2 v1 v0", 3},
      {"accordion-fold 4", "m0 v1 m2", "v2 m1 v0", 3},
      {"accordion-fold 5", "v0 m1 v2 m3", "v3 m2 v1 m0", 4},
      {"gate-fold", "m0 m0", "v0 v0", 2},
      {"closed-gate-fold", "m0 m1 m0", "v0 v1 v0", 2},
      {"double-parallel-fold", "v1 m0 m1", "v1 v0 m1", 3},
  });
  for (const Folds& each : cases) {
    INFO(each.fold);
    const Length sheet = Length::inch(14);
    const Folding plan = folding(each.fold);
    const auto outside = outside_folds(plan.kind, panel_widths(plan, sheet));
    CHECK(words(outside) == each.outside);
    CHECK(words(turned_over(outside, sheet)) == each.inside);
    CHECK(cover_panel(plan) == each.cover);
  }
}

TEST_CASE("folds lie between the panels, and the other side mirrors them") {
  const std::vector<Length> widths = {Length::inch(3), Length::inch(4), Length::inch(5)};
  const std::vector<Fold> outside = outside_folds(FoldKind::Z, widths);
  REQUIRE(outside.size() == 2);
  CHECK(outside[0].x.inch() == Approx(3));
  CHECK(outside[1].x.inch() == Approx(7));
  const std::vector<Fold> inside = turned_over(outside, Length::inch(12));
  CHECK(inside[0].x.inch() == Approx(5));
  CHECK(inside[1].x.inch() == Approx(9));
  check_widths(inches(mirrored(widths)), {5, 4, 3});
}

TEST_CASE("folds are found by their names") {
  CHECK(find_fold("c-fold")->kind == FoldKind::C);
  CHECK(find_fold("closed-gate-fold")->kind == FoldKind::ClosedGate);
  CHECK(find_fold("none")->kind == FoldKind::None);
  CHECK(find_fold("c fold") == nullptr);
}

}  // namespace
}  // namespace handbill::document
