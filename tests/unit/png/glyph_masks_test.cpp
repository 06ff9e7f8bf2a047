// SPDX-License-Identifier: MIT
#include "png/glyph_masks.h"

#include <catch2/catch.hpp>

#include "support/broken_font.h"
#include "support/squares.h"

namespace handbill::png {
namespace {

/// The squares of a font that says its em is sixteen units: many em wide.
std::string vast_squares() {
  const std::string font = test::squares_bytes();
  const std::size_t count = test::number_at(font, 4, 2);
  for (std::size_t entry = 12; entry < 12 + 16 * count; entry += 16) {
    if (font.substr(entry, 4) != "head") continue;
    std::string head =
        font.substr(test::number_at(font, entry + 8, 4), test::number_at(font, entry + 12, 4));
    head.replace(18, 2, std::string("\0\x10", 2));
    return test::with_table(font, "head", head);
  }
  return {};
}

}  // namespace

TEST_CASE("glyphs of many em have no mask, which would fill the memory") {
  font::FontBook fonts({});
  diag::Diagnostics diags;
  const auto vast =
      fonts.open_bytes(vast_squares(), {.family = "V", .file = "v", .package = {}}, diags);
  REQUIRE(vast);
  const font::FontId squares = test::open_squares(fonts);
  GlyphMasks masks(fonts);
  const font::GlyphId glyph = fonts.face(squares).glyph_for(U'a');
  REQUIRE(glyph != 0);
  const GlyphMask& made = masks.mask({squares, glyph, 64, 1}, {});
  CHECK_FALSE(made.is_vast);
  CHECK_FALSE(made.coverage.empty());
  const GlyphMask& none = masks.mask({*vast, glyph, 64, 1}, {});
  CHECK(none.is_vast);
  CHECK(none.coverage.empty());
}

}  // namespace handbill::png
