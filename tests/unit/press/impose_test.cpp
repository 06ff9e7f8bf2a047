// SPDX-License-Identifier: MIT
#include "press/impose.h"

#include <catch2/catch.hpp>

#include "base/number.h"
#include "press/mark_places.h"

namespace handbill::test {
namespace {

using document::Imposition;
using document::Scheme;

display::PageList sides(std::size_t count, Size trim) {
  display::PageList pages;
  for (std::size_t i = 0; i < count; ++i) {
    display::Page page;
    page.name = "side " + std::to_string(i + 1);
    page.trim = trim;
    page.bleed = page.media = Rect{{}, {}, trim.width, trim.height}.outset(Length::pt(9));
    pages.pages.push_back(page);
  }
  return pages;
}

Imposition two_by_two(Scheme scheme) {
  Imposition result;
  result.name = "test";
  result.scheme = scheme;
  result.sheet = {Length::pt(500), Length::pt(400)};
  result.margin = {Length::pt(10), Length::pt(20), Length::pt(40), Length::pt(20)};
  result.columns = result.rows = 2;
  result.gutter_across = Length::pt(18);
  result.gutter_down = Length::pt(6);
  return result;
}

constexpr Size kPage = {Length::pt(200), Length::pt(120)};

display::PageList imposed(display::PageList pages, const Imposition& imposition,
                          document::Printed printed = document::Printed::BothSides) {
  diag::Diagnostics diags;
  auto result = press::impose(std::move(pages), imposition, printed, diags);
  REQUIRE(result);
  CHECK(diags.error_count() == 0);
  return std::move(*result);
}

/// "1 2 / 3 4": which forms stand where, from the left, row by row.
std::string reading(const display::PageList& list, const display::Page& page) {
  std::vector<std::pair<Rect, std::size_t>> cells;
  for (const auto& each : page.placed)
    cells.emplace_back(press::placed_trim(list, each), each.form);
  std::sort(cells.begin(), cells.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first.top, a.first.left) < std::pair(b.first.top, b.first.left);
  });
  std::string result;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) result += cells[i].first.top > cells[i - 1].first.top ? " / " : " ";
    result += std::to_string(cells[i].second + 1);
  }
  return result;
}

std::vector<std::string> readings(const display::PageList& list) {
  std::vector<std::string> result;
  for (const display::Page& page : list.pages) result.push_back(reading(list, page));
  return result;
}

std::string words(const Rect& box) {
  std::string result;
  for (const Length each : {box.left, box.top, box.width, box.height}) {
    result += (result.empty() ? "" : " ") + format_number(each.pt(), 2);
  }
  return result;
}

/// Where a point of a page stands on its sheet, from the sheet's corner.
Point on_sheet(const display::Page& sheet, const display::PlacedPage& placed, Point at) {
  return placed.map.apply(at) - sheet.media.origin();
}

bool near(Point a, Point b) {
  return std::abs((a.x - b.x).pt()) < 1e-6 && std::abs((a.y - b.y).pt()) < 1e-6;
}

}  // namespace

TEST_CASE("schemes say which page stands where") {
  struct Case {
    Scheme scheme;
    std::size_t sides;
    std::vector<std::string> expected;
  };
  const std::vector<Case> cases = {
      {Scheme::StepAndRepeat, 1, {"1 1 / 1 1"}},
      {Scheme::StepAndRepeat, 2, {"1 1 / 1 1", "2 2 / 2 2"}},
      {Scheme::NUp, 8, {"1 3 / 5 7", "6 8 / 2 4"}},
      {Scheme::NUp, 6, {"1 3 / 5", "6 / 2 4"}},
      {Scheme::CutAndStack, 16, {"1 5 / 9 13", "10 14 / 2 6", "3 7 / 11 15", "12 16 / 4 8"}},
      {Scheme::WorkAndTurn, 2, {"1 2 / 1 2"}},
      {Scheme::WorkAndTumble, 2, {"1 1 / 2 2"}},
  };
  for (const Case& each : cases) {
    INFO("scheme " << static_cast<int>(each.scheme) << ", sides " << each.sides);
    const Imposition imposition = two_by_two(each.scheme);
    CHECK(readings(imposed(sides(each.sides, kPage), imposition)) == each.expected);
  }
}

TEST_CASE("work printed on one side has a leaf for each of its sides") {
  struct Case {
    Scheme scheme;
    std::size_t sides;
    std::vector<std::string> expected;
  };
  const std::vector<Case> cases = {
      {Scheme::StepAndRepeat, 2, {"1 1 / 1 1", "2 2 / 2 2"}},
      {Scheme::NUp, 6, {"1 2 / 3 4", "5 6"}},
      {Scheme::CutAndStack, 8, {"1 3 / 5 7", "2 4 / 6 8"}},
  };
  for (const Case& each : cases) {
    CAPTURE(static_cast<int>(each.scheme));
    const auto list =
        imposed(sides(each.sides, kPage), two_by_two(each.scheme), document::Printed::OneSide);
    CHECK(readings(list) == each.expected);
    for (const display::Page& page : list.pages) CHECK(page.name.find("back") == page.name.npos);
  }
}

TEST_CASE("piles that leave places empty are told of") {
  const auto told = [](Scheme scheme, std::size_t pages) {
    diag::Diagnostics diags;
    REQUIRE(press::impose(sides(pages, kPage), two_by_two(scheme), document::Printed::BothSides,
                          diags));
    return diags.list().empty() ? "" : diags.list().front().message;
  };
  CHECK(told(Scheme::CutAndStack, 2) ==
        "`test` cuts a sheet into 4 leaves, and the document has 1: 3 places stay empty");
  CHECK(told(Scheme::CutAndStack, 7) == "");
  CHECK(told(Scheme::CutAndStack, 14) ==
        "`test` cuts a sheet into 4 leaves, and the document has 7: 1 place stays empty");
  CHECK(told(Scheme::CutAndStack, 16) == "");
  CHECK(told(Scheme::StepAndRepeat, 2) == "");
}

