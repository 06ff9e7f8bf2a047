// SPDX-License-Identifier: MIT
// Operators, colours and what pages look like in two renderers.
#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>

#include "pages.h"
#include "support/find_text.h"
#include "support/rect.h"
#include "support/run_program.h"

namespace handbill::test {
namespace {

using color::Color;
using display::Shape;

Shape filled(const Rect& rect, const Color& color) {
  return {.path = Path::rect(rect), .fill = color};
}

const Color kTeal = Color::process({0.9, 0.2, 0.35, 0.1});
const Color kPantone = Color::spot_ink("PANTONE 3272 C #1/2 (ä)", {1, 0, 0.5, 0});

}  // namespace

TEST_CASE("shapes become operators, and nothing is set twice") {
  const TestFonts fonts;
  struct Case {
    std::vector<display::Content> contents;
    const char* expected;
  };
  const Path triangle = [] {
    Path path;
    path.move({Length::pt(10), Length::pt(10)});
    path.line({Length::pt(20.12345), Length::pt(10)});
    path.cubic({Length::pt(20), Length::pt(15)}, {Length::pt(15), Length::pt(20)},
               {Length::pt(10), Length::pt(20)});
    path.close();
    return path;
  }();
  const display::Stroke dashed{.color = Color::black(),
                               .width = Length::pt(0.25),
                               .cap = display::Cap::Round,
                               .join = display::Join::Bevel,
                               .dash = {Length::pt(2), Length::pt(1)},
                               .dash_phase = Length::pt(0.5)};
  const Case cases[] = {
      {{filled(rect(10, 10, 30, 20), Color::black()), filled(rect(0, 0, 1.5, 100), Color::black())},
       "0 0 0 1 k\n10 90 30 -20 re\nf\n0 100 1.5 -100 re\nf\n"},
      {{Shape{.path = triangle, .fill = kTeal, .fill_rule = display::FillRule::EvenOdd}},
       "0.9 0.2 0.35 0.1 k\n10 90 m\n20.123 90 l\n20 85 15 80 10 80 c\nh\nf*\n"},
      {{Shape{.path = Path::rect(rect(1, 1, 2, 2)), .fill = Color::black(), .text = "☐"}},
       "0 0 0 1 k\n/Span<</ActualText<FEFF2610>>>BDC\n1 99 2 -2 re\nf\nEMC\n"},
      {{Shape{.path = triangle, .stroke = dashed}, Shape{.path = triangle, .stroke = dashed}},
       "0 0 0 1 K\n0.25 w\n1 J\n2 j\n[2 1]0.5 d\n10 90 m\n20.123 90 l\n20 85 15 80 10 80 c\nh\nS\n"
       "10 90 m\n20.123 90 l\n20 85 15 80 10 80 c\nh\nS\n"},
      {{Shape{.path = Path::rect(rect(0, 0, 9, 9)),
              .fill = Color::paper(),
              .stroke = display::Stroke{},
              .opacity = 0.5}},
       "/GS0 gs\n0 0 0 0 k\n0 0 0 0 K\n0.5 w\n0 100 9 -9 re\nB\n"},
      {{filled(rect(0, 0, 9, 9), Color::registration()), filled(rect(9, 9, 9, 9), kPantone),
        filled(rect(0, 0, 9, 9), kPantone.tinted(0.3))},
       "/CS0 cs 1 scn\n0 100 9 -9 re\nf\n/CS1 cs 1 scn\n9 91 9 -9 re\nf\n"
       "/CS1 cs 0.3 scn\n0 100 9 -9 re\nf\n"},
      // Nothing to paint.
      {{Shape{.path = triangle}, Shape{.path = {}, .fill = kTeal}}, "\n"},
  };
  for (const Case& c : cases) CHECK(operators(one_page(c.contents), fonts) == c.expected);
}

TEST_CASE("text becomes one array a line, kerned by whole thousandths") {
  const TestFonts fonts;
  const Point start{Length::pt(20), Length::pt(50)};
  const auto kerned = shaped(fonts, "AVA", {.font = fonts.squares, .size = Length::pt(10)}, start);
  auto raised = shaped(fonts, "AB", {.font = fonts.squares, .size = Length::pt(10)}, start);
  raised.glyphs[1].y = Length::pt(-3);
  auto red = raised;
  red.color = kTeal;
  const std::string all = operators(one_page({kerned, raised, red}), fonts);
  CHECK(all ==
        "BT\n0 0 0 1 k\n/F0 10 Tf\n20 50 Td\n[<0001>100<00030001>]TJ\n"
        "[<0001>]TJ\n10 3 Td\n[<0002>]TJ\n"
        "0.9 0.2 0.35 0.1 k\n-10 -3 Td\n[<0001>]TJ\n10 3 Td\n[<0002>]TJ\nET\n");
}

TEST_CASE("tracking is set once, and kerning within it stays") {
  const TestFonts fonts;
  const auto run =
      shaped(fonts, "ABBAVA",
             {.font = fonts.squares, .size = Length::pt(10), .tracking = Length::pt(0.25)},
             {Length::pt(20), Length::pt(50)});
  const auto plain = shaped(fonts, "AB", {.font = fonts.squares, .size = Length::pt(10)},
                            {Length::pt(20), Length::pt(80)});
  CHECK(operators(one_page({run, plain}), fonts) ==
        "BT\n0 0 0 1 k\n/F0 10 Tf\n0.25 Tc\n20 50 Td\n"
        "[<0001000200020001>100<00030001>]TJ\n0 Tc\n0 -30 Td\n[<00010002>]TJ\nET\n");
}

TEST_CASE("names of inks are written so that every reader gets them back") {
  const TestFonts fonts;
  const std::string pdf = written_as_text(one_page({filled(rect(0, 0, 9, 9), kPantone)}), fonts);
  CHECK(contains(pdf,
                 "[/Separation/PANTONE#203272#20C#20#231#2F2#20#28#C3#A4#29/DeviceCMYK"
                 "<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 0 0.5 0]/N 1>>]"));
}

TEST_CASE("spot and registration inks have plates of their own") {
  const TestFonts fonts;
  const std::string pdf =
      written(one_page({filled(rect(10, 10, 50, 50), Color::spot_ink("Warm Red", {0, 0.8, 0.7, 0})),
                        filled(rect(100, 10, 50, 50), Color::registration())}),
              fonts);
  const TempFolder folder;
  const auto file = folder.write("page.pdf", pdf);
  const ProgramResult result =
      run_program({"gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep1", "-r36",
                   "-sOutputFile=" + (folder / "plate.tif").string(), file.string()});
  INFO(result.output << result.errors);
  REQUIRE(result.exit_code == 0);
  std::vector<std::string> plates;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    plates.push_back(entry.path().filename().string());
  }
  std::ranges::sort(plates);
  CHECK(std::ranges::any_of(plates,
                            [](const std::string& name) { return contains(name, "Warm Red"); }));
  CHECK(plates.size() >= 6);  // the four process inks, the spot ink, the PDF
}

