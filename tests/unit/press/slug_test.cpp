// SPDX-License-Identifier: MIT
// What stands in the slug line, and the room that marks and slug take.
#include <catch2/catch.hpp>

#include "press/impose.h"
#include "press/mark_places.h"
#include "press/marks.h"
#include "support/document_values.h"

namespace handbill::test {
namespace {

using color::Color;

document::Document for_shop(const Squares& squares) {
  document::Document document = one_side({});
  document.slug = "brochure r3";
  document.slug_style = squares_style(squares).text;
  document.sheet.marks = {.slug = true};
  auto shop = std::make_shared<document::Shop>();
  shop->name = "own-shop";
  shop->condition.identifier = "CGATS TR 006";
  document.shop = shop;
  return document;
}

display::PageList one_page(std::vector<display::Item> items) {
  display::Page page;
  page.name = "front";
  page.trim = {Length::pt(2000), Length::pt(100)};
  page.bleed = page.media = Rect{{}, {}, page.trim.width, page.trim.height};
  page.items = std::move(items);
  display::PageList pages;
  pages.pages.push_back(std::move(page));
  return pages;
}

/// The words of the slug of the first page.
std::string slug(const document::Document& document, display::PageList pages,
                 const Squares& squares) {
  diag::Diagnostics diags;
  const auto marked = press::add_marks(document, std::move(pages), nullptr, squares.book, diags);
  std::string words;
  for (const display::Item& item : marked.pages[0].items) {
    if (const auto* run = std::get_if<display::GlyphRun>(&item.content)) words += run->text;
  }
  return words;
}

display::Item filled(const Color& color) {
  return {
      display::Shape{.path = Path::rect({{}, {}, Length::pt(9), Length::pt(9)}), .fill = color}};
}

/// The inks that the slug tells: what stands after the name of the page.
std::string inks(display::PageList pages, const Squares& squares) {
  const std::string words = slug(for_shop(squares), std::move(pages), squares);
  const std::string start = "brochure r3 · front · ";
  REQUIRE(words.starts_with(start));
  return words.substr(start.size(), words.find(" · CGATS") - start.size());
}

}  // namespace

TEST_CASE("the slug tells document, page, plates, condition, shop and a hash of what is drawn") {
  const Squares squares;
  const auto teal = one_page({filled(Color::process({1, 0, 0.5, 0}))});
  const std::string words = slug(for_shop(squares), teal, squares);
  CHECK(words.substr(0, words.size() - 8) ==
        "brochure r3 · front · Cyan Yellow · CGATS TR 006 · own-shop · ");
  CHECK(words.substr(words.size() - 8).find_first_not_of("0123456789ABCDEF") == words.npos);
  CHECK(slug(for_shop(squares), teal, squares) == words);
  CHECK(slug(for_shop(squares), one_page({filled(Color::process({0.9, 0, 0.5, 0}))}), squares) !=
        words);
  document::Document plain = for_shop(squares);
  plain.shop.reset();
  CHECK(slug(plain, teal, squares) == "brochure r3");
  document::Document draft = for_shop(squares);
  draft.draft = true;
  draft.sheet.marks = {};
  CHECK(slug(draft, teal, squares) == "DRAFTbrochure r3");
}

TEST_CASE("the plates of a page are those that something on it is printed with") {
  const Squares squares;
  CHECK(inks(one_page({filled(Color::black())}), squares) == "Black");
  const Color gold = Color::spot_ink("Gold", {0, 0.2, 0.6, 0});
  CHECK(inks(one_page({filled(gold), filled(gold.tinted(0.5)), filled(Color::black())}), squares) ==
        "Black Gold");
  display::Shape shape;
  shape.path = Path::rect({{}, {}, Length::pt(9), Length::pt(9)});
  shape.stroke = display::Stroke{.color = Color::process({0, 1, 0, 0})};
  auto gradient = std::make_shared<display::Gradient>();
  gradient->stops = {{0, Color::process({0, 0, 1, 0})}, {1, Color::paper()}};
  shape.gradient = gradient;
  CHECK(inks(one_page({{shape}}), squares) == "Magenta Yellow");
  display::GlyphRun run;
  run.color = Color::process({0.2, 0, 0, 0});
  run.font = squares.id;
  CHECK(inks(one_page({{run}}), squares) == "Cyan");
  for (const bool is_gray : {true, false}) {
    auto pages =
        one_page({{display::PlacedPicture{{0}, {{}, {}, Length::pt(9), Length::pt(9)}, {}}}});
    auto picture = std::make_shared<display::Picture>();
    picture->space = is_gray ? display::Picture::Space::Gray : display::Picture::Space::Rgb;
    pages.pictures = {picture};
    CHECK(inks(pages, squares) == (is_gray ? "Black" : "Cyan Magenta Yellow Black"));
  }
}

TEST_CASE("marks and slug take the room that shops are told of") {
  const Squares squares;
  document::Document document = one_side({});
  document.slug_style = squares_style(squares).text;
  const auto reach = [&] {
    const Size size = press::marks_reach(document);
    return std::pair(size.width.pt(), size.height.pt());
  };
  // 9 pt of bleed; 1 mm clear of it and 5 mm of marks are 17.01 pt; a line of 10 pt takes 12.5.
  CHECK(reach() == std::pair(9.0, 9.0));
  document.sheet.marks = {.crop = true};
  CHECK(reach().first == Approx(9 + 17.01).margin(0.01));
  CHECK(reach().second == Approx(9 + 17.01).margin(0.01));
  document.sheet.marks.slug = true;
  CHECK(reach().second == Approx(9 + 17.01 + 12.5).margin(0.01));
  document.draft = true;
  CHECK(reach().second == Approx(9 + 17.01 + 25).margin(0.01));
  document.sheet.marks = {.slug = true};
  CHECK(reach().first == 9);
  CHECK(reach().second == Approx(9 + 2.83 + 25).margin(0.01));
}

TEST_CASE("a sheet of the press has room for its marks, or it is told how much they need") {
  const Squares squares;
  document::Imposition imposition;
  imposition.name = "own";
  imposition.scheme = document::Scheme::StepAndRepeat;
  imposition.columns = imposition.rows = 1;
  document::Document document = one_side({});
  document.sheet.marks = {.crop = true};
  const auto said = [&](double height) {
    // 9 pt of bleed, 1 mm, 5 mm of marks: 26.01 pt; paper of 1 mm round them may lie in the margin.
    imposition.sheet = {Length::pt(300), Length::pt(height)};
    display::Page page;
    page.name = "front";
    page.trim = document.sheet.trim;
    page.bleed = page.media =
        Rect{{}, {}, page.trim.width, page.trim.height}.outset(document.sheet.bleed);
    display::PageList pages;
    pages.pages.push_back(page);
    diag::Diagnostics diags;
    auto sheets = press::impose(std::move(pages), imposition, document::Printed::OneSide, diags);
    REQUIRE(sheets);
    const press::OnSheets on{imposition};
    const auto marked = press::add_marks(document, std::move(*sheets), &on, squares.book, diags);
    CHECK(marked.pages[0].media.height.pt() ==
          Approx(diags.has_errors() ? 157.7 : height).margin(0.1));
    return diags.list().empty() ? "" : diags.list()[0].message;
  };
  CHECK(said(152) == "");
  CHECK(
      said(151.9) ==
      "the marks of `sheet 1 front` need 3.58 × 2.19 in, and stand in the middle; `own` prints on "
      "4.17 × 2.11 in");
}

TEST_CASE("folds go with the pages that are turned on a sheet") {
  document::Imposition imposition;
  imposition.scheme = document::Scheme::StepAndRepeat;
  imposition.sheet = {Length::pt(500), Length::pt(700)};
  imposition.columns = 2;
  imposition.rows = 1;
  imposition.gutter_across = Length::pt(20);
  const auto places = [&](bool quarter) {
    imposition.quarter_turn = quarter;
    document::Document document = one_side({});
    document.sides[0].folds = {{Length::pt(70)}};
    display::Page page;
    page.trim = document.sheet.trim;
    page.bleed = page.media = Rect{{}, {}, page.trim.width, page.trim.height};
    display::PageList pages;
    pages.pages.push_back(page);
    diag::Diagnostics diags;
    const auto sheets =
        press::impose(std::move(pages), imposition, document::Printed::OneSide, diags);
    return press::mark_places(*sheets, 0, document.sides);
  };
  using Places = std::vector<Length>;
  const auto at = [](std::vector<double> points) {
    Places result;
    for (const double each : points) result.push_back(Length::pt(each));
    return result;
  };
  const press::MarkPlaces upright = places(false);
  CHECK(upright.cuts_across == at({0, 200, 220, 420}));
  CHECK(upright.cuts_down == at({0, 100}));
  CHECK(upright.folds_across == at({70, 290}));
  CHECK(upright.folds_down.empty());
  const press::MarkPlaces turned = places(true);
  CHECK(turned.cuts_across == at({0, 100, 120, 220}));
  CHECK(turned.folds_across.empty());
  CHECK(turned.folds_down == at({70}));
}

}  // namespace handbill::test
