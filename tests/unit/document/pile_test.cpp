// SPDX-License-Identifier: MIT
#include "document/pile.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "base/number.h"
#include "document/fold.h"

namespace handbill::document {
namespace {

struct Folded {
  Side outside;
  std::size_t cover = 0;
};

/// The outside of a sheet 12 in wide, panels called "a", "b", … from left to right.
Folded sheet(const Folding& folding) {
  Folded result;
  const auto widths = panel_widths(folding, Length::inch(12));
  Length left{};
  for (const Length width : widths) {
    const char name = static_cast<char>('a' + result.outside.panels.size());
    result.outside.panels.push_back({std::string(1, name), {left, {}, width, Length::inch(8)}});
    left += width;
  }
  result.outside.folds = outside_folds(folding.kind, widths);
  result.cover = cover_panel(folding);
  return result;
}

/// The same for a language from right to left.
Folded in_mirror(Folded folded) {
  Side& side = folded.outside;
  const Length width = Length::inch(12);
  for (Panel& panel : side.panels) panel.box.left = width - panel.box.right();
  std::reverse(side.panels.begin(), side.panels.end());
  for (Fold& fold : side.folds) fold.x = width - fold.x;
  std::reverse(side.folds.begin(), side.folds.end());
  folded.cover = side.panels.size() - 1 - folded.cover;
  return folded;
}

/// "a" is a panel that shows its outside, "a'" its inside.
std::string name(const Layer& layer, const Side& outside) {
  return outside.panels[layer.panel].name + (layer.face == Face::Outside ? "" : "'");
}

/// From the table up.
std::string words(const Pile& pile, const Side& outside) {
  std::string result;
  for (const Layer& layer : pile) {
    if (!result.empty()) result += ' ';
    result += name(layer, outside);
  }
  return result;
}

/// What is seen, left to right, with its width in inches.
std::string view(const Pile& pile, const Side& outside) {
  std::string result;
  for (const Seen& each : seen(pile)) {
    if (!result.empty()) result += ' ';
    result +=
        name(pile[each.layer], outside) + " " + format_number((each.right - each.left).inch(), 2);
  }
  return result;
}

struct Case {
  const char* what;
  Folding folding;
  const char* pile;   ///< closed, from the back up to the front
  const char* front;  ///< what one sees
  const char* back;
  const char* opened;
};

const auto kCases = std::to_array<Case>({
    {"half", {FoldKind::Half, 2}, "a' b", "b 6", "a 6", "b' 6 a' 6"},
    // The flap shows its outside on the right of what is opened, and the cover its inside.
    {"C", {FoldKind::C, 3}, "b' a c", "c 4.03", "b 4.03", "c' 4.03 b' 0.09 a 3.94"},
    {"Z", {FoldKind::Z, 3}, "a b' c", "c 4", "a' 4", "c' 4 b' 4"},
    {"roll", {FoldKind::Roll, 4}, "c' a' b d", "d 3.06", "c 3.06", "d' 3.06 c' 0.06 b 3"},
    {"accordion of 4", {FoldKind::Accordion, 4}, "a' b c' d", "d 3", "a 3", "d' 3 c' 3"},
    {"accordion of 5", {FoldKind::Accordion, 5}, "a b' c d' e", "e 2.4", "a' 2.4", "e' 2.4 d' 2.4"},
    // Closed gates show their outsides and the middle through the gap; open, all the inside.
    {"gate",
     {FoldKind::Gate, 3},
     "b' a c",
     "c 2.97 b' 0.12 a 2.97",
     "b 6.06",
     "c' 2.97 b' 6.06 a' 2.97"},
    {"closed gate",
     {FoldKind::ClosedGate, 4},
     "b' a d' c",
     "c 3.03",
     "b 3.03",
     "d 2.97 c' 0.06 b' 0.06 a 2.97"},
    {"double parallel",
     {FoldKind::DoubleParallel, 4},
     "c' b a' d",
     "d 3.03",
     "c 3.03",
     "d' 0.12 a 2.97 b 2.97"},
});

TEST_CASE("a folded piece lies as its folds and their order say") {
  for (const Case& each : kCases) {
    INFO(each.what);
    const auto [outside, cover] = sheet(each.folding);
    const Pile closed = fold_up(outside, cover, folding_steps(outside));
    CHECK(words(closed, outside) == each.pile);
    CHECK(view(closed, outside) == each.front);
    CHECK(view(turned_over(closed), outside) == each.back);
    CHECK(view(opened(outside, cover, folding_steps(outside) - 1), outside) == each.opened);
  }
}

/// The words of a view from right to left.
std::string reversed(const std::string& text) {
  std::string result;
  std::istringstream in(text);
  for (std::string name, width; in >> name >> width;) {
    result = name + " " + width + (result.empty() ? "" : " ") + result;
  }
  return result;
}

TEST_CASE("from right to left everything opens the other way") {
  for (const Case& each : kCases) {
    INFO(each.what);
    const auto [outside, cover] = in_mirror(sheet(each.folding));
    const Pile closed = fold_up(outside, cover, folding_steps(outside));
    CHECK(view(closed, outside) == reversed(each.front));
    CHECK(view(opened(outside, cover, folding_steps(outside) - 1), outside) ==
          reversed(each.opened));
  }
}

TEST_CASE("layers lie as high as the pile under them") {
  const auto [outside, cover] = sheet({FoldKind::Gate, 3});
  // The middle, and both gates on it.
  CHECK(levels(fold_up(outside, cover, 1)) == std::vector<int>{0, 1, 1});
  const auto roll = sheet({FoldKind::Roll, 4});
  CHECK(levels(fold_up(roll.outside, roll.cover, 3)) == std::vector<int>{0, 1, 2, 3});
}

TEST_CASE("before the first fold the sheet lies flat, its outside up") {
  const auto [outside, cover] = sheet({FoldKind::C, 3});
  CHECK(view(fold_up(outside, cover, 0), outside) == "a 3.94 b 4.03 c 4.03");
  CHECK(view(turned_over(fold_up(outside, cover, 0)), outside) == "c' 4.03 b' 4.03 a' 3.94");
}

}  // namespace
}  // namespace handbill::document
