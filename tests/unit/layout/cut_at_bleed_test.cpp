// SPDX-License-Identifier: MIT
#include "display/cut_item.h"

#include "placed.h"
#include "support/rect.h"

namespace handbill::test {
namespace {

const Rect kBleed = rect(-9, -9, 218, 118);

display::Item filled(const Rect& box) {
  display::Shape shape;
  shape.path = Path::rect(box);
  shape.fill = color::Color::black();
  return {.content = shape};
}

std::optional<Rect> clip_of(display::Item item) {
  display::cut_item(item, kBleed);
  return item.clip ? item.clip->bounds() : std::nullopt;
}

}  // namespace

TEST_CASE("what ends at the bleed is left as it is, what runs past it is clipped to it") {
  CHECK_FALSE(clip_of(filled(kBleed)));
  CHECK_FALSE(clip_of(filled(kBleed.outset(kTolerance))));
  CHECK(clip_of(filled(kBleed.outset(Length::pt(0.1)))) == kBleed);
  display::Item line = filled(rect(0, 0, 10, 10));
  auto& shape = std::get<display::Shape>(line.content);
  shape.stroke = display::Stroke{.width = Length::pt(30)};
  CHECK(clip_of(line) == kBleed);
  CHECK(clip_of({.content = display::PlacedPicture{{}, rect(-50, 0, 300, 50), {}}}) == kBleed);
  // What is seen of a picture is what its window shows.
  CHECK_FALSE(clip_of({.content = display::PlacedPicture{
                           {}, rect(-50, 0, 300, 50), Path::rect(rect(0, 0, 50, 50))}}));
}

TEST_CASE("a clip that was there keeps its shape inside the bleed") {
  const auto with_clip = [](const Path& clip) {
    display::Item item = filled(rect(-50, -50, 300, 300));
    item.clip = clip;
    return clip_of(item);
  };
  CHECK(with_clip(Path::rect(rect(10, 10, 20, 20))) == rect(10, 10, 20, 20));
  CHECK(with_clip(Path::rect(rect(-30, 10, 50, 20))) == rect(-9, 10, 29, 20));
  // A disc that looks over the left edge: its right half is round as it was.
  display::Item item = filled(rect(-50, -50, 300, 300));
  item.clip = Path::ellipse({Length::pt(-9), Length::pt(50)}, Length::pt(20), Length::pt(20));
  display::cut_item(item, kBleed);
  const Rect seen = item.clip->bounds().value();
  CHECK(seen.left == kBleed.left);
  CHECK(seen.right().pt() == Approx(11).margin(0.05));
  CHECK(seen.height.pt() == Approx(40).margin(0.05));
}

TEST_CASE("no sink needs to know: pages come with what is past the bleed clipped") {
  const Squares squares;
  document::Frame wide = frame("", box(-60, 20, 400, 30));
  wide.fill = color::Color::black();
  wide.radius = Length::pt(10);
  const auto list = pages(one_side({wide}), squares);
  const display::Item& item = list.pages[0].items.front();
  // Its own size, so that its corners stay out of sight.
  CHECK(std::get<display::Shape>(item.content).path.bounds() == rect(-60, 20, 400, 30));
  REQUIRE(item.clip);
  CHECK(item.clip->bounds() == kBleed);
}

}  // namespace handbill::test
