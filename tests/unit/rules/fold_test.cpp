// SPDX-License-Identifier: MIT
// Stock that cracks where it is folded, and what is printed there.
#include "unit/rules/prints.h"

namespace handbill::rules {
namespace {

using namespace test;  // NOLINT: the words of this file

std::vector<std::string> said_of(const plates::Print& print, const SheetFacts& sheet) {
  diag::Diagnostics diags;
  judge(print, house_rules("sheetfed-cmyk", sheet), diags);
  std::vector<std::string> all;
  for (const diag::Diagnostic& each : diags.list()) all.push_back(each.message);
  return all;
}

SheetFacts unscored(double grams) {
  SheetFacts sheet = good_sheet();
  sheet.scored = false;
  sheet.grams = grams;
  return sheet;
}

}  // namespace

TEST_CASE("stock that cracks is told with its weight in whole grams") {
  plates::Print print = good_print();
  put(print, area(box(100, 100, 160, 80), kTwoInks));
  CHECK(said_of(print, unscored(118.4)) ==
        std::vector<std::string>{
            "a solid of 180 % ink crosses the fold at 2.5 in from the left on unscored stock of "
            "118 g/m²: ink cracks there",
            "stock of 118 g/m² is folded without a score: above 115 g/m² folds are scored"});
  CHECK(said_of(print, unscored(115)).empty());
  print.pages[0].folds.clear();
  CHECK(said_of(print, unscored(118.4)).empty());
}

TEST_CASE("what cracks on a fold is an area across it, by its darkest colour") {
  const auto found = [](const plates::Object& object) {
    plates::Print print = good_print();
    put(print, object);
    return said_of(print, unscored(118)).size() == 2;
  };
  const plates::Paint dark = cmyk(0.6, 0.6, 0, 0), light = cmyk(0.4, 0.4, 0, 0);
  CHECK(found(area(box(100, 100, 160, 80), dark)));
  CHECK_FALSE(found(area(box(100, 100, 160, 80), light)));
  // Half a point across the fold is where areas end.
  CHECK_FALSE(found(area(box(100, 100, 80.5, 80), dark)));
  CHECK(found(area(box(100, 100, 80.6, 80), dark)));
  CHECK_FALSE(found(area(box(179.5, 100, 80, 80), dark)));
  CHECK(found(area(box(179.4, 100, 80, 80), dark)));
  plates::Object mask = area(box(100, 100, 160, 80), dark);
  mask.kind = plates::Kind::Picture;
  mask.picture = picture(4000, 1, box(100, 100, 160, 80)).picture;
  mask.picture->mask = true;
  CHECK_FALSE(found(mask));
  plates::Object gradient = area(box(100, 100, 160, 80), light);
  gradient.kind = plates::Kind::Shading;
  const auto shading = [&](const plates::Paint& middle) {
    plates::Shading made;
    made.stops = {{0, light}, {0.5, middle}, {1, light}};
    return std::make_shared<const plates::Shading>(made);
  };
  gradient.shading = shading(dark);
  CHECK(found(gradient));
  gradient.shading = shading(light);
  CHECK_FALSE(found(gradient));
}

}  // namespace handbill::rules