TEST_CASE("a stack with empty places has the marks of a full one") {
  const auto cuts = [](std::size_t pages) {
    const auto list = imposed(sides(pages, kPage), two_by_two(Scheme::CutAndStack));
    const press::MarkPlaces places = press::mark_places(list, 0, {});
    return std::pair(places.cuts_across.back(), places.cuts_down.back());
  };
  CHECK(cuts(2) == std::pair(Length::pt(418), Length::pt(246)));
  CHECK(cuts(2) == cuts(8));
}

TEST_CASE("a back lies behind its front, however sheet and page are turned") {
  for (const Scheme scheme : {Scheme::NUp, Scheme::StepAndRepeat, Scheme::CutAndStack}) {
    for (const auto flip : {document::Flip::LongEdge, document::Flip::ShortEdge}) {
      for (const bool quarter : {false, true}) {
        Imposition imposition = two_by_two(scheme);
        imposition.flip = flip;
        imposition.quarter_turn = quarter;
        const auto list =
            imposed(sides(2, quarter ? Size{kPage.height, kPage.width} : kPage), imposition);
        const display::Page &front = list.pages.at(0), &back = list.pages.at(1);
        const Length width = list.forms[0].trim.width;
        for (std::size_t i = 0; i < front.placed.size(); ++i) {
          const Point on_front{Length::pt(30), Length::pt(50)};
          const Point on_back{width - on_front.x, on_front.y};
          const Point a = on_sheet(front, front.placed[i], on_front);
          const Point b = on_sheet(back, back.placed[i], on_back);
          const bool level = flip == document::Flip::LongEdge;  // the sheet is wider than high
          const Point behind = level ? Point{a.x, imposition.sheet.height - a.y}
                                     : Point{imposition.sheet.width - a.x, a.y};
          CHECK(near(b, behind));
        }
      }
    }
  }
}

TEST_CASE("work and turn puts each back where the turned sheet has its front") {
  Imposition imposition = two_by_two(Scheme::WorkAndTurn);
  const auto list = imposed(sides(2, kPage), imposition);
  REQUIRE(list.pages.size() == 1);
  const auto& placed = list.pages[0].placed;
  REQUIRE(placed.size() == 4);
  const Point a = on_sheet(list.pages[0], placed[0], {Length::pt(30), Length::pt(50)});
  const Point b =
      on_sheet(list.pages[0], placed[1], {kPage.width - Length::pt(30), Length::pt(50)});
  CHECK(near(b, {imposition.sheet.width - a.x, a.y}));
}

TEST_CASE("boxes of a sheet are exact, and bleeds meet in the middle of a gutter") {
  const auto list = imposed(sides(1, kPage), two_by_two(Scheme::StepAndRepeat));
  const display::Page& sheet = list.pages.at(0);
  CHECK(words({{}, {}, sheet.trim.width, sheet.trim.height}) == "0 0 418 246");
  CHECK(words(sheet.bleed) == "-9 -9 436 264");
  // 460 × 350 pt can be printed on, from 20, 10; the block stands in their middle.
  CHECK(words(sheet.media) == "-41 -62 500 400");
  CHECK(words(sheet.placed[0].clip->bounds().value()) == "-9 -9 218 132");
  CHECK(words(sheet.placed[3].clip->bounds().value()) == "209 123 218 132");
  Imposition narrow = two_by_two(Scheme::StepAndRepeat);
  narrow.gutter_across = Length::pt(6);
  narrow.gutter_down = Length::pt(30);
  const auto close = imposed(sides(1, kPage), narrow);
  CHECK(words(close.pages[0].placed[0].clip->bounds().value()) == "-9 -9 212 138");
  CHECK(words(close.pages[0].placed[3].clip->bounds().value()) == "203 141 212 138");
}

TEST_CASE("tiles show all of a sign, with overlaps") {
  Imposition imposition;
  imposition.scheme = Scheme::Tile;
  imposition.sheet = {Length::pt(300), Length::pt(400)};
  imposition.margin = Insets::all(Length::pt(20));
  imposition.overlap = Length::pt(36);
  const auto list = imposed(sides(1, {Length::pt(700), Length::pt(360)}), imposition);
  // Of 260 pt across a tile adds 224: 260 + 224 + 216 are 700.
  REQUIRE(list.pages.size() == 3);
  CHECK(list.pages[2].name == "side 1, row 1 of 1, column 3 of 3");
  CHECK(words(list.pages[0].media) == "0 0 300 400");
  // There is room for 4 pt of bleed at the left and right, and for none above and below.
  CHECK(words(list.pages[0].placed[0].clip->bounds().value()) == "20 20 260 360");
  CHECK(words(list.pages[2].placed[0].clip->bounds().value()) == "20 20 260 360");
  CHECK(list.pages[0].placed[0].map.e == Approx(20 + 4));
  CHECK(list.pages[1].placed[0].map.e == Approx(20 + 4 - 224));
}

TEST_CASE("one side has no back to turn to") {
  using document::Printed;
  for (const auto& [count, printed] :
       {std::pair<std::size_t, Printed>{1, Printed::BothSides}, {2, Printed::OneSide}}) {
    diag::Diagnostics diags;
    CHECK_FALSE(
        press::impose(sides(count, kPage), two_by_two(Scheme::WorkAndTurn), printed, diags));
    REQUIRE(diags.list().size() == 1);
    CHECK(diags.list()[0].id == diag::DiagnosticId::BadImposition);
  }
}

}  // namespace handbill::test
