// SPDX-License-Identifier: MIT
#include "document/reading_order.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <utility>

#include "document/fold.h"

namespace handbill::document {
namespace {

constexpr Length kWidth = Length::inch(12);

Side side(const char* name, const std::vector<Length>& widths, char first_panel) {
  Side side;
  side.name = name;
  Length left{};
  for (const Length width : widths) {
    const auto panel = static_cast<char>(first_panel + static_cast<char>(side.panels.size()));
    side.panels.push_back({std::string(1, panel), {left, {}, width, Length::inch(8)}});
    left += width;
  }
  return side;
}

/// Panels called "a", "b", … on the outside and "A", "B", … on the inside, from left to right as
/// printed, each with a frame.
Document folded(const Folding& folding) {
  Document document;
  const std::vector<Length> widths = panel_widths(folding, kWidth);
  document.sides = {side("outside", widths, 'a'), side("inside", mirrored(widths), 'A')};
  document.sides.front().folds = outside_folds(folding.kind, widths);
  document.sides.back().folds = turned_over(document.sides.front().folds, kWidth);
  document.sheet.cover = cover_panel(folding);
  for (Side& each : document.sides) {
    for (std::size_t i = 0; i < each.panels.size(); ++i) {
      Frame frame;
      frame.panel = i;
      each.frames.push_back(frame);
    }
  }
  return document;
}

void set_in_arabic(Document& document) {
  document.right_to_left = true;
  document.sheet.cover = document.sides.front().panels.size() - 1 - document.sheet.cover;
  for (Side& side : document.sides) {
    for (Panel& panel : side.panels) panel.box.left = kWidth - panel.box.right();
    for (Fold& fold : side.folds) fold.x = kWidth - fold.x;
    std::ranges::reverse(side.panels);
    std::ranges::reverse(side.folds);
  }
}

std::string order(const Document& document) {
  std::string text;
  for (const ReadingStop& stop : reading_order(document)) {
    const Side& side = document.sides[stop.side];
    if (!text.empty()) text += ' ';
    text += stop.panel ? side.panels[*stop.panel].name : side.name;
    if (stop.frames.size() > 1) text += ":" + std::to_string(stop.frames.size());
  }
  return text;
}

struct OrderCase {
  const char* what;
  Folding folding;
  const char* order;
};

const auto kOrders = std::to_array<OrderCase>({
    {"half", {FoldKind::Half, 2}, "b A B a"},
    {"C", {FoldKind::C, 3}, "c a A B C b"},
    // What an accordion shows of its outside lies at its back.
    {"Z", {FoldKind::Z, 3}, "c A B C a b"},
    {"accordion", {FoldKind::Accordion, 5}, "e A B C D E a b c d"},
    {"roll", {FoldKind::Roll, 4}, "d b a A B C D c"},
    {"gate", {FoldKind::Gate, 3}, "c a A B C b"},
    {"closed gate", {FoldKind::ClosedGate, 4}, "c d a A B C D b"},
    {"double parallel", {FoldKind::DoubleParallel, 4}, "d a b A B C D c"},
});

TEST_CASE("a folded piece is read as it opens, in every language") {
  for (const OrderCase& each : kOrders) {
    INFO(each.what);
    Document document = folded(each.folding);
    CHECK(order(document) == each.order);
    set_in_arabic(document);
    CHECK(order(document) == each.order);
  }
}

TEST_CASE("what stands on a whole side is read before its panels") {
  Document document = folded({FoldKind::C, 3});
  document.sides.front().frames.emplace_back();
  document.sides.back().frames.emplace_back();
  document.sides.back().frames.emplace_back();
  CHECK(order(document) == "outside c a inside:2 A B C b");
}

TEST_CASE("a spread is read as a whole, in the order its frames are listed") {
  Document document = folded({FoldKind::C, 3});
  auto& inside = document.sides.back();
  inside.is_spread = true;
  std::ranges::swap(inside.frames[0], inside.frames[2]);
  inside.frames.emplace_back();
  CHECK(order(document) == "c a inside:4 b");
  CHECK(reading_order(document)[2].frames == std::vector<FrameIndex>{0, 1, 2, 3});
  set_in_arabic(document);
  CHECK(order(document) == "c a inside:4 b");
  document.sides.front().is_spread = true;
  CHECK(order(document) == "outside:3 inside:4");
  inside.frames.clear();
  CHECK(order(document) == "outside:3");
}

TEST_CASE("panels without a frame are no stop, and their frames stay as listed") {
  Document document = folded({FoldKind::C, 3});
  auto& frames = document.sides.back().frames;
  frames = {frames[2], frames[0], frames[2]};
  CHECK(order(document) == "c a A C:2 b");
  const auto stops = reading_order(document);
  CHECK(stops[3].frames == std::vector<FrameIndex>{0, 2});
}

TEST_CASE("sides without folds are read as listed") {
  Document document;
  CHECK(reading_order(document).empty());
  document.sides.push_back({.name = "front", .panels = {}, .folds = {}, .frames = {}});
  document.sides.push_back(document.sides.front());
  document.sides.back().name = "back";
  CHECK(reading_order(document).empty());
  for (Side& side : document.sides) side.frames.emplace_back();
  CHECK(order(document) == "front back");
}

}  // namespace
}  // namespace handbill::document
