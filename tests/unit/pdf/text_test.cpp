// SPDX-License-Identifier: MIT
// Text comes out of the PDF as it went in, in two readers.
#include <catch2/catch.hpp>

#include "pages.h"

namespace handbill::test {
namespace {

using namespace handbill::literals;

const Point kStart{Length::pt(20), Length::pt(50)};

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
      {"AVATAR To Wave", fonts.garamond},
      {"office affiliation", fonts.lato, Length::pt(0.3)},
      {"office affiliation", fonts.garamond, Length::pt(-0.1)},
      {"na\u00efve caf\u00e9 \u2013 5\u00a0mm", fonts.lato},
      {"x\u0301 e\u0323 done", fonts.garamond},
      {"AV fi a\u0301 b", fonts.squares},
      {"AV fi a\u0301 b", fonts.squares_cff},
  };
  for (const Case& c : cases) {
    const auto run = shaped(fonts, c.text, {.font = c.font, .tracking = c.tracking}, kStart);
    const std::string pdf = written(one_page({run}), fonts);
    CAPTURE(c.text, c.font.value);
    CHECK(poppler_text(pdf) == c.text);
    CHECK(mupdf_text(pdf) == c.text);
  }
}

}  // namespace handbill::test
