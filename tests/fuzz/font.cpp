// SPDX-License-Identifier: MIT
// Any bytes as a font of the project: refused in words, or text of its own letters is set in it and
// written in every format.
#include <hb.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string_view>
#include <vector>

#include "font/font_book.h"
#include "font/subset.h"
#include "fuzz/support/project.h"
#include "fuzz/support/target.h"
#include "spec/clean_text.h"

namespace {

namespace font = handbill::font;
using handbill::fuzz::require;

/// With each of its styles a font does something else.
constexpr const char* kLayout = R"(
title = "Font"
content = ["any"]
[sheet]
size = ["5 in", "20 in"]
[font.any]
family = "Any"
features = ["ss01", "swsh", "frac"]
[style.any]
font = "any"
size = "9 pt"
leading = "11 pt"
align = "justify"
hyphenate = true
drop_cap = { lines = 2 }
[style.caps]
parent = "any"
caps = "small"
align = "start"
figures = "old-style"
tracking = 3
[character.raised]
position = "super"
[character.slanted]
italic = true
weight = 700
[markdown]
p = "any"
h1 = "caps"
strong = "raised"
emphasis = "slanted"
[[side]]
[[side.frame]]
columns = 2
text = "{words.text}"
box = { top = "margin" }
)";

/// What is no draft is printed without marks, which would need letters.
constexpr const char* kContent = R"(
[revision]
date = 2026-11-23
status = "approved"
approved_by = "office manager"
[words]
)";

constexpr const char* kFonts = R"(
[family."Any"]
package = "none"
licence = "MIT"
faces = [{ weight = 400, file = "any.ttf" }]
[family."Squares"]
package = "none"
licence = "MIT"
faces = [{ weight = 400, file = "squares.ttf" }]
)";

/// Characters that the font has, from all of its map: the first, and some of the rest.
std::vector<char32_t> letters(const font::Face& face) {
  constexpr std::size_t kFirst = 64, kMost = 160;
  hb_set_t* const all = hb_set_create();
  hb_face_collect_unicodes(face.hb_face(), all);
  const std::size_t step = hb_set_get_population(all) / (kMost - kFirst) + 1;
  std::vector<char32_t> found;
  hb_codepoint_t c = HB_SET_VALUE_INVALID;
  for (std::size_t i = 0; found.size() < kMost && hb_set_next(all, &c); ++i) {
    const bool is_markup = c <= 0x7F && std::isalnum(static_cast<int>(c)) == 0;
    const bool is_letter = c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF) && !is_markup;
    if (is_letter && !handbill::spec::is_refused(c) && (i < kFirst || i % step == 0)) {
      found.push_back(c);
    }
  }
  hb_set_destroy(all);
  return found;
}

bool has_all(const font::Face& face, std::u32string_view letters) {
  return std::ranges::all_of(letters, [&](char32_t c) { return face.glyph_for(c) != 0; });
}

std::string utf8(std::u32string_view letters) {
  std::string text;
  for (const char32_t c : letters) handbill::append_utf8(text, c);
  return text;
}

/// The characters in words of seven, then some of them as a heading, raised and slanted; and what
/// fonts have rules for.
std::string markdown(const font::Face& face, const std::vector<char32_t>& characters) {
  const bool has_space = has_all(face, U" ");
  std::u32string words, some;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    words += characters[i];
    if (i % 7 == 6 && has_space) words += U' ';
    if (i % 11 == 5) some += characters[i];
  }
  for (const auto* each : {U"fi", U"AV", U"12", U"1/2", U"e\u0301x", U"x\u00adx"}) {
    if (has_all(face, each)) words += each;
  }
  return utf8(words) + "\n\n# " + utf8(some) + "\n\n**" + utf8(some) + "**\n\n*" + utf8(some) + "*";
}

void read_glyphs(const font::Face& face) {
  require(std::isfinite(face.metrics().ascender) && std::isfinite(face.metrics().cap_height));
  std::vector<font::GlyphId> glyphs;
  for (font::GlyphId glyph = 0; glyph < 64; ++glyph) {
    face.outline(glyph);
    face.whites(glyph);
    glyphs.push_back(glyph);
  }
  const auto small = font::subset(face, glyphs);
  require(!small || (!small->bytes.empty() && small->new_glyph.at(0) == 0));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 18;
  if (size > kMaxSize) return 0;
  const std::string bytes = handbill::fuzz::as_bytes(data, size);
  font::FontBook fonts({});
  handbill::diag::Diagnostics diags;
  const auto id = fonts.open_bytes(bytes, {.family = "F", .file = "f", .package = {}}, diags);
  require(id.has_value() == !diags.has_errors());
  if (!id) return 0;
  const font::Face& face = fonts.face(*id);
  read_glyphs(face);
  handbill::fuzz::make_document(
      {{"layouts/any.toml", kLayout},
       {"content/en/any.toml",
        kContent + ("text = \"\"\"\n" + markdown(face, letters(face))) + "\n\"\"\"\n"},
       {"fonts/fonts.toml", kFonts},
       {"fonts/any.ttf", bytes}},
      handbill::fuzz::Faulty::Written);
  return 0;
}
