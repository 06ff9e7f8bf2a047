// SPDX-License-Identifier: MIT
#include "press/targets.h"

#include <catch2/catch.hpp>

#include "base/number.h"

namespace handbill::test {
namespace {

using press::MarkBand;
using press::MarkPlaces;

std::vector<Rect> patches(Length width, const std::vector<color::Color>& spots) {
  display::Page page;
  page.trim = {width, Length::mm(100)};
  MarkPlaces places;
  places.cuts_across = {{}, width};
  const MarkBand band{Length::mm(3), Length::mm(6), Length::pt(0.25)};
  press::add_color_bar(page, spots, places, band);
  std::vector<Rect> result;
  for (const auto& item : page.items) {
    const auto& shape = std::get<display::Shape>(item.content);
    CHECK(shape.fill);
    result.push_back(shape.path.bounds().value());
  }
  return result;
}

}  // namespace

TEST_CASE("a colour bar goes over the whole width, clear of cuts and of the target") {
  const auto bar = patches(Length::mm(300), {});
  // Two gaps of 147 mm less 3 mm at each end hold 28 squares of 5 mm each.
  REQUIRE(bar.size() == 56);
  CHECK(bar.front().left.mm() == Approx(3));
  CHECK(bar.back().right() <= Length::mm(297));
  for (const Rect& patch : bar) {
    CHECK(patch.width.mm() == Approx(5));
    CHECK(patch.bottom().mm() == Approx(-3));
    CHECK((patch.right() <= Length::mm(144.1) || patch.left >= Length::mm(155.9)));
  }
}

TEST_CASE("on a small page the squares of a colour bar are smaller, so that each ink has one") {
  const auto bar = patches(Length::mm(55), {});
  CHECK(bar.size() >= 12);
  CHECK(bar.front().width >= Length::mm(2) - kTolerance);
  CHECK(bar.front().width < Length::mm(5));
  const auto with_spot =
      patches(Length::mm(300), {color::Color::spot_ink("Gold", {0, 0.2, 0.6, 0})});
  CHECK(with_spot.size() == 56);
}

TEST_CASE("each ink has a patch, solid and at half, and the bar begins again after the last") {
  display::Page page;
  page.trim = {Length::mm(300), Length::mm(100)};
  MarkPlaces places;
  places.cuts_across = {{}, Length::mm(300)};
  const color::Color gold = color::Color::spot_ink("Gold", {0, 0.2, 0.6, 0});
  press::add_color_bar(page, {gold}, places, {Length::mm(3), Length::mm(6), Length::pt(0.25)});
  std::vector<color::Color> fills;
  for (const auto& item : page.items) fills.push_back(*std::get<display::Shape>(item.content).fill);
  REQUIRE(fills.size() == 56);
  const auto ink = [](double c, double m, double y, double k) {
    return color::Color::process({c, m, y, k});
  };
  const std::vector<color::Color> cycle = {ink(1, 0, 0, 0),
                                           ink(0, 1, 0, 0),
                                           ink(0, 0, 1, 0),
                                           ink(0, 0, 0, 1),
                                           ink(0, 1, 1, 0),
                                           ink(1, 0, 1, 0),
                                           ink(1, 1, 0, 0),
                                           ink(0.5, 0, 0, 0),
                                           ink(0, 0.5, 0, 0),
                                           ink(0, 0, 0.5, 0),
                                           ink(0, 0, 0, 0.5),
                                           ink(0.5, 0.4, 0.4, 0),
                                           gold,
                                           gold.tinted(0.5)};
  for (std::size_t i = 0; i < fills.size(); ++i) CHECK(fills[i] == cycle[i % cycle.size()]);
}

TEST_CASE("the squares of a colour bar shrink no further than each colour needs, down to 2 mm") {
  struct Row {
    double width;
    std::size_t count;
    double side;
  };
  // Two gaps, each less 3 mm at its ends and half of a band of 6 mm: 6 steps from 5 mm to 2 mm.
  for (const auto& [width, count, side] :
       {Row{78, 12, 5}, Row{77.9, 12, 4.4}, Row{66, 12, 3.8}, Row{49.2, 12, 2.6}, Row{49.1, 14, 2},
        Row{42, 12, 2}, Row{41.9, 10, 2}, Row{18, 0, 0}, Row{22, 2, 2}}) {
    CAPTURE(width);
    const auto bar = patches(Length::mm(width), {});
    CHECK(bar.size() == count);
    if (!bar.empty()) CHECK(bar.front().width.mm() == Approx(side));
  }
}

TEST_CASE("targets stand in the middle of each side, to the right of what stands there") {
  const auto targets = [](const std::vector<Length>& folds_across,
                          const std::vector<Length>& cuts_down,
                          const std::vector<Length>& cuts_across = {}) {
    display::Page page;
    page.trim = {Length::pt(200), Length::pt(100)};
    MarkPlaces places;
    places.folds_across = folds_across;
    places.cuts_down = cuts_down;
    places.cuts_across = cuts_across;
    const MarkBand band{Length::pt(10), Length::pt(20), Length::pt(0.25)};
    press::add_registration_targets(page, places, band);
    std::string words;
    CHECK(page.items.size() == 12);
    for (std::size_t i = 2; i < page.items.size(); i += 3) {
      const auto& circle = std::get<display::Shape>(page.items[i].content);
      CHECK(circle.stroke->color == color::Color::registration());
      const Rect box = circle.path.bounds().value();
      CHECK(box.width.pt() == Approx(12));
      words += format_number((box.left + box.width / 2).pt(), 2) + "," +
               format_number((box.top + box.height / 2).pt(), 2) + " ";
    }
    const auto& arm = std::get<display::Shape>(page.items[0].content);
    CHECK(arm.path.bounds()->width.pt() == Approx(20));
    return words;
  };
  CHECK(targets({}, {}) == "100,-20 100,120 -20,50 220,50 ");
  CHECK(targets({Length::pt(100)}, {}) == "120,-20 120,120 -20,50 220,50 ");
  // 20 pt off it is clear, less is not; what it moves away to may be taken too.
  CHECK(targets({Length::pt(80)}, {}) == "100,-20 100,120 -20,50 220,50 ");
  CHECK(targets({Length::pt(80.1)}, {}) == "100.1,-20 100.1,120 -20,50 220,50 ");
  CHECK(targets({Length::pt(90), Length::pt(115)}, {}) == "135,-20 135,120 -20,50 220,50 ");
  CHECK(targets({}, {Length::pt(50)}) == "100,-20 100,120 -20,70 220,70 ");
  // Whichever of cuts and folds it meets first.
  CHECK(targets({Length::pt(110)}, {}, {{}, Length::pt(125), Length::pt(200)}) ==
        "145,-20 145,120 -20,50 220,50 ");
}

}  // namespace handbill::test
