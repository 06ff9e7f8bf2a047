// SPDX-License-Identifier: MIT
#include "preview/reading_picture.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "display/item_kinds.h"
#include "support/document_values.h"

namespace handbill::test {
namespace {

using display::Role;
using display::StructId;

/// Two sides of 4 by 3 inches, which are drawn at their size.
struct Piece {
  document::Document document;
  display::PageList list;

  Piece() {
    document.sheet.trim = {Length::inch(4), Length::inch(3)};
    for (const char* name : {"front", "back"}) {
      document.sides.emplace_back().name = name;
      list.forms.emplace_back().trim = document.sheet.trim;
    }
    list.structure = {{Role::Document, {}, "", {}, 1, 1}};
  }
  StructId add(Role role, StructId parent) {
    list.structure.push_back({role, parent, "", {}, 1, 1});
    return {static_cast<std::uint32_t>(list.structure.size() - 1)};
  }
  /// A square inch, so far from the left.
  void show(std::size_t side, double inches, std::optional<StructId> node,
            std::uint32_t frame = 0) {
    const Rect box{Length::inch(inches), Length::inch(1), Length::inch(1), Length::inch(1)};
    list.forms[side].items.push_back(
        {.content = display::Shape{.path = Path::rect(box)}, .structure = node, .frame = {frame}});
  }
};

/// What is drawn with a line alone over the sides, in inches from the left: the outlines, and the
/// samples of the legend after them.
std::vector<double> outlined(Piece piece) {
  const font::FontBook fonts({});
  const display::Page page =
      preview::reading_picture(piece.document, preview::Arranged::Sides, piece.list, fonts);
  CHECK(page.name == "reading");
  std::vector<double> lefts;
  for (const display::PlacedPage& placed : page.placed) {
    if (placed.form < 2) continue;
    for (const display::Item& item : piece.list.forms[placed.form].items) {
      const auto* shape = display::shape_of(item);
      if (shape != nullptr && shape->stroke && !shape->fill) {
        lefts.push_back(shape->path.bounds()->left.inch());
      }
    }
  }
  return lefts;
}

constexpr std::size_t kLegend = 5;

TEST_CASE("each thing that is read has an outline, and decoration none") {
  Piece piece;
  piece.show(0, 0, piece.add(Role::Heading1, {0}));
  piece.show(0, 2, piece.add(Role::Paragraph, {0}));
  piece.show(0, 3, std::nullopt);
  const std::vector<double> lefts = outlined(piece);
  REQUIRE(lefts.size() == 2 + kLegend);
  CHECK(lefts[1] - lefts[0] == Approx(2));
}

TEST_CASE("a table has one outline, and another where it goes on in a further frame") {
  Piece piece;
  const StructId table = piece.add(Role::Table, piece.add(Role::Section, {0}));
  const StructId row = piece.add(Role::TableRow, table);
  const StructId one = piece.add(Role::TableCell, row), two = piece.add(Role::TableCell, row);
  piece.show(0, 0, one);
  piece.show(0, 1, two);
  CHECK(outlined(piece).size() == 1 + kLegend);
  piece.show(0, 3, two, 1);
  CHECK(outlined(piece).size() == 2 + kLegend);
  piece.show(1, 3, two, 1);
  CHECK(outlined(piece).size() == 3 + kLegend);
}

TEST_CASE("what lies beyond the trim is not outlined") {
  Piece piece;
  piece.show(0, 4.01, piece.add(Role::Paragraph, {0}));
  CHECK(outlined(piece).size() == kLegend);
  piece.show(0, 3.99, piece.add(Role::Paragraph, {0}));
  CHECK(outlined(piece).size() == 1 + kLegend);
}

}  // namespace
}  // namespace handbill::test
