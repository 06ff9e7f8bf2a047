// SPDX-License-Identifier: MIT
// Text comes out of the PDF as it went in, in two readers.
#include <algorithm>
#include <catch2/catch.hpp>

#include "pages.h"
#include "support/find_text.h"

namespace handbill::test {
namespace {

const Point kOrigin{Length::pt(20), Length::pt(50)};

std::string without(std::string text, std::string_view what) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.erase(at, what.size());
  }
  return text;
}

}  // namespace

TEST_CASE("text reads back as it was written") {
  const TestFonts fonts;
  struct Case {
    const char* text;
    font::FontId font;
    Length tracking{};
  };
  const Case cases[] = {
      {"Hello, world", fonts.lato},
      {"Hello, world", fonts.garamond},
      {"office affiliation waffle", fonts.lato},
      {"office affiliation waffle", fonts.garamond},
      {"AVATAR To Wave (a\\b) <c>", fonts.garamond},
      {"office affiliation", fonts.lato, Length::pt(0.3)},
      {"office affiliation", fonts.garamond, Length::pt(-0.1)},
      {"na\u00efve caf\u00e9 \u2013 \u00bd \u201cyes\u201d", fonts.lato},
      {"AVfib", fonts.squares},
      {"AVfib", fonts.squares_cff},
  };
  for (const Case& c : cases) {
    const auto run = shaped(fonts, c.text, {.font = c.font, .tracking = c.tracking}, kOrigin);
    const std::string pdf = written(one_page({run}), fonts);
    CAPTURE(c.text, c.font.value);
    CHECK(poppler_text(pdf) == c.text);
    CHECK(mupdf_text(pdf) == c.text);
  }
}

TEST_CASE("combining marks read back behind their letters") {
  const TestFonts fonts;
  struct Case {
    const char* text;
    font::FontId font;
  };
  const Case cases[] = {
      {"x\u0301y e\u0323 done", fonts.garamond},
      {"q\u0303u\u0301o\u0302", fonts.lato},
      {"fia\u0301b", fonts.squares},
      {"fia\u0301b", fonts.squares_cff},
  };
  for (const Case& c : cases) {
    const auto run = shaped(fonts, c.text, {.font = c.font}, kOrigin);
    const std::string pdf = written(one_page({run}), fonts);
    CAPTURE(c.text, c.font.value);
    CHECK(poppler_text(pdf) == c.text);
    // MuPDF 1.21 sees a word space behind a mark that stands left of its letter's end.
    CHECK(without(mupdf_text(pdf), " ") == without(c.text, " "));
  }
}

TEST_CASE("a word with an added hyphen reads back whole") {
  const TestFonts fonts;
  for (const font::FontId font : {fonts.lato, fonts.garamond}) {
    const auto first = hyphenated(fonts, "well-known treat", {.font = font}, kOrigin);
    const auto second =
        shaped(fonts, "ment", {.font = font}, {kOrigin.x, kOrigin.y + Length::pt(14)});
    const std::string pdf = written(one_page({first, second}), fonts);
    CHECK(poppler_text(pdf) == "well-known treat\u00ad\nment");
    // MuPDF 1.21 knows no ActualText and says what the glyph mostly stands for.
    CHECK(mupdf_text(pdf) == "well-known treat-\nment");
  }
}

TEST_CASE("right-to-left text reads back in logical order") {
  const TestFonts fonts;
  const RunStyle style{.font = fonts.noto_hebrew, .direction = RunStyle::Direction::RightToLeft};
  SECTION("letters") {
    const char* const text = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd";
    const std::string pdf = written(one_page({shaped(fonts, text, style, kOrigin)}), fonts);
    // Poppler puts marks of direction round it.
    CHECK(without(without(poppler_text(pdf), "\u202b"), "\u202c") == text);
    CHECK(mupdf_text(pdf) == text);
  }
  SECTION("letters with points") {
    const char* const text = "\u05d1\u05bc\u05b0\u05e8\u05b5\u05d0\u05e9\u05c1\u05b4\u05d9\u05ea";
    const std::string pdf = written(one_page({shaped(fonts, text, style, kOrigin)}), fonts);
    CHECK(mupdf_text(pdf) == text);
  }
}

TEST_CASE("one glyph with two meanings reads back as both") {
  const TestFonts fonts;
  auto run = shaped(fonts, "aaaa", {.font = fonts.lato}, kOrigin);
  // The third glyph stands for two letters, as an alternate or a contextual form may.
  run.text = "aa\u0431\u0432a";
  run.glyphs[2].text_end = 6;
  run.glyphs[3].text_begin = 6;
  run.glyphs[3].text_end = 7;
  const std::string pdf = written(one_page({run}), fonts);
  CHECK(poppler_text(pdf) == run.text);
  CHECK(contains(operators(one_page({run}), fonts), "<</ActualText<FEFF04310432>>>BDC"));
}

TEST_CASE("glyphs that share one letter read back as that letter") {
  const TestFonts fonts;
  auto run = shaped(fonts, "x:;y", {.font = fonts.garamond}, kOrigin);
  // As if a letter were drawn by two glyphs.
  run.text = "x\u00e4y";
  run.glyphs[1].text_end = run.glyphs[2].text_end = 3;
  run.glyphs[2].text_begin = 1;
  run.glyphs[3].text_begin = 3;
  run.glyphs[3].text_end = 4;
  CHECK(poppler_text(written(one_page({run}), fonts)) == run.text);
}

TEST_CASE("each glyph that has a letter together with others has a share of the text") {
  const TestFonts fonts;
  auto run = shaped(fonts, "x:;y", {.font = fonts.garamond}, kOrigin);
  const auto mapped = [&](std::string text, const std::string& code) {
    run.text = "x" + text + "y";
    const auto end = static_cast<std::uint32_t>(1 + text.size());
    run.glyphs[1].text_begin = run.glyphs[2].text_begin = 1;
    run.glyphs[1].text_end = run.glyphs[2].text_end = run.glyphs[3].text_begin = end;
    run.glyphs[3].text_end = end + 1;
    const std::string pdf = written_as_text(one_page({run}), fonts);
    std::size_t found = 0;
    for (std::size_t at = 0; (at = pdf.find("<" + code + ">", at)) != pdf.npos; ++at) ++found;
    return found;
  };
  CHECK(mapped("\u00e4", "00E4") == 2);
  CHECK(mapped("\u0431\u0432", "0431") == 1);
  CHECK(mapped("\u0431\u0432", "0432") == 1);
  CHECK(mapped("\u0431\u0432\u0433", "0433") == 0);
}

}  // namespace handbill::test
