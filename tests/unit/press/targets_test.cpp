// SPDX-License-Identifier: MIT
#include "press/targets.h"

#include <catch2/catch.hpp>

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
  press::add_color_bar(page, spots, places, band, {});
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

}  // namespace handbill::test
