// SPDX-License-Identifier: MIT
#include "font/cids.h"

#include <catch2/catch.hpp>

#include "font/subset.h"
#include "support/squares.h"

namespace handbill::font {
namespace {

using Cids = std::optional<std::vector<std::uint16_t>>;

Subset cut_down(const Face& face, std::u32string_view text) {
  std::vector<GlyphId> glyphs;
  for (const char32_t c : text) glyphs.push_back(face.glyph_for(c));
  auto small = subset(face, glyphs);
  REQUIRE(small);
  REQUIRE(small->outlines == Outlines::Cff);
  return std::move(*small);
}

Cids cids_of(const Subset& small) { return cids_of_glyphs(small.bytes, small.new_glyph.size()); }

}  // namespace

TEST_CASE("Glyphs of a CID-keyed font keep their CIDs in a subset") {
  FontBook book(machine_font_folders());
  diag::Diagnostics diags;
  const auto id = book.open(
      {.family = "Noto Sans CJK", .file = "NotoSansCJK-Regular.ttc", .index = 0, .package = {}},
      diag::MemoryFiles({}), {}, diags);
  REQUIRE(id);
  const Face& face = book.face(*id);
  // In these fonts the number of a glyph is its CID (Adobe-Identity-0).
  const GlyphId one = face.glyph_for(U'\u4e00'), two = face.glyph_for(U'\u6c34');
  REQUIRE(one < two);
  CHECK(cids_of(cut_down(face, U"\u6c34\u4e00")) ==
        Cids({0, static_cast<std::uint16_t>(one), static_cast<std::uint16_t>(two)}));
  CHECK(cids_of(cut_down(face, U"\u6c34")) == Cids({0, static_cast<std::uint16_t>(two)}));
}

TEST_CASE("Glyphs that have names have no CIDs") {
  FontBook book({});
  const Face& face = book.face(test::open_squares(book, "squares.otf"));
  CHECK(cids_of(cut_down(face, U"ab")) == Cids(std::vector<std::uint16_t>()));
}

TEST_CASE("A CFF table that is broken has no CIDs") {
  FontBook book({});
  const Subset whole = cut_down(book.face(test::open_squares(book, "squares.otf")), U"ab");
  CHECK(!cids_of_glyphs("", 2));
  CHECK(!cids_of_glyphs("no font at all", 2));
  for (const std::size_t size : {4, 20, 60}) {
    CHECK(!cids_of_glyphs(whole.bytes.substr(0, size), 2));
  }
}

}  // namespace handbill::font