TEST_CASE("two renderers draw the same page") {
  const TestFonts fonts;
  const Point start{Length::pt(20), Length::pt(50)};
  auto pages = one_page({
      filled(rect(-9, -9, 218, 40), kTeal),
      filled(rect(60, 20, 40, 40), kPantone.tinted(0.5)),
      Shape{
          .path = Path::ellipse({Length::pt(150), Length::pt(60)}, Length::pt(30), Length::pt(20)),
          .fill = Color::process({0, 1, 0, 0}),
          .stroke = display::Stroke{.width = Length::pt(3)},
          .opacity = 0.5},
      shaped(fonts, "Waffle office", {.font = fonts.lato, .size = Length::pt(18)}, start),
      shaped(fonts, "Waffle office", {.font = fonts.garamond, .size = Length::pt(18)},
             {start.x, Length::pt(80)}),
  });
  pages.pages[0].bleed = rect(-9, -9, 218, 118);
  pages.pages[0].media = rect(-30, -30, 260, 160);
  const std::string pdf = written(pages, fonts);
  const Pixels poppler = poppler_page(pdf, 144);
  const auto difference =
      pixel_difference(poppler, mupdf_page(pdf, 144), {.channel = 96, .share = 0.02, .mean = 12});
  INFO(difference.value_or(""));
  CHECK(!difference);
  CHECK(poppler.width == 520);
  CHECK(poppler.at(10, 10) == Pixel{255, 255, 255});  // outside the bleed
  CHECK(poppler.at(64, 64) != Pixel{255, 255, 255});  // in the bleed
}

