// SPDX-License-Identifier: MIT
#include "display/scale_item.h"

#include <catch2/catch.hpp>

#include "support/rect.h"

namespace handbill::test {

TEST_CASE("all of an item becomes smaller: type, paths, lines with their dashes, pictures, clips") {
  display::GlyphRun run;
  run.size = Length::pt(10);
  run.origin = {Length::pt(20), Length::pt(40)};
  run.glyphs = {{.id = 1, .x = Length::pt(4), .y = Length::pt(2), .advance = Length::pt(6)}};
  display::Item text{.content = run, .clip = Path::rect(rect(0, 0, 100, 100))};
  display::scale_item(text, 0.5);
  const auto& small = std::get<display::GlyphRun>(text.content);
  CHECK(small.size == Length::pt(5));
  CHECK(small.origin == Point{Length::pt(10), Length::pt(20)});
  CHECK(small.glyphs[0].x == Length::pt(2));
  CHECK(small.glyphs[0].y == Length::pt(1));
  CHECK(small.glyphs[0].advance == Length::pt(3));
  CHECK(text.clip->bounds() == rect(0, 0, 50, 50));

  display::Shape shape{.path = Path::rect(rect(10, 10, 20, 20))};
  shape.stroke = display::Stroke{.width = Length::pt(2), .dash = {Length::pt(4)}};
  display::Item drawn{.content = shape};
  display::scale_item(drawn, 0.5);
  const auto& less = std::get<display::Shape>(drawn.content);
  CHECK(less.path.bounds() == rect(5, 5, 10, 10));
  CHECK(less.stroke->width == Length::pt(1));
  CHECK(less.stroke->dash[0] == Length::pt(2));

  display::Item picture{.content = display::PlacedPicture{
                            {}, rect(10, 20, 30, 40), Path::rect(rect(10, 20, 30, 40))}};
  display::scale_item(picture, 0.5);
  CHECK(std::get<display::PlacedPicture>(picture.content).box == rect(5, 10, 15, 20));
}

}  // namespace handbill::test
