// SPDX-License-Identifier: MIT
#include "preview/fold_pictures.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "document/fold.h"
#include "support/document_values.h"

namespace handbill::test {
namespace {

using document::FoldKind;

/// Sheets of 12 by 8 inches; without a fold, one that lies flat.
document::Document folded(const document::Folding& folding, std::size_t sides = 2) {
  document::Document document;
  const Length width = Length::inch(12), height = Length::inch(8);
  document.sheet.trim = {width, height};
  document.sheet.cover = document::cover_panel(folding);
  const auto widths = document::panel_widths(folding, width);
  for (std::size_t i = 0; i < sides; ++i) {
    document::Side& side = document.sides.emplace_back();
    side.name = i == 0 ? "outside" : "inside";
    side.folds = document::outside_folds(folding.kind, widths);
    if (i == 1) side.folds = document::turned_over(side.folds, width);
    Length left{};
    for (const Length each : i == 0 ? widths : document::mirrored(widths)) {
      side.panels.push_back({"", {left, {}, each, height}});
      left += each;
    }
  }
  return document;
}

display::PageList pictures(const document::Document& document) {
  display::PageList pages;
  for (const document::Side& side : document.sides) {
    display::Page& page = pages.pages.emplace_back();
    page.name = side.name;
    page.trim = document.sheet.trim;
  }
  const font::FontBook fonts({});
  return preview::fold_pictures(document, std::move(pages), fonts);
}

bool same(const Rect& a, const Rect& b) { return a.contains(b) && b.contains(a); }

/// Which panel of its side a placed page shows: the one whose box fills the clip.
std::string panel_shown(const document::Side& side, const display::PlacedPage& placed) {
  for (std::size_t i = 0; i < side.panels.size(); ++i) {
    const auto box = Path::rect(side.panels[i].box).transformed(placed.map).bounds();
    if (same(*box, *placed.clip->bounds())) return std::to_string(i + 1);
  }
  return "?";
}

/// The panels of a picture in the order they are painted: "o3" is the third of the outside from
/// the left, "i1" the first of the inside.
std::string painted(const document::Document& document, const display::Page& picture) {
  std::string result;
  for (const display::PlacedPage& placed : picture.placed) {
    if (placed.form >= document.sides.size()) continue;
    if (!result.empty()) result += ' ';
    result += (placed.form == 0 ? "o" : "i") + panel_shown(document.sides[placed.form], placed);
  }
  return result;
}

TEST_CASE("a sheet that is not folded is shown flat") {
  const auto document = folded({});
  const auto list = pictures(document);
  REQUIRE(list.pages.size() == 2);
  CHECK(list.pages[0].name == "flat");
  CHECK(list.pages[1].name == "reading");
  REQUIRE(list.pages[0].placed.size() >= 2);
}

TEST_CASE("pictures of folded pieces show the right panels, the upper after the lower ones") {
  struct Case {
    const char* what;
    document::Folding folding;
    const char* folded;  ///< front, then back
    const char* opening;
  };
  const auto cases = std::to_array<Case>({
      {"half", {FoldKind::Half, 2}, "i2 o2 i1 o1", "i1 i2"},
      {"C", {FoldKind::C, 3}, "i2 o1 o3 i1 i3 o2", "i1 i2 o1"},
      {"Z", {FoldKind::Z, 3}, "o1 i2 o3 i1 o2 i3", "o1 i1 i2"},
      {"roll", {FoldKind::Roll, 4}, "i2 i4 o2 o4 i1 i3 o1 o3", "i1 i2 i4 o2"},
      {"gate", {FoldKind::Gate, 3}, "i2 o1 o3 i1 i3 o2", "i1 i2 i3"},
      {"closed gate", {FoldKind::ClosedGate, 4}, "i3 o1 i1 o3 i2 o4 i4 o2", "i2 i3 o1 o4"},
      {"double parallel", {FoldKind::DoubleParallel, 4}, "i2 o2 i4 o4 i1 o1 i3 o3", "i1 i2 o1 o2"},
  });
  for (const Case& each : cases) {
    INFO(each.what);
    const auto document = folded(each.folding);
    const auto list = pictures(document);
    REQUIRE(list.pages.size() == 4);
    CHECK(list.pages[2].name == "folded");
    CHECK(painted(document, list.pages[2]) == each.folded);
    CHECK(list.pages[3].name == "opening");
    CHECK(painted(document, list.pages[3]) == each.opening);
  }
}

TEST_CASE("a side that is not printed is blank paper") {
  const auto document = folded({FoldKind::Half, 2}, 1);
  const auto list = pictures(document);
  CHECK(painted(document, list.pages[2]) == "o2 o1");
  REQUIRE(list.forms.size() > 1);
  CHECK(list.forms[1].items.size() == 1);
}

TEST_CASE("pictures show their pieces whole, and no press's lines on them") {
  auto document = folded({FoldKind::Gate, 3});
  display::PageList pages;
  for (std::size_t i = 0; i < 2; ++i) {
    display::Page& page = pages.pages.emplace_back();
    page.trim = document.sheet.trim;
    display::Item& fold = page.items.emplace_back();
    fold.step = display::ProcessingStep::Folding;
  }
  const font::FontBook fonts({});
  const auto list = preview::fold_pictures(document, std::move(pages), fonts);
  CHECK(list.forms[0].items.size() == 1);  // paper
  for (const display::Page& picture : list.pages) {
    const Rect canvas{{}, {}, picture.trim.width, picture.trim.height};
    for (const display::PlacedPage& placed : picture.placed) {
      if (placed.clip) CHECK(canvas.contains(*placed.clip->bounds()));
    }
  }
}

}  // namespace
}  // namespace handbill::test
