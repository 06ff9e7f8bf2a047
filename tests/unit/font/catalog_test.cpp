// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "font/font_book.h"

namespace handbill::font {
namespace {

Catalog catalog(std::initializer_list<std::pair<int, Slant>> faces) {
  Catalog result;
  for (const auto& [weight, slant] : faces) {
    result.faces.push_back(
        {.family = "F", .weight = weight, .slant = slant, .file = {}, .package = {}});
  }
  return result;
}

void nearest_is(const Catalog& catalog, int weight, Slant slant, int expected_weight,
                Slant expected_slant) {
  INFO("asked for " << weight);
  const CatalogFace* found = catalog.find("F", weight, slant);
  REQUIRE(found != nullptr);
  CHECK(found->weight == expected_weight);
  CHECK(found->slant == expected_slant);
}

}  // namespace

TEST_CASE("The nearest weight follows CSS Fonts") {
  using enum Slant;
  const Catalog some = catalog({{300, Upright}, {500, Upright}, {700, Upright}, {900, Upright}});
  nearest_is(some, 400, Upright, 500, Upright);
  nearest_is(some, 450, Upright, 500, Upright);
  nearest_is(some, 350, Upright, 300, Upright);
  nearest_is(some, 200, Upright, 300, Upright);
  nearest_is(some, 600, Upright, 700, Upright);
  nearest_is(some, 1000, Upright, 900, Upright);
  nearest_is(catalog({{300, Upright}, {600, Upright}}), 500, Upright, 300, Upright);
  nearest_is(catalog({{600, Upright}, {800, Upright}}), 400, Upright, 600, Upright);
}

TEST_CASE("Slant counts before weight") {
  using enum Slant;
  const Catalog some = catalog({{400, Upright}, {900, Italic}});
  nearest_is(some, 400, Italic, 900, Italic);
  nearest_is(some, 900, Upright, 400, Upright);
  nearest_is(catalog({{400, Upright}}), 400, Italic, 400, Upright);
}

TEST_CASE("Of faces alike the one drawn for the nearest size is taken") {
  Catalog some = catalog({{400, Slant::Upright}, {400, Slant::Upright}, {700, Slant::Upright}});
  some.faces[0].drawn_for = Length::pt(8);
  some.faces[1].drawn_for = Length::pt(18);
  const auto at = [&](int weight, double size) {
    return some.find("F", weight, Slant::Upright, Length::pt(size)) - some.faces.data();
  };
  // 12 is half as large again as 8, and 18 as 12.
  CHECK(at(400, 6) == 0);
  CHECK(at(400, 12) == 0);
  CHECK(at(400, 12.1) == 1);
  CHECK(at(400, 60) == 1);
  CHECK(at(700, 8) == 2);
  CHECK(some.find("F", 400, Slant::Upright) == &some.faces[0]);
}

TEST_CASE("A family that is not in the catalogue is not found") {
  CHECK(catalog({{400, Slant::Upright}}).find("G", 400, Slant::Upright) == nullptr);
}

TEST_CASE("Families are named once, in the order of the catalogue") {
  Catalog some = catalog({{400, Slant::Upright}, {700, Slant::Upright}});
  some.faces.push_back(
      {.family = "A", .weight = 400, .slant = Slant::Upright, .file = {}, .package = {}});
  CHECK(some.families() == std::vector<std::string>{"F", "A"});
}

}  // namespace handbill::font
