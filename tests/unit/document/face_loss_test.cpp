// SPDX-License-Identifier: MIT
#include "document/face_loss.h"

#include <catch2/catch.hpp>

namespace handbill::document {
namespace {

using enum font::Slant;

/// "bold italic > regular", or "" when nothing is lost.
std::string loss(int weight, font::Slant slant, int found_weight, font::Slant found_slant,
                 Hold hold) {
  const font::CatalogFace found{
      .family = "F", .weight = found_weight, .slant = found_slant, .file = "f.ttf", .package = "p"};
  const auto lost = face_loss(weight, slant, found, hold);
  return lost ? lost->wanted + " > " + lost->stand_in : "";
}

}  // namespace

TEST_CASE("a font of a style is held to the very weight and slant") {
  CHECK(loss(400, Upright, 400, Upright, Hold::Exact).empty());
  CHECK(loss(399, Upright, 400, Upright, Hold::Exact) == "weight 399 > regular");
  CHECK(loss(401, Upright, 400, Upright, Hold::Exact) == "weight 401 > regular");
  CHECK(loss(700, Italic, 700, Italic, Hold::Exact).empty());
  CHECK(loss(700, Upright, 400, Upright, Hold::Exact) == "bold > regular");
  CHECK(loss(400, Italic, 400, Upright, Hold::Exact) == "italic > regular");
  CHECK(loss(700, Italic, 400, Italic, Hold::Exact) == "bold italic > italic");
  CHECK(loss(500, Italic, 700, Italic, Hold::Exact) == "weight 500 italic > bold italic");
  CHECK(loss(400, Upright, 400, Italic, Hold::Exact) == "regular > italic");
}

TEST_CASE("a fallback is held to bold and italic") {
  CHECK(loss(599, Upright, 400, Upright, Hold::BoldAndItalic).empty());
  CHECK(loss(600, Upright, 400, Upright, Hold::BoldAndItalic) == "weight 600 > regular");
  CHECK(loss(600, Upright, 599, Upright, Hold::BoldAndItalic) == "weight 600 > weight 599");
  CHECK(loss(900, Upright, 600, Upright, Hold::BoldAndItalic).empty());
  CHECK(loss(500, Italic, 700, Upright, Hold::BoldAndItalic) == "italic > bold");
  CHECK(loss(700, Italic, 400, Upright, Hold::BoldAndItalic) == "bold italic > regular");
}

}  // namespace handbill::document