TEST_CASE("squares stand where they are put") {
  const TestFonts fonts;
  for (const font::FontId font : {fonts.squares, fonts.squares_cff}) {
    // Two squares of 20 pt, 10 pt of them cut by kerning: 18 pt on, ascender 16, descender 4.
    const auto run = shaped(fonts, "AV", {.font = font, .size = Length::pt(20)},
                            {Length::pt(50), Length::pt(60)});
    const std::string pdf = written(one_page({run}), fonts);
    for (const Pixels& page : {poppler_page(pdf, 72), mupdf_page(pdf, 72)}) {
      const auto dark = [&](int x, int y) { return page.at(x, y)[0] < 100; };
      CHECK(dark(51, 45));
      CHECK(dark(86, 62));
      CHECK(!dark(48, 50));
      CHECK(!dark(90, 50));
      CHECK(!dark(60, 42));
      CHECK(!dark(60, 66));
    }
  }
}

TEST_CASE("items are cut off by their clip, and neighbours share one") {
  const TestFonts fonts;
  display::PageList pages =
      one_page({filled(rect(0, 0, 200, 100), Color::black()), filled(rect(20, 0, 200, 100), kTeal),
                filled(rect(0, 90, 200, 10), Color::black())});
  pages.pages[0].items[0].clip = Path::rect(rect(50, 20, 40, 30));
  pages.pages[0].items[1].clip = Path::rect(rect(50, 20, 40, 30));
  const std::string plain = written(pages, fonts, pdf::Compression::None);
  CHECK(contains(plain,
                 "q\n50 80 40 -30 re\nW n\n0 0 0 1 k\n0 100 200 -100 re\nf\n0.9 0.2 0.35 0.1 k\n"
                 "20 100 200 -100 re\nf\nQ\n0 0 0 1 k\n0 10 200 -10 re\nf\n"));
  for (const Pixels& page : {poppler_page(plain, 72), mupdf_page(plain, 72)}) {
    CHECK(page.at(48, 30) == Pixel{255, 255, 255});
    CHECK(page.at(70, 30) != Pixel{255, 255, 255});
    CHECK(page.at(10, 95)[0] < 100);
  }
}

TEST_CASE("ten thousand items are written") {
  const TestFonts fonts;
  std::vector<display::Content> contents;
  for (int i = 0; i < 10'000; ++i) {
    contents.push_back(filled(rect(i % 100 * 2, i / 100, 1, 0.5), i % 2 == 0 ? kTeal : kPantone));
  }
  const std::string pdf = written(one_page(std::move(contents)), fonts);
  CHECK(pdf.size() < 100'000);
}

TEST_CASE("what a PDF can't hold is an error at its place, and there is no PDF") {
  const TestFonts fonts;
  struct Case {
    display::Content content;
    const char* message;
  };
  const auto far = [&](double x) {
    return shaped(fonts, "A", {.font = fonts.squares}, {Length::pt(x), Length::pt(10)});
  };
  const double not_a_number = std::numeric_limits<double>::quiet_NaN();
  display::GlyphRun no_size = far(10);
  no_size.size = Length::pt(0);
  const Case cases[] = {
      {filled(rect(0, 0, 40'000, 10), kTeal),
       "a coordinate is beyond 32,767 pt, the largest a PDF can hold"},
      {filled(rect(not_a_number, 0, 4, 10), kTeal),
       "a coordinate is beyond 32,767 pt, the largest a PDF can hold"},
      {far(-33'000), "text stands beyond 32,767 pt, the largest a PDF can hold"},
      {far(not_a_number), "text stands beyond 32,767 pt, the largest a PDF can hold"},
      {no_size, "a font size can't be written"},
      {filled(rect(0, 0, 4, 4), Color::spot_ink("All", {1, 1, 1, 1})),
       "`All` can't be the name of an ink"},
      {filled(rect(0, 0, 4, 4), Color::spot_ink("", {1, 1, 1, 1})),
       "`` can't be the name of an ink"},
  };
  for (const Case& c : cases) {
    auto pages = one_page({filled(rect(0, 0, 5, 5), kTeal), c.content});
    pages.pages[0].items[1].span = {diag::FileId{3}, 7, 9};
    diag::Diagnostics diags;
    CHECK(!pdf::write_pdf(pages, fonts.book, {}, diags));
    REQUIRE(diags.list().size() == 1);
    CHECK(diags.list()[0].id == diag::DiagnosticId::WriteFailed);
    CHECK(diags.list()[0].message == c.message);
    CHECK(diags.list()[0].span == diag::Span{diag::FileId{3}, 7, 9});
  }
}

}  // namespace handbill::test
