// SPDX-License-Identifier: MIT
#include "pdf/part_book.h"

#include <catch2/catch.hpp>
#include <vector>

#include "pdf/deflate.h"
#include "support/squares.h"

namespace handbill::pdf {

TEST_CASE("a font is cut once for the same glyphs, in whatever order they are named") {
  font::FontBook fonts({});
  const char* file = GENERATE("squares.ttf", "squares.otf");
  const font::Face& face = fonts.face(test::open_squares(fonts, file));
  PartBook parts;
  const std::vector<font::GlyphId> first = {1, 2, 3}, again = {3, 1, 2, 2}, other = {1, 2};
  const auto cut = parts.subset(face, first);
  REQUIRE(cut);
  CHECK(parts.subset(face, again) == cut);
  const auto less = parts.subset(face, other);
  REQUIRE(less);
  CHECK(less != cut);
  CHECK(less->new_glyph.size() < cut->new_glyph.size());
  CHECK(cut->bytes == font::subset(face, first)->bytes);
}

TEST_CASE(
    "streams come out deflated as they would anyway, short and long, one differing in its last "
    "byte") {
  PartBook parts;
  Deflater deflater;
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{255}, std::size_t{256}, std::size_t{5000}}) {
    std::string bytes(size, 'a');
    CHECK(parts.deflated(bytes, deflater) == deflater.deflate(bytes));
    CHECK(parts.deflated(bytes, deflater) == deflater.deflate(bytes));
    if (bytes.empty()) continue;
    bytes.back() = 'b';
    CHECK(parts.deflated(bytes, deflater) == deflater.deflate(bytes));
  }
}

}  // namespace handbill::pdf
