// SPDX-License-Identifier: MIT
#include "text/shape_book.h"

#include <catch2/catch.hpp>

#include <functional>

#include "text/font_notes.h"
#include "text/shape_text.h"
#include "unit/text/text_helpers.h"

namespace handbill::text {
namespace {

using namespace test;

CharacterStyle& style_of_run(Paragraph& paragraph) {
  return std::get<Run>(paragraph.inlines.front()).style.edit();
}

/// A change of a paragraph, and whether its words come out of shaping as before.
struct Change {
  std::string name;
  std::function<void(Paragraph&)> make;
  bool is_shaped_alike = true;
};

const std::vector<Change> kChanges = {
    {"size", [](Paragraph& p) { style_of_run(p).size = 21_pt; }},
    {"the largest size of ligatures", [](Paragraph& p) { style_of_run(p).size = 48_pt; }},
    {"a larger size", [](Paragraph& p) { style_of_run(p).size = 48.1_pt; }, false},
    {"ligatures up to a size", [](Paragraph& p) { style_of_run(p).ligatures_up_to = 4.9_pt; },
     false},
    {"tracking", [](Paragraph& p) { style_of_run(p).tracking = 0.01; }, false},
    {"color",
     [](Paragraph& p) {
       style_of_run(p).color = color::Color::process({1, 0, 0, 0});
     }},
    {"underline", [](Paragraph& p) { style_of_run(p).underline = true; }},
    {"shift", [](Paragraph& p) { style_of_run(p).baseline_shift = 3_pt; }},
    {"hyphenation", [](Paragraph& p) { style_of_run(p).hyphenate = true; }},
    {"widths of glyphs",
     [](Paragraph& p) {
       p.style.edit().glyph_width = {0.9, 0.9, 0.9};
     }},
    {"leading", [](Paragraph& p) { p.style.edit().leading = 99_pt; }},
    {"alignment", [](Paragraph& p) { p.style.edit().align = Align::Justify; }},
    {"text", [](Paragraph& p) { std::get<Run>(p.inlines.front()).text += "."; }, false},
    {"language of the run", [](Paragraph& p) { style_of_run(p).language = "nl"; }, false},
    {"language of the paragraph", [](Paragraph& p) { p.style.edit().text.edit().language = "nl"; },
     false},
    {"Korean words kept whole", [](Paragraph& p) { p.style.edit().keep_words = true; }, false},
    {"a feature",
     [](Paragraph& p) {
       style_of_run(p).features = {{"smcp", 1}};
     },
     false},
    {"a feature turned off",
     [](Paragraph& p) {
       style_of_run(p).features = {{"kern", 0}};
     },
     false},
    {"a fallback", [](Paragraph& p) { style_of_run(p).fonts.push_back({7}); }, false},
    {"a font for a script",
     [](Paragraph& p) {
       style_of_run(p).script_fonts = {{1, {7}}};
     },
     false},
    {"a blank behind the text",
     [](Paragraph& p) {
       p.inlines.push_back(Field{9_pt, p.style->text, {}});
     },
     false},
};

std::shared_ptr<const ShapedText> text_of(std::size_t bytes) {
  ShapedText result;
  result.text = std::string(bytes, 'a');
  return std::make_shared<const ShapedText>(std::move(result));
}

}  // namespace

TEST_CASE("Only what changes the glyphs of a text is in its key") {
  const Squares squares;
  const std::string key = shape_key(squares.paragraph("fix it"));
  for (const Change& each : kChanges) {
    INFO(each.name);
    Paragraph changed = squares.paragraph("fix it");
    each.make(changed);
    CHECK((shape_key(changed) == key) == each.is_shaped_alike);
  }
}

TEST_CASE("Spaced letters have one key, however far apart they stand") {
  const Squares squares;
  Paragraph narrow = squares.paragraph("fix it"), wide = narrow;
  style_of_run(narrow).tracking = -0.02;
  style_of_run(wide).tracking = 0.3;
  CHECK(shape_key(narrow) == shape_key(wide));
}

TEST_CASE("Text that runs on is not the same as text in two inlines") {
  const Squares squares;
  Paragraph parted = squares.paragraph("fix ");
  parted.inlines.push_back(Run{.text = "it", .style = squares.style()});
  CHECK(shape_key(parted) != shape_key(squares.paragraph("fix it")));
}

TEST_CASE("Remembered words are set as words that are shaped anew") {
  Squares squares;
  ShapeBook book;
  Shaper remembering(squares.fonts, nullptr, book);
  for (const Length size : {5_pt, 7.3_pt, 48.1_pt, 5_pt}) {
    for (const double tracking : {0.0, 0.02, -0.013}) {
      Paragraph paragraph = squares.paragraph("AVA fix e\u0301 soft\u00ADer", size);
      style_of_run(paragraph).tracking = tracking;
      const ShapedParagraph fresh = shape(paragraph, squares.fonts, squares.diags);
      const ShapedParagraph shaped = remembering.shape(paragraph, squares.diags);
      CHECK(dump(shaped, squares.fonts) == dump(fresh, squares.fonts));
      CHECK(shaped.runs.front().hyphen_advance == fresh.runs.front().hyphen_advance);
      CHECK(shaped.runs.front().glyphs.back().advance == fresh.runs.front().glyphs.back().advance);
    }
  }
}

TEST_CASE("What fonts lack is told of remembered words too, where they stand now") {
  Squares squares;
  ShapeBook book;
  for (const std::uint32_t begin : {10U, 40U}) {
    diag::Diagnostics diags;
    Shaper shaper(squares.fonts, nullptr, book);
    Paragraph paragraph = squares.paragraph("a \u2603");
    std::get<Run>(paragraph.inlines[0]).span = {diag::FileId{1}, begin, begin + 5};
    shaper.shape(paragraph, diags);
    REQUIRE(diags.list().size() == 1);
    CHECK(diags.list()[0].id == diag::DiagnosticId::GlyphMissing);
    CHECK(diags.list()[0].span.begin == begin + 2);
  }
}

TEST_CASE("A book of shapes forgets what has not been asked for lately") {
  ShapeBook book(20'000);
  for (int i = 0; i < 100; ++i) {
    book.keep("key " + std::to_string(i), text_of(1000));
    CHECK(book.bytes() <= 20'000);
    CHECK(book.find("key 0") != nullptr);  // asked for all the time
  }
  CHECK(book.find("key 99") != nullptr);
  CHECK(book.find("key 50") == nullptr);
  book.keep("too long", text_of(30'000));
  CHECK(book.find("too long") == nullptr);
  CHECK(book.find("key 99") != nullptr);
}

}  // namespace handbill::text
