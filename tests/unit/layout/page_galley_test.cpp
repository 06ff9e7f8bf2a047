// SPDX-License-Identifier: MIT
#include "layout/page_galley.h"

#include <catch2/catch.hpp>
#include <memory>

#include "document/galley.h"
#include "unit/layout/placed.h"

namespace handbill::layout {
namespace {

/// Drawings, each of which takes a page.
document::Document galley_of(std::size_t pages) {
  document::Galley galley;
  galley.sheet.trim = {Length::pt(400), Length::pt(400)};
  galley.sheet.margin = Insets::all(Length::pt(72));
  galley.foot_leading = Length::pt(20);
  for (std::size_t i = 0; i < pages; ++i) {
    document::ArtContent art;
    art.art = std::make_shared<const display::Art>();
    galley.blocks.push_back(
        {.content = document::GalleyFigure{art, {Length::pt(200), Length::pt(200)}}});
  }
  document::Document document;
  document.galley = std::make_shared<const document::Galley>(std::move(galley));
  return document;
}

PagedGalley paged(std::size_t pages) {
  const test::Squares squares;
  text::ShapeBook shapes;
  return page_galley(galley_of(pages), {squares.book, shapes});
}

TEST_CASE("an edition has two thousand pages at most") {
  const PagedGalley most = paged(kMostGalleyPages);
  CHECK(most.document.sides.size() == kMostGalleyPages);
  CHECK_FALSE(most.is_cut_short);
  const PagedGalley more = paged(kMostGalleyPages + 1);
  CHECK(more.document.sides.size() == kMostGalleyPages);
  CHECK(more.is_cut_short);
}

TEST_CASE("an edition of nothing is a page with its foot") {
  const PagedGalley none = paged(0);
  REQUIRE(none.document.sides.size() == 1);
  CHECK(none.document.sides[0].frames.size() == 1);
  CHECK(none.document.sides[0].frames[0].is_running);
}

}  // namespace
}  // namespace handbill::layout
