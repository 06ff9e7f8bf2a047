// SPDX-License-Identifier: MIT
// Layers for finishing machines, and pages that stand on larger sheets.
#include <catch2/catch.hpp>

#include "pages.h"
#include "support/find_text.h"
#include "support/rect.h"
#include "support/run_program.h"
#include "support/separations.h"

namespace handbill::test {
namespace {

using color::Color;
using display::ProcessingStep;
using display::Shape;

display::Item line(double x, ProcessingStep step, Color color = Color::registration()) {
  const display::Stroke stroke{.color = std::move(color), .width = Length::pt(4)};
  return {
      .content = Shape{.path = Path::segment({Length::pt(x), {}}, {Length::pt(x), Length::pt(100)}),
                       .stroke = stroke},
      .step = step};
}

display::PageList folded() {
  auto pages = one_page(
      {Shape{.path = Path::rect(rect(0, 0, 200, 100)), .fill = Color::process({1, 0, 0, 0})}});
  pages.metadata.title = "Folded";
  auto& items = pages.pages[0].items;
  items.push_back(line(60, ProcessingStep::Folding));
  items.push_back(line(120, ProcessingStep::Folding));
  items.push_back(line(190, ProcessingStep::Cutting, Color::spot_ink("Die", {0, 1, 0, 0})));
  items.push_back(
      {.content = Shape{.path = Path::rect(rect(0, 0, 10, 10)), .fill = Color::black()}});
  return pages;
}

/// Two pages of a card side by side on a sheet, the second turned by a quarter.
display::PageList sheet(const TestFonts& fonts) {
  display::PageList pages;
  display::Page card = empty_page(Length::pt(60), Length::pt(40));
  card.bleed = card.bleed.outset(Length::pt(3));
  card.media = card.bleed;
  card.items.push_back({.content = Shape{.path = Path::rect(rect(-3, -3, 66, 46)),
                                         .fill = Color::process({0, 0, 0.5, 0})}});
  card.items.push_back(
      {.content = Shape{.path = Path::rect(rect(0, 0, 20, 10)), .fill = Color::black()}});
  card.items.push_back(
      {.content = shaped(fonts, "A", {.font = fonts.squares}, {Length::pt(40), Length::pt(30)})});
  pages.forms.push_back(card);
  pages.pages.push_back(empty_page(Length::pt(200), Length::pt(100)));
  pages.metadata.title = "Cards";
  return pages;
}

}  // namespace

TEST_CASE("what a finishing machine reads is on a layer with an ink of its own") {
  const TestFonts fonts;
  CHECK(operators(folded(), fonts) ==
        "1 0 0 0 k\n0 100 200 -100 re\nf\n"
        "/OC/Folding BDC\n/GS0 gs\n/CS0 CS 1 SCN\n4 w\n60 100 m\n60 0 l\nS\n120 100 m\n120 0 l\nS\n"
        "EMC\n/OC/Cutting BDC\n/CS1 CS 1 SCN\n190 100 m\n190 0 l\nS\nEMC\n"
        "0 0 0 1 k\n0 100 10 -10 re\nf\n");
  for (const auto standard : {Claims(), Claims(Claim::X4)}) {
    const std::string pdf =
        written(folded(), fonts, press_options(standard, pdf::Compression::None));
    for (const char* part :
         {"/Type/OCG/Name(Folding)/GTS_Metadata<</GTS_ProcStepsGroup/Structural"
          "/GTS_ProcStepsType/Folding>>",
          "/Type/OCG/Name(Cutting)/GTS_Metadata<</GTS_ProcStepsGroup/Structural"
          "/GTS_ProcStepsType/Cutting>>",
          "/D<</Name(Default)/OFF[", "/Properties<</Cutting ",
          "/CS0[/Separation/Folding/DeviceCMYK", "/CS1[/Separation/Die/DeviceCMYK",
          "/GS0<</OP true/op false/OPM 1>>"}) {
      INFO(part);
      CHECK(contains(pdf, part));
    }
    CHECK(!contains(pdf, "/AS"));
  }
}

TEST_CASE("lines on a layer leave the plates that print alone") {
  const TestFonts fonts;
  const auto plates = separations(written(folded(), fonts, press_options(Claim::X4)), 72);
  REQUIRE(plates);
  // Who knows the standard finds them by what they are for; to all others the layers are off.
  for (const char* line : {"Folding", "Die"}) {
    if (plates->count(line) == 0) continue;
    for (const int x : {60, 190}) CHECK(plates->at(line).at(x, 50) == 0);
  }
  for (const int x : {60, 120, 190}) {
    CHECK(plates->at("Cyan").at(x, 50) == 255);
    for (const char* plate : {"Magenta", "Yellow", "Black"}) {
      CHECK(plates->at(plate).at(x, 50) == 0);
    }
  }
}

TEST_CASE("PDF/X-1a has no layers and nothing that stands on them") {
  const TestFonts fonts;
  const std::string pdf =
      written(folded(), fonts, press_options(Claim::X1a2003, pdf::Compression::None));
  for (const char* part : {"/OCG", "/OCProperties", "Folding", "Die", "BDC"}) {
    INFO(part);
    CHECK(!contains(pdf, part));
  }
}

TEST_CASE("a page that stands on a sheet is written once") {
  const TestFonts fonts;
  auto pages = sheet(fonts);
  // Beside each other; the second a quarter to the right, cut off at its trim.
  pages.pages[0].placed = {
      {.form = 0, .map = Matrix::translate({Length::pt(10), Length::pt(20)})},
      {.form = 0, .map = {0, 1, -1, 0, 140, 20}, .clip = Path::rect(rect(100, 20, 40, 60))}};
  CHECK(operators(pages, fonts) ==
        "q\n1 0 0 1 7 37 cm\n/Fm0 Do\nQ\n"
        "q\n100 80 40 -60 re\nW n\n0 -1 1 0 97 83 cm\n/Fm0 Do\nQ\n");
  const std::string plain = written_as_text(pages, fonts);
  CHECK(contains(plain, "/Type/XObject/Subtype/Form/BBox[0 0 66 46]/Resources<</Font<</F0 "));
  CHECK(plain.find("/Subtype/Form") == plain.rfind("/Subtype/Form"));
  CHECK(contains(plain, "/Resources<</XObject<</Fm0 "));
  CHECK(contains(plain, "/TrimBox[0 0 200 100]"));

  const std::string pdf = written(pages, fonts);
  const Pixel white{255, 255, 255};
  for (const Pixels& page : {poppler_page(pdf, 72), mupdf_page(pdf, 72)}) {
    const auto dark = [&](int x, int y) { return page.at(x, y)[0] < 100; };
    CHECK(dark(12, 22));
    CHECK(dark(55, 45));             // the letter
    CHECK(page.at(8, 40) != white);  // bleed
    CHECK(page.at(5, 40) == white);
    CHECK(dark(138, 22));  // its upper left corner is the upper right one now
    CHECK(dark(132, 38));
    CHECK(!dark(128, 30));
    CHECK(page.at(142, 50) == white);  // bleed cut off
  }
}

TEST_CASE("what is on a form needs of the page what it would need there") {
  const TestFonts fonts;
  auto pages = sheet(fonts);
  pages.forms[0].items.push_back(line(30, ProcessingStep::Folding));
  pages.forms[0].items.push_back(
      {.content =
           Shape{.path = Path::rect(rect(0, 0, 5, 5)), .fill = Color::black(), .opacity = 0.5}});
  pages.pages[0].placed = {{.form = 0}};
  pages.pages.push_back(empty_page());
  const std::string pdf = written(pages, fonts, press_options(Claim::X4, pdf::Compression::None));
  CHECK(contains(pdf, "/Group<</S/Transparency/CS/DeviceCMYK>>"));
  CHECK(pdf.find("/Group") == pdf.rfind("/Group"));
  CHECK(contains(pdf, "/Properties<</Folding "));
  CHECK(contains(pdf, "/OCProperties"));
  auto far = sheet(fonts);
  far.pages[0].placed = {{.form = 0, .map = Matrix::translate({Length::pt(40'000), {}})}};
  CHECK(problems(far, fonts, {}) ==
        std::vector<std::string>{"a coordinate is beyond 32,767 pt, the largest a PDF can hold"});
}

}  // namespace handbill::test
