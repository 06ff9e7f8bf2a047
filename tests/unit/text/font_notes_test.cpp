// SPDX-License-Identifier: MIT
#include "text/font_notes.h"

#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "text/scripts.h"
#include "unit/text/text_helpers.h"

namespace handbill::text {
namespace {

using namespace test;

constexpr std::uint32_t kLatin = iso_tag('L', 'a', 't', 'n');
constexpr std::uint32_t kEthiopic = iso_tag('E', 't', 'h', 'i');

const diag::Span kFirst{diag::FileId{0}, 7, 9};
const diag::Span kLater{diag::FileId{0}, 20, 22};

}  // namespace

TEST_CASE("a face is held to the letters of the scripts it writes, and to what stands between") {
  const Squares squares;
  const font::Face& face = squares.fonts.face(squares.font);
  CHECK(writes(face, kLatin));
  CHECK_FALSE(writes(face, kEthiopic));
  for (const char32_t c : U"\u00F3\u1EBF\u201C\u201D\u2014\u20AC\u00B0\u2212") {
    CAPTURE(static_cast<unsigned>(c));
    if (c != 0) CHECK(should_have(face, c, kLatin));
  }
  for (const char32_t c :
       {U'\u260E', U'\u2713', U'\u2192', U'\u2264', U'\u1230', U'\u0633', U'\uFF08'}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK_FALSE(should_have(face, c, kLatin));
  }
  CHECK_FALSE(should_have(face, U'\u201C', kEthiopic));
}

TEST_CASE("letters set from another font are one warning, with the letters") {
  Squares squares;
  const font::FontId other =
      squares.fonts
          .open_bytes(handbill::test::squares_bytes(),
                      {.family = "Rounds", .file = "r.ttf", .package = {}}, squares.diags)
          .value();
  FontNotes notes;
  notes.tell_substitutes(squares.fonts, squares.diags);
  CHECK(squares.diags.list().empty());
  notes.note_substitute(squares.font, other, "\u00F3", kFirst);
  notes.note_substitute(squares.font, other, "\u2014", kLater);
  notes.note_substitute(squares.font, other, "\u00F3", kLater);
  notes.tell_substitutes(squares.fonts, squares.diags);
  REQUIRE(squares.diags.list().size() == 1);
  CHECK(squares.diags.list()[0].span == kFirst);
  CHECK(squares.diags.list()[0].message ==
        "font `Squares-Regular` has no `\u00F3` and `\u2014`, so `Rounds` sets them among its "
        "letters");
}

TEST_CASE("a script that no font has is one error, with twelve of its letters at most") {
  Squares squares;
  const auto told = [&](std::string text) {
    diag::Diagnostics diags;
    shape(squares.paragraph(std::move(text)), squares.fonts, diags);
    REQUIRE(diags.list().size() == 1);
    CHECK(diags.list()[0].id == diag::DiagnosticId::GlyphMissing);
    return diags.list()[0].message;
  };
  CHECK(told("a \u1230\u120B\u121D \u1230") ==
        "no font here has Ethiopic: `\u1230`, `\u120B` and `\u121D`");
  std::string letters;
  for (char32_t c = 0x1200; c < 0x120C; ++c) handbill::append_utf8(letters, c);
  CHECK_THAT(told(letters), Catch::EndsWith(" and `\u120B`"));
  CHECK_THAT(told(letters + "\u1210"), Catch::EndsWith(", `\u120B` and 1 more"));
}

}  // namespace handbill::text
