// SPDX-License-Identifier: MIT
// Pages on sheets that are folded: how far creep moves them, what is between them, what is told.
#include "press/bind_pages.h"

#include <catch2/catch.hpp>

#include "base/number.h"
#include "support/document_values.h"

namespace handbill::test {
namespace {

using document::Imposition;
using document::Scheme;

constexpr Size kLeaf = {Length::pt(200), Length::pt(120)};
constexpr Length kLeafBleed = Length::pt(9);

display::PageList leaves(std::size_t count) {
  display::PageList pages;
  for (std::size_t i = 0; i < count; ++i) {
    display::Page page;
    page.trim = kLeaf;
    page.bleed = page.media = Rect{{}, {}, kLeaf.width, kLeaf.height}.outset(kLeafBleed);
    pages.pages.push_back(page);
  }
  return pages;
}

/// Of paper a point thick.
document::Document book() {
  document::Document document = one_side({});
  document.sheet.trim = kLeaf;
  document.sheet.bleed = kLeafBleed;
  document.sheet.safe = Length::pt(9);
  document.sheet.caliper = Length::pt(1);
  return document;
}

Imposition stitched() {
  Imposition result;
  result.name = "test";
  result.scheme = Scheme::SaddleStitch;
  result.sheet = {Length::pt(500), Length::pt(200)};
  result.flip = document::Flip::ShortEdge;
  return result;
}

Imposition glued() {
  Imposition result = stitched();
  result.scheme = Scheme::PerfectBinding;
  result.binding.signature = 16;
  result.binding.mill = Length::pt(9);
  return result;
}

struct Bound {
  std::optional<press::BoundSheets> sheets;
  std::string said;
  std::size_t warnings = 0;
};

Bound bound(std::size_t pages, const Imposition& imposition, const document::Document& document) {
  diag::Diagnostics diags;
  Bound result{press::bind_pages(document, leaves(pages), imposition, diags), {}, 0};
  CHECK(result.sheets.has_value() == !diags.has_errors());
  for (const diag::Diagnostic& each : diags.list()) {
    result.said += (result.said.empty() ? "" : "; ") + each.message;
  }
  result.warnings = diags.warning_count();
  return result;
}

std::vector<double> shifts(const Bound& bound) {
  std::vector<double> result;
  const display::PageList& list = bound.sheets->sheets;
  for (std::size_t i = 0; i < list.pages.size(); i += 2) {
    result.push_back(list.pages[i].placed[0].map.e);
  }
  return result;
}

}  // namespace

TEST_CASE("each sheet moves its pages by a thickness of paper more than the one round it") {
  CHECK(shifts(bound(16, stitched(), book())) == std::vector<double>{0, 1, 2, 3});
  Imposition given = stitched();
  given.binding.creep = Length::pt(6);
  CHECK(shifts(bound(16, given, book())) == std::vector<double>{0, 2, 4, 6});
  given.binding.creep = Length();
  CHECK(shifts(bound(16, given, book())) == std::vector<double>{0, 0, 0, 0});
  CHECK(shifts(bound(4, stitched(), book())) == std::vector<double>{0});
}

TEST_CASE("a cover apart pushes out what is stitched into it by its own thickness") {
  Imposition covered = stitched();
  covered.binding.has_cover = true;
  CHECK(shifts(bound(12, covered, book())) == std::vector<double>{0, 1, 2});
  covered.binding.cover_caliper = Length::pt(3);
  CHECK(shifts(bound(12, covered, book())) == std::vector<double>{0, 3, 4});
  covered.binding.creep = Length::pt(6);
  CHECK(shifts(bound(12, covered, book())) == std::vector<double>{0, 3, 6});
}

TEST_CASE("sections lie beside each other, so creep starts anew in each") {
  Imposition sewn = stitched();
  sewn.binding.signature = 8;
  CHECK(shifts(bound(16, sewn, book())) == std::vector<double>{0, 1, 0, 1});
  Imposition covered = glued();
  covered.binding.signature = 8;
  covered.binding.has_cover = true;
  covered.binding.cover_caliper = Length::pt(3);
  CHECK(shifts(bound(20, covered, book())) == std::vector<double>{0, 0, 1, 0, 1});
}

TEST_CASE("creep moves pages, not the trim, and nothing runs over the fold") {
  const Bound result = bound(8, stitched(), book());
  const display::Page& inner = result.sheets->sheets.pages[2];
  CHECK(inner.trim == Size{Length::pt(400), Length::pt(120)});
  CHECK(inner.placed[0].map.e == Approx(1));
  CHECK(inner.placed[1].map.e == Approx(199));
  const Rect left = inner.placed[0].clip->bounds().value();
  const Rect right = inner.placed[1].clip->bounds().value();
  CHECK(left.left.pt() == Approx(-9));
  CHECK(left.right().pt() == Approx(200));
  CHECK(right.left.pt() == Approx(200));
  CHECK(right.right().pt() == Approx(409));
  const press::MarkPlaces& places = result.sheets->places[2];
  CHECK(places.cuts_across == std::vector<Length>{{}, Length::pt(400)});
  CHECK(places.cuts_down == std::vector<Length>{{}, Length::pt(120)});
  CHECK(places.folds_across == std::vector<Length>{Length::pt(200)});
}

TEST_CASE("what is milled off lies between the pages, and a cover has its spine there") {
  Imposition covered = glued();
  covered.binding.has_cover = true;
  const Bound result = bound(20, covered, book());
  const display::PageList& list = result.sheets->sheets;
  // Eight leaves of a point.
  CHECK(list.pages[0].name == "cover outside");
  CHECK(list.pages[0].trim.width.pt() == Approx(408));
  CHECK(result.sheets->places[0].folds_across ==
        std::vector<Length>{Length::pt(200), Length::pt(208)});
  CHECK(list.pages[2].trim.width.pt() == Approx(418));
  CHECK(list.pages[2].placed[1].map.e == Approx(218));
  CHECK(result.sheets->places[2].folds_across == std::vector<Length>{Length::pt(209)});
}

TEST_CASE("a cover round several sections has a spine, round one that is stitched none") {
  Imposition covered = stitched();
  covered.binding.has_cover = true;
  CHECK(bound(20, covered, book()).sheets->sheets.pages[0].trim.width.pt() == Approx(400));
  covered.binding.signature = 8;
  CHECK(bound(20, covered, book()).sheets->sheets.pages[0].trim.width.pt() == Approx(408));
}

TEST_CASE("the back of a sheet lies behind its front, however it is turned") {
  for (const auto flip : {document::Flip::LongEdge, document::Flip::ShortEdge}) {
    Imposition imposition = stitched();
    imposition.flip = flip;
    imposition.margin = {Length::pt(30), Length::pt(10), Length::pt(30), Length::pt(10)};
    const Bound result = bound(8, imposition, book());
    for (std::size_t i : {0, 2}) {
      const display::Page& front = result.sheets->sheets.pages[i];
      const display::Page& back = result.sheets->sheets.pages[i + 1];
      // A point of the front's right page, and the one behind it on the back's left.
      const Point a =
          front.placed[1].map.apply({Length::pt(30), Length::pt(50)}) - front.media.origin();
      const Point b = back.placed[0].map.apply({kLeaf.width - Length::pt(30), Length::pt(50)}) -
                      back.media.origin();
      const bool is_upright = flip == document::Flip::ShortEdge;  // the sheet is wider than high
      const Point behind = is_upright ? Point{imposition.sheet.width - a.x, a.y}
                                      : Point{a.x, imposition.sheet.height - a.y};
      CHECK(b.x.pt() == Approx(behind.x.pt()));
      CHECK(b.y.pt() == Approx(behind.y.pt()));
    }
  }
}

TEST_CASE("several sections have collating marks, a stair down their backs") {
  Imposition sewn = stitched();
  sewn.binding.signature = 4;
  document::Document tall = book();
  const Bound result = bound(12, sewn, tall);
  std::vector<double> tops;
  for (const display::Page& page : result.sheets->sheets.pages) {
    for (const display::Item& item : page.items) {
      const auto& bar = std::get<display::Shape>(item.content);
      tops.push_back(bar.path.bounds().value().top.mm());
    }
  }
  REQUIRE(tops.size() == 3);
  CHECK(tops[1] - tops[0] == Approx(5));
  CHECK(bound(12, stitched(), tall).sheets->sheets.pages[0].items.empty());
}

TEST_CASE("pages that can't be bound are told of, and what to do") {
  CHECK(bound(6, stitched(), book()).said ==
        "`test` binds sheets of 4 pages, and the document has 6 pages");
  CHECK(bound(1, stitched(), book()).said ==
        "`test` binds sheets of 4 pages, and the document has 1 page");
  CHECK(bound(8, stitched(), book()).warnings == 0);
  Imposition covered = stitched();
  covered.binding.has_cover = true;
  CHECK(bound(4, covered, book()).said ==
        "a cover apart takes 4 pages, and the document has no more");
  CHECK(bound(8, covered, book()).sheets);
  document::Document one_sided = book();
  one_sided.sheet.printed = document::Printed::OneSide;
  CHECK(bound(8, stitched(), one_sided).said ==
        "`test` prints both sides of a sheet, and `[sheet]` says that one is printed");
  document::Document folded = book();
  folded.sides[0].folds = {{.x = Length::pt(100)}};
  CHECK(bound(8, stitched(), folded).said ==
        "`test` folds the sheets itself, and the pages have folds of their own");
}

TEST_CASE("creep of more than the safe area is told of") {
  document::Document document = book();
  Imposition given = stitched();
  given.binding.creep = document.sheet.safe;
  CHECK(bound(8, given, document).warnings == 0);
  given.binding.creep = document.sheet.safe + Length::pt(0.1);
  CHECK(bound(8, given, document).warnings == 1);
  document.sheet.caliper = {};
  CHECK(bound(8, stitched(), document).said.starts_with("how thick the paper is is not known"));
  CHECK(bound(4, stitched(), document).warnings == 0);
  CHECK(bound(8, given, document).warnings == 1);
}

TEST_CASE("more pages than one fold holds are told of, and fewer than a spine needs") {
  document::Document thin = book();
  thin.sheet.caliper = Length::pt(0.1);
  CHECK(bound(80, stitched(), thin).warnings == 0);
  CHECK(bound(84, stitched(), thin).warnings == 1);
  Imposition sewn = stitched();
  sewn.binding.signature = 16;
  CHECK(bound(84, sewn, thin).warnings == 0);
  // 0.06 in are 4.32 pt.
  thin.sheet.caliper = Length::pt(4.32 / 8);
  CHECK(bound(16, glued(), thin).warnings == 0);
  thin.sheet.caliper = Length::pt(4.2 / 8);
  CHECK(bound(16, glued(), thin).warnings == 1);
}

TEST_CASE("a cover goes on its sheet with its spine, or is told of") {
  Imposition covered = glued();
  covered.binding.has_cover = true;
  covered.binding.mill = {};
  covered.binding.spine = Length::pt(30);
  // 400 of pages, 30 of spine, 18 of bleed.
  covered.sheet.width = Length::pt(448);
  CHECK(bound(20, covered, book()).sheets);
  covered.sheet.width = Length::pt(447.9);
  CHECK_FALSE(bound(20, covered, book()).sheets);
  covered.binding.spine.reset();
  document::Document unknown = book();
  unknown.sheet.caliper = {};
  const Bound without = bound(20, covered, unknown);
  CHECK(without.said == "how wide the spine of the cover is is not known");
}

TEST_CASE("the note tells sheets, sections, creep and spine") {
  CHECK(bound(8, stitched(), book()).said ==
        "2 sheets; pages move up to 0.35 mm to the spine against creep");
  Imposition covered = glued();
  covered.binding.has_cover = true;
  covered.binding.cover_stock = "silk cover, 250 gsm";
  CHECK(bound(36, covered, book()).said ==
        "9 sheets in 2 sections, the cover one of them (silk cover, 250 gsm); pages move up to "
        "1.06 mm to the spine against creep; 3.17 mm of each back are milled off; the cover is "
        "146.76 mm wide, 5.64 mm of it spine");
  CHECK(bound(16, glued(), book()).said ==
        "4 sheets; pages move up to 1.06 mm to the spine against creep; 3.17 mm of each back are "
        "milled off; a cover for it is 143.93 mm wide, 2.82 mm of it spine");
}

}  // namespace handbill::test
