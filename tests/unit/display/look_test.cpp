// SPDX-License-Identifier: MIT
#include "display/look.h"

#include <catch2/catch.hpp>

#include "display/painted_box.h"
#include "support/squares.h"
#include "unit/svg/sample_pages.h"

namespace handbill::display {
namespace {

using namespace handbill::test;
using color::Color;

Item filled_box(double left, double top, double width, double height,
                Color color = Color::black()) {
  return {Shape{.path = Path::rect(box(left, top, width, height)), .fill = std::move(color)}};
}

PageList page_of(std::vector<Item> items) {
  Page page = blank_page(100, 100);
  page.items = std::move(items);
  return one_page(std::move(page));
}

/// Nothing: everything may differ.
std::optional<std::vector<Rect>> changed(const PageList& before, const PageList& after,
                                         const font::FontBook& fonts = font::FontBook({})) {
  return changed_areas({before.pages[0], looks_of(before)[0]}, {after.pages[0], looks_of(after)[0]},
                       fonts);
}

using Boxes = std::vector<Rect>;

}  // namespace

TEST_CASE("places in texts and in the reading order change no look") {
  Item item = filled_box(1, 1, 5, 5);
  const PageList before = page_of({item});
  item.span = {{3}, 4, 9};
  item.structure = StructId{0};
  PageList after = page_of({item});
  after.metadata.title = "Another";
  CHECK(looks_of(before) == looks_of(after));
  CHECK(name_of(looks_of(before)).size() == 32);
  CHECK(changed(before, after) == Boxes{});
}

TEST_CASE("what is painted in another way has another look") {
  const PageList before = page_of({filled_box(10, 20, 5, 6)});
  Item striped = filled_box(10, 20, 5, 6);
  std::get<Shape>(striped.content).stroke = Stroke{};
  Item faded = filled_box(10, 20, 5, 6);
  std::get<Shape>(faded.content).opacity = 0.5;
  Item clipped = filled_box(10, 20, 5, 6);
  clipped.clip = Path::rect(box(10, 20, 2, 2));
  Item cut = filled_box(10, 20, 5, 6);
  cut.step = ProcessingStep::Cutting;
  for (const Item& each :
       {filled_box(10, 20, 5, 7), filled_box(10, 20, 5, 6, cyan()), striped, faded, clipped, cut}) {
    CHECK(name_of(looks_of(before)) != name_of(looks_of(page_of({each}))));
  }
}

TEST_CASE("what differs lies in boxes") {
  const Item one = filled_box(0, 0, 10, 10), two = filled_box(40, 40, 10, 10, cyan()),
             three = filled_box(80, 80, 10, 10, magenta());
  const PageList before = page_of({one, two, three});
  CHECK(changed(before, before) == Boxes{});
  // Gone, come, moved.
  CHECK(changed(before, page_of({one, three})) == Boxes{box(40, 40, 10, 10)});
  CHECK(changed(page_of({one, three}), before) == Boxes{box(40, 40, 10, 10)});
  CHECK(changed(before, page_of({one, filled_box(42, 40, 10, 10, cyan()), three})) ==
        Boxes{box(40, 40, 12, 10)});
  // Far from each other: a box for each.
  CHECK(changed(before, page_of({filled_box(0, 0, 10, 11), two, filled_box(80, 80, 10, 11)})) ==
        Boxes{box(0, 0, 10, 11), box(80, 80, 10, 11)});
  // Another order may look otherwise.
  const auto turned = changed(before, page_of({two, one, three}));
  REQUIRE(turned);
  CHECK_FALSE(turned->empty());
}

TEST_CASE("a page of another size differs as a whole") {
  PageList after = page_of({});
  after.pages[0].trim.width = Length::pt(101);
  CHECK_FALSE(changed(page_of({}), after));
}

TEST_CASE("boxes are few") {
  std::vector<Item> many;
  for (int i = 0; i < 40; ++i) many.push_back(filled_box(i % 8 * 12, i / 8 * 20, 1, 1));
  const auto boxes = changed(page_of({}), page_of(many));
  REQUIRE(boxes);
  CHECK(boxes->size() <= 4);
  for (std::size_t i = 0; i < boxes->size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) CHECK_FALSE((*boxes)[i].intersects((*boxes)[j]));
  }
}

TEST_CASE("what is painted lies in its box: strokes, glyphs, clips") {
  font::FontBook fonts({});
  const auto font = open_squares(fonts);
  Item stroked = filled_box(10, 10, 10, 10);
  std::get<Shape>(stroked.content).stroke = Stroke{.width = Length::pt(2), .join = Join::Round};
  CHECK(painted_box(stroked, fonts)->contains(box(9, 9, 12, 12)));
  std::get<Shape>(stroked.content).stroke->join = Join::Miter;
  CHECK(painted_box(stroked, fonts)->contains(box(0, 0, 30, 30)));
  const Item text{glyph_run(fonts, font, "AB", 10, 20, 50)};
  REQUIRE(painted_box(text, fonts));
  CHECK(painted_box(text, fonts)->intersects(box(20, 40, 20, 10)));
  CHECK_FALSE(painted_box({GlyphRun{}}, fonts));
  Item clipped = filled_box(10, 10, 10, 10);
  clipped.clip = Path::rect(box(15, 15, 50, 50));
  CHECK(painted_box(clipped, fonts) == box(15, 15, 5, 5));
  clipped.clip = Path::rect(box(50, 50, 5, 5));
  CHECK_FALSE(painted_box(clipped, fonts));
}

}  // namespace handbill::display
