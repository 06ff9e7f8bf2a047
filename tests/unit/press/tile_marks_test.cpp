// SPDX-License-Identifier: MIT
#include "press/tile_marks.h"

#include <catch2/catch.hpp>

#include "base/number.h"
#include "press/impose.h"
#include "support/document_values.h"

namespace handbill::test {
namespace {

document::Imposition tiles_of(double margin) {
  document::Imposition imposition;
  imposition.name = "tiles";
  imposition.scheme = document::Scheme::Tile;
  imposition.sheet = {Length::pt(300), Length::pt(400)};
  imposition.margin = Insets::all(Length::pt(margin));
  imposition.overlap = Length::pt(36);
  return imposition;
}

struct Marked {
  display::PageList pages;
  diag::Diagnostics diags;
};

/// A sign of 412 by 260 pt without bleed, on tiles with a margin.
Marked marked(const document::Imposition& imposition, const Squares& squares,
              document::Document document = one_side({})) {
  document.slug_style = squares_style(squares).text;
  display::Page sign;
  sign.name = "sign";
  sign.trim = {Length::pt(412), Length::pt(260)};
  sign.bleed = sign.media = Rect{{}, {}, sign.trim.width, sign.trim.height};
  display::PageList pages;
  pages.pages.push_back(sign);
  Marked result;
  auto tiles =
      press::impose(std::move(pages), imposition, document::Printed::OneSide, result.diags);
  REQUIRE(tiles);
  result.pages =
      press::add_tile_marks(document, imposition, std::move(*tiles), squares.book, result.diags);
  return result;
}

/// "20 29-38 solid": an upright tick at 20 from 29 to 38.
std::vector<std::string> ticks(const display::Page& page) {
  std::vector<std::string> result;
  for (const display::Item& item : page.items) {
    const auto* shape = std::get_if<display::Shape>(&item.content);
    if (shape == nullptr) continue;
    CHECK(shape->stroke->color == color::Color::black());
    const Rect box = shape->path.bounds().value();
    const bool upright = box.width <= Length();
    const auto number = [](Length length) { return format_number(length.pt(), 2); };
    result.push_back((upright ? "x " + number(box.left) + " from " + number(box.top) + " to " +
                                    number(box.bottom())
                              : "y " + number(box.top) + " from " + number(box.left) + " to " +
                                    number(box.right())) +
                     (shape->stroke->dash.empty() ? "" : " dashed"));
  }
  return result;
}

std::string label(const display::Page& page) {
  std::string words;
  for (const display::Item& item : page.items) {
    if (const auto* run = std::get_if<display::GlyphRun>(&item.content)) words += run->text;
  }
  return words;
}

}  // namespace

TEST_CASE("a tile is cut where the sign ends, and covered where the next is laid on") {
  const Squares squares;
  // 260 pt of each tile show the sign: the second goes on 36 pt before the first ends.
  const Marked two = marked(tiles_of(20), squares);
  REQUIRE(two.pages.pages.size() == 2);
  // The foot is too low for the words; the ticks of the first tile stand already.
  REQUIRE(two.diags.list().size() == 1);
  const auto wide = [&] {
    auto imposition = tiles_of(20);
    imposition.margin.bottom = Length::pt(120);
    return imposition;
  };
  const Marked fine = marked(wide(), squares);
  CHECK(fine.diags.list().empty());
  REQUIRE(fine.pages.pages.size() == 2);
  CHECK(ticks(fine.pages.pages[0]) ==
        std::vector<std::string>{"x 20 from 9 to 18", "x 20 from 282 to 291", "y 20 from 9 to 18",
                                 "y 20 from 282 to 291", "x 244 from 9 to 18 dashed",
                                 "x 244 from 282 to 291 dashed", "y 280 from 9 to 18",
                                 "y 280 from 282 to 291"});
  // The last shows 188 pt, without bleed to spare.
  CHECK(ticks(fine.pages.pages[1]) ==
        std::vector<std::string>{"x 20 from 9 to 18", "x 20 from 282 to 291", "y 20 from 9 to 18",
                                 "y 20 from 210 to 219", "x 208 from 9 to 18",
                                 "x 208 from 282 to 291", "y 280 from 9 to 18",
                                 "y 280 from 210 to 219"});
}

TEST_CASE("a tile says which it is and what to do, and whether it is a draft") {
  const Squares squares;
  auto imposition = tiles_of(20);
  imposition.margin.bottom = Length::pt(120);
  document::Document draft = one_side({});
  draft.draft = true;
  CHECK(label(marked(imposition, squares).pages.pages[0]) ==
        "sign, row 1 of 1, column 1 of 2: cut at the lines, glue outside the dashes, lay the next "
        "sheet on");
  CHECK(label(marked(imposition, squares, draft).pages.pages[1]) ==
        "DRAFT · sign, row 1 of 1, column 2 of 2: cut at the lines");
}

TEST_CASE("margins hold the ticks, and the words below them") {
  const Squares squares;
  // A gap of 2 pt and a tick of 9.
  for (const double margin : {10.9, 11.0}) {
    auto imposition = tiles_of(margin);
    imposition.margin.bottom = Length::pt(120);
    const Marked found = marked(imposition, squares);
    CHECK(found.diags.list().empty() == (margin == 11.0));
    if (margin == 11.0) continue;
    CHECK(found.diags.list()[0].message ==
          "the margins of `tiles` have no room for the marks of tiles");
    CHECK(found.diags.list()[0].hints ==
          std::vector<std::string>{"`margin = \"0.2 in\"` is enough"});
  }
}

TEST_CASE("the foot of a tile is its ticks, a line of words and what is kept free") {
  document::Document document = one_side({});
  CHECK(press::tile_foot(document).pt() == Approx(13 + 7 * 1.25));
  document.sheet.safe = Length::pt(10);
  CHECK(press::tile_foot(document).pt() == Approx(23 + 7 * 1.25));
}

}  // namespace handbill::test
