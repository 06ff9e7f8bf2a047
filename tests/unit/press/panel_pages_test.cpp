// SPDX-License-Identifier: MIT
#include "press/panel_pages.h"

#include <catch2/catch.hpp>

#include "support/rect.h"

namespace handbill::test {
namespace {

constexpr display::StructId kRead{1};

display::Item area(const Rect& box, std::optional<display::StructId> structure) {
  display::Shape shape{.path = Path::rect(box), .fill = color::Color::black()};
  display::Item item{.content = std::move(shape)};
  item.structure = structure;
  return item;
}

/// A sheet of two panels, 100 pt wide each, with a fold between them.
document::Document folded() {
  document::Document document;
  document.sheet.trim = {Length::pt(200), Length::pt(100)};
  document::Side side;
  side.panels = {{"back", rect(0, 0, 100, 100)}, {"front", rect(100, 0, 100, 100)}};
  side.folds = {{Length::pt(100), document::Fold::Direction::Mountain}};
  document.sheet.cover = 1;
  side.frames.resize(2);
  side.frames[0].panel = 0;
  side.frames[1].panel = 1;
  document.sides = {side};
  return document;
}

display::PageList pages_of(std::vector<display::Item> items,
                           const document::Document& document = folded()) {
  display::PageList pages;
  display::Page page;
  page.name = "outside";
  page.trim = {Length::pt(200), Length::pt(100)};
  page.bleed = page.media = rect(0, 0, 200, 100);
  page.items = std::move(items);
  pages.pages = {page};
  return press::panel_pages(document, std::move(pages));
}

}  // namespace

TEST_CASE("panels are pages as the piece opens, and each shows what lies on it") {
  const auto pages =
      pages_of({area(rect(10, 10, 20, 20), kRead), area(rect(120, 30, 20, 20), kRead)});
  REQUIRE(pages.pages.size() == 2);
  CHECK(pages.pages[0].name == "front");
  CHECK(pages.pages[0].trim == Size{Length::pt(100), Length::pt(100)});
  CHECK(pages.pages[0].media == rect(0, 0, 100, 100));
  REQUIRE(pages.pages[0].items.size() == 1);
  const auto& shape = std::get<display::Shape>(pages.pages[0].items[0].content);
  CHECK(shape.path.bounds() == rect(20, 30, 20, 20));
  CHECK(pages.pages[1].name == "back");
}

TEST_CASE("what is read over a fold keeps its panels together, what decorates them does not") {
  const auto count = [](double over, std::optional<display::StructId> structure) {
    return pages_of({area(rect(20, 10, 80 + over, 20), structure)}).pages.size();
  };
  CHECK(count(0, kRead) == 2);
  CHECK(count(0.5, kRead) == 2);
  CHECK(count(0.6, kRead) == 1);
  CHECK(count(50, std::nullopt) == 2);
}

TEST_CASE("a spread is one page") {
  document::Document document = folded();
  document.sides.front().is_spread = true;
  const auto pages =
      pages_of({area(rect(10, 10, 20, 20), kRead), area(rect(120, 30, 20, 20), kRead)}, document);
  REQUIRE(pages.pages.size() == 1);
  CHECK(pages.pages[0].trim == Size{Length::pt(200), Length::pt(100)});
  CHECK(pages.pages[0].items.size() == 2);
}

TEST_CASE("decoration is on each page that it is seen on") {
  const auto pages = pages_of({area(rect(0, 0, 200, 30), std::nullopt)});
  for (const display::Page& page : pages.pages) CHECK(page.items.size() == 1);
}

TEST_CASE("links go with their words, sides without folds stay as they are") {
  display::PageList list;
  display::Page page;
  page.trim = {Length::pt(200), Length::pt(100)};
  page.media = page.bleed = rect(0, 0, 200, 100);
  page.links.push_back({.box = rect(110, 10, 30, 10), .target = "https://clinic.example"});
  list.pages = {page};
  const auto made = press::panel_pages(folded(), list);
  REQUIRE(made.pages.size() == 2);
  REQUIRE(made.pages[0].links.size() == 1);
  CHECK(made.pages[0].links[0].box == rect(10, 10, 30, 10));
  CHECK(made.pages[1].links.empty());
  document::Document flat = folded();
  flat.sides[0].panels.clear();
  flat.sides[0].folds.clear();
  for (document::Frame& each : flat.sides[0].frames) each.panel.reset();
  CHECK(press::panel_pages(flat, list).pages.size() == 1);
}

}  // namespace handbill::test
