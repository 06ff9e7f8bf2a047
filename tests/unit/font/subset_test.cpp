// SPDX-License-Identifier: MIT
#include "font/subset.h"

#include <catch2/catch.hpp>

#include "support/squares.h"

namespace handbill::font {
namespace {

/// The glyphs of a text, character by character.
std::vector<GlyphId> glyphs_of(const Face& face, std::string_view text) {
  std::vector<GlyphId> glyphs;
  for (const char c : text) glyphs.push_back(face.glyph_for(static_cast<unsigned char>(c)));
  return glyphs;
}

std::vector<std::string> table_tags(const std::string& sfnt) {
  std::vector<std::string> tags;
  const int count = static_cast<unsigned char>(sfnt.at(5));
  for (int i = 0; i < count; ++i) tags.push_back(sfnt.substr(12 + 16 * i, 4));
  std::ranges::sort(tags);
  return tags;
}

}  // namespace

TEST_CASE("A TrueType subset is a small font with compact glyph numbers") {
  FontBook book({});
  const Face& face = book.face(test::open_squares(book));
  const auto glyphs = glyphs_of(face, "ba");
  const auto small = subset(face, glyphs);
  REQUIRE(small);
  CHECK(small->outlines == Outlines::TrueType);
  CHECK(small->bytes.size() < face.bytes().size() / 4);
  CHECK(table_tags(small->bytes) ==
        std::vector<std::string>{"glyf", "head", "hhea", "hmtx", "loca", "maxp"});
  CHECK(small->new_glyph ==
        std::map<GlyphId, GlyphId>{{0, 0}, {face.glyph_for('a'), 1}, {face.glyph_for('b'), 2}});
}

TEST_CASE("A CFF subset is the bare table") {
  FontBook book({});
  const Face& face = book.face(test::open_squares(book, "squares.otf"));
  const auto small = subset(face, glyphs_of(face, "ab"));
  REQUIRE(small);
  CHECK(small->outlines == Outlines::Cff);
  CHECK(small->bytes.substr(0, 2) == std::string("\x01\x00", 2));  // CFF 1.0 (Adobe TN 5176, 6)
  CHECK(small->new_glyph.size() == 3);
}

TEST_CASE("The same glyphs give the same bytes, in any order and however often") {
  for (const std::string file : {"squares.ttf", "squares.otf"}) {
    INFO(file);
    FontBook book({}), other({});
    const Face& face = book.face(test::open_squares(book, file));
    const Face& again = other.face(test::open_squares(other, file));
    const auto first = subset(face, glyphs_of(face, "Hello"));
    const auto second = subset(again, glyphs_of(again, "olHeoo"));
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->bytes == second->bytes);
    CHECK(first->new_glyph == second->new_glyph);
  }
}

TEST_CASE("Glyphs a font does not have are left out, and .notdef stays") {
  FontBook book({});
  const Face& face = book.face(test::open_squares(book));
  const std::vector<GlyphId> none{99999};
  const auto small = subset(face, none);
  REQUIRE(small);
  CHECK(small->new_glyph == std::map<GlyphId, GlyphId>{{0, 0}});
}

TEST_CASE("A subset draws what the whole font draws") {
  FontBook book({});
  const Face& face = book.face(test::open_squares(book));
  const auto small = subset(face, glyphs_of(face, "A"));
  REQUIRE(small);
  diag::Diagnostics diags;
  const auto id = book.open_bytes(small->bytes, {.family = "S", .file = "s", .package = {}}, diags);
  REQUIRE(id);
  CHECK(book.face(*id).glyph_count() == 2);
  CHECK(book.face(*id).outline(1) == book.face(FontId{0}).outline(face.glyph_for('A')));
  CHECK(book.face(*id).advance(1) == Approx(1));
}

}  // namespace handbill::font
