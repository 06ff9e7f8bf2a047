// SPDX-License-Identifier: MIT
// Overprint, gradients and pictures, judged by the plates Ghostscript makes.
#include <catch2/catch.hpp>

#include "pages.h"
#include "support/find_text.h"
#include "support/rect.h"
#include "support/separations.h"

namespace handbill::test {
namespace {

using color::Color;
using color::Overprint;
using display::Gradient;
using display::Shape;

Point at(double x, double y) { return {Length::pt(x), Length::pt(y)}; }

const Color kCyan = Color::process({1, 0, 0, 0});
const Color kWarmRed = Color::spot_ink("Warm Red", {0, 0.8, 0.7, 0});
const Color kSilver = Color::spot_ink("Silver", {0, 0, 0, 0.4});

Shape painted(const Rect& rect, const Color& color, Overprint overprint = Overprint::Off) {
  return {.path = Path::rect(rect), .fill = color, .overprint = overprint};
}

Shape stroked(Point from, Point to, Overprint overprint) {
  return {.path = Path::segment(from, to),
          .stroke = display::Stroke{
              .color = Color::black(), .width = Length::pt(10), .overprint = overprint}};
}

/// Across `rect`, or from its middle outwards.
Shape shaded(const Rect& rect, std::vector<Gradient::Stop> stops,
             Gradient::Kind kind = Gradient::Kind::Linear) {
  Gradient gradient{.kind = kind, .stops = std::move(stops)};
  if (kind == Gradient::Kind::Linear) {
    gradient.from = {rect.left, rect.top};
    gradient.to = {rect.right(), rect.top};
  } else {
    gradient.from = gradient.to = {rect.left + rect.width / 2, rect.top + rect.height / 2};
    gradient.to_radius = rect.width / 2;
  }
  return {.path = Path::rect(rect), .gradient = std::make_shared<const Gradient>(gradient)};
}

std::map<std::string, PlatePixels> plates_of(const display::PageList& pages,
                                             const TestFonts& fonts) {
  auto plates = separations(written(pages, fonts), 72);
  REQUIRE(plates);
  REQUIRE(plates->count("Black") == 1);
  return *plates;
}

bool is_near(int value, int wanted) { return std::abs(value - wanted) <= 4; }

}  // namespace

TEST_CASE("overprint is set where it changes, for what is painted") {
  const TestFonts fonts;
  auto letters = shaped(fonts, "A", {.font = fonts.squares, .size = Length::pt(10)}, at(20, 50));
  letters.overprint = Overprint::On;
  auto line = stroked(at(0, 0), at(9, 0), Overprint::On);
  struct Case {
    std::vector<display::Content> contents;
    const char* expected;
    const char* states;
  };
  const Case cases[] = {
      {{painted(rect(0, 0, 9, 9), Color::black(), Overprint::Off), line,
        painted(rect(0, 0, 9, 9), Color::black(), Overprint::On)},
       "0 0 0 1 k\n0 100 9 -9 re\nf\n"
       "/GS0 gs\n0 0 0 1 K\n10 w\n0 100 m\n9 100 l\nS\n"
       "/GS1 gs\n0 100 9 -9 re\nf\n",
       "/ExtGState<</GS0<</OP true/op false/OPM 1>>/GS1<</OP true/op true/OPM 1>>>>"},
      {{letters, letters, painted(rect(0, 0, 9, 9), Color::black())},
       "BT\n/GS0 gs\n0 0 0 1 k\n/F0 10 Tf\n20 50 Td\n[<0001>]TJ\n[<0001>]TJ\nET\n"
       "/GS1 gs\n0 100 9 -9 re\nf\n",
       "/ExtGState<</GS0<</OP false/op true/OPM 1>>/GS1<</OP false/op false/OPM 1>>>>"},
  };
  for (const Case& c : cases) {
    CHECK(operators(one_page(c.contents), fonts) == c.expected);
    CHECK(contains(written_as_text(one_page(c.contents), fonts), c.states));
  }
}

TEST_CASE("what overprints leaves the plates below alone, what knocks out clears them") {
  const TestFonts fonts;
  // A band of cyan and one of a spot ink; on both a square, a stroke and a letter of black.
  const auto marks = [&](Overprint overprint, double y) {
    auto letter =
        shaped(fonts, "A", {.font = fonts.squares, .size = Length::pt(20)}, at(150, y + 16));
    letter.overprint = overprint;
    return std::vector<display::Content>{painted(rect(20, y, 20, 20), Color::black(), overprint),
                                         stroked(at(80, y), at(80, y + 20), overprint), letter};
  };
  for (const Overprint overprint : {Overprint::On, Overprint::Off}) {
    std::vector<display::Content> contents = {painted(rect(0, 0, 200, 50), kCyan),
                                              painted(rect(0, 50, 200, 50), kWarmRed)};
    for (const double y : {10.0, 60.0}) {
      for (auto& content : marks(overprint, y)) contents.push_back(std::move(content));
    }
    const auto plates = plates_of(one_page(contents), fonts);
    const int below = overprint == Overprint::On ? 255 : 0;
    for (const int x : {30, 80, 160}) {
      INFO("at " << x);
      CHECK(plates.at("Cyan").at(x, 20) == below);
      CHECK(plates.at("Warm Red").at(x, 70) == below);
      CHECK(plates.at("Black").at(x, 20) == 255);
      CHECK(plates.at("Black").at(x, 70) == 255);
    }
    CHECK(plates.at("Cyan").at(60, 20) == 255);
    CHECK(plates.at("Magenta").at(30, 20) == 0);
  }
}

TEST_CASE("gradients are shadings in the ink they have") {
  const TestFonts fonts;
  struct Case {
    const char* name;
    std::vector<Gradient::Stop> stops;
    const char* expected;
  };
  const Case cases[] = {
      {"process",
       {{0, kCyan}, {1, Color::process({0, 0.5, 0, 0})}},
       "/ShadingType 2/ColorSpace/DeviceCMYK/Coords[10 80 110 80]/Extend[true true]/Function"
       "<</FunctionType 2/Domain[0 1]/C0[1 0 0 0]/C1[0 0.5 0 0]/N 1>>"},
      {"tints of one ink, and paper",
       {{0, Color::paper()}, {1, kWarmRed.tinted(0.8)}},
       "/ColorSpace[/Separation/Warm#20Red/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]"
       "/C1[0 0.8 0.7 0]/N 1>>]/Coords[10 80 110 80]/Extend[true true]/Function"
       "<</FunctionType 2/Domain[0 1]/C0[0]/C1[0.8]/N 1>>"},
      {"stops that do not reach the ends",
       {{0.25, kCyan}, {0.75, Color::paper()}},
       "/Function<</FunctionType 3/Domain[0 1]/Functions["
       "<</FunctionType 2/Domain[0 1]/C0[1 0 0 0]/C1[1 0 0 0]/N 1>>"
       "<</FunctionType 2/Domain[0 1]/C0[1 0 0 0]/C1[0 0 0 0]/N 1>>"
       "<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 0 0 0]/N 1>>"
       "]/Bounds[0.25 0.75]/Encode[0 1 0 1 0 1]>>"},
      {"a hard edge",
       {{0, kCyan}, {0.5, kCyan}, {0.5, Color::black()}, {1, Color::black()}},
       "/Function<</FunctionType 3/Domain[0 1]/Functions["
       "<</FunctionType 2/Domain[0 1]/C0[1 0 0 0]/C1[1 0 0 0]/N 1>>"
       "<</FunctionType 2/Domain[0 1]/C0[0 0 0 1]/C1[0 0 0 1]/N 1>>"
       "]/Bounds[0.5]/Encode[0 1 0 1]>>"},
      {"other colours beyond the ends",
       {{0, kCyan}, {0, Color::black()}, {1, Color::black()}, {1, Color::paper()}},
       "/Bounds[0.0001 0.9999]/Encode[0 1 0 1 0 1]>>"},
      {"two spot inks",
       {{0, kWarmRed}, {1, kSilver}},
       "/ColorSpace[/DeviceN[/Warm#20Red/Silver]/DeviceCMYK "},
      {"process and spot",
       {{0, Color::black()}, {1, kSilver}},
       "/ColorSpace[/DeviceN[/Cyan/Magenta/Yellow/Black/Silver]/DeviceCMYK "},
      {"registration", {{0, Color::paper()}, {1, Color::registration()}}, "[/Separation/All/"},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    const auto pages = one_page({shaded(rect(10, 20, 100, 40), c.stops)});
    const std::string pdf = written_as_text(pages, fonts);
    INFO(pdf.substr(pdf.find("/ShadingType"), 800));
    CHECK(contains(pdf, c.expected));
    CHECK(contains(pdf, "/Shading<</Sh0 "));
    CHECK(operators(pages, fonts) == "q\n10 80 100 -40 re\nW n\n/Sh0 sh\nQ\n");
  }
}

TEST_CASE("a gradient prints on the plates of its inks") {
  const TestFonts fonts;
  const auto process =
      shaded(rect(0, 0, 100, 20), {{0, kCyan}, {1, Color::process({0, 0.5, 0, 0})}});
  const auto spot = shaded(rect(0, 20, 100, 20), {{0, kWarmRed}, {1, Color::paper()}});
  const auto mixed = shaded(rect(0, 40, 100, 20), {{0, kCyan}, {1, kSilver}});
  const auto radial = shaded(rect(100, 0, 100, 100), {{0, Color::black()}, {1, Color::paper()}},
                             Gradient::Kind::Radial);
  const auto plates = plates_of(one_page({process, spot, mixed, radial}), fonts);
  struct Case {
    const char* plate;
    int x, y, amount;
  };
  const Case cases[] = {
      {"Cyan", 2, 10, 250},      {"Cyan", 50, 10, 127},   {"Magenta", 50, 10, 64},
      {"Magenta", 98, 10, 125},  {"Cyan", 98, 10, 4},     {"Warm Red", 2, 30, 250},
      {"Warm Red", 50, 30, 127}, {"Magenta", 2, 30, 0},   {"Cyan", 2, 50, 250},
      {"Silver", 50, 50, 127},   {"Cyan", 50, 50, 127},   {"Black", 50, 50, 0},
      {"Black", 150, 50, 252},   {"Black", 175, 50, 127}, {"Black", 102, 2, 0},
      {"Cyan", 50, 80, 0},
  };
  for (const Case& c : cases) {
    INFO(c.plate << " at " << c.x << " " << c.y << ": " << plates.at(c.plate).at(c.x, c.y));
    CHECK(is_near(plates.at(c.plate).at(c.x, c.y), c.amount));
  }
}

TEST_CASE("gradients of spot inks look the same in every renderer, overlapped inks dark") {
  const TestFonts fonts;
  const auto pages = one_page(
      {shaded(rect(0, 0, 200, 50),
              {{0, kWarmRed}, {0.5, Color::process({0.5, 0, 0, 0})}, {1, kSilver}}),
       shaded(rect(0, 50, 200, 50), {{0.2, kCyan}, {0.8, kWarmRed}}, Gradient::Kind::Radial)});
  const std::string pdf = written(pages, fonts);
  const auto difference = pixel_difference(poppler_page(pdf, 72), mupdf_page(pdf, 72),
                                           {.channel = 96, .share = 0.02, .mean = 20});
  INFO(difference.value_or(""));
  CHECK(!difference);
}

TEST_CASE("a gradient fills its path by its rule, as opaque as its shape, and is stroked after") {
  const TestFonts fonts;
  Shape ring = shaded(rect(10, 10, 80, 80), {{0, Color::black()}, {1, Color::black()}});
  ring.path.append(Path::rect(rect(30, 30, 40, 40)));
  ring.fill_rule = display::FillRule::EvenOdd;
  ring.opacity = 0.5;
  ring.overprint = Overprint::On;
  ring.stroke = display::Stroke{.color = kCyan, .width = Length::pt(4)};
  ring.text = "o";
  CHECK(operators(one_page({ring}), fonts) ==
        "/GS0 gs\n/GS1 gs\n1 0 0 0 K\n4 w\n/Span<</ActualText<FEFF006F>>>BDC\n"
        "q\n10 90 80 -80 re\n30 70 40 -40 re\nW* n\n/Sh0 sh\nQ\n"
        "10 90 80 -80 re\n30 70 40 -40 re\nS\nEMC\n");
  const auto plates = plates_of(one_page({ring}), fonts);
  CHECK(is_near(plates.at("Black").at(20, 50), 127));
  CHECK(plates.at("Black").at(50, 50) == 0);
  CHECK(is_near(plates.at("Cyan").at(10, 50), 127));
}

TEST_CASE("a gradient without length is flat, one that can't be mixed is an error") {
  const TestFonts fonts;
  Shape flat = shaded(rect(10, 20, 0, 40), {{0, kCyan}, {1, Color::black()}});
  flat.path = Path::rect(rect(10, 20, 100, 40));
  CHECK(operators(one_page({flat}), fonts) == "0 0 0 1 k\n10 80 100 -40 re\nf\n");
  Shape far = shaded(rect(10, 20, 100, 40), {{0, kCyan}, {1, Color::black()}});
  auto gradient = *far.gradient;
  gradient.to.x = Length::pt(40'000);
  far.gradient = std::make_shared<const Gradient>(gradient);
  struct Case {
    Shape shape;
    const char* message;
  };
  const Case cases[] = {
      {shaded(rect(10, 20, 100, 40), {{0, kCyan}, {1, Color::registration()}}),
       "a gradient has inks that can't be mixed"},
      {shaded(rect(10, 20, 100, 40), {{0, kCyan}, {1, Color::spot_ink("None", {})}}),
       "a gradient has inks that can't be mixed"},
      {far, "a coordinate is beyond 32,767 pt, the largest a PDF can hold"},
  };
  for (const Case& c : cases) {
    CHECK(problems(one_page({c.shape}), fonts, {}) == std::vector<std::string>{c.message});
  }
}

TEST_CASE("grey and 1-bit pictures print with black alone, and never overprint") {
  const TestFonts fonts;
  struct Case {
    const char* name;
    int bits;
    std::string bytes;
  };
  for (const Case& c :
       {Case{"grey", 8, std::string(1, '\x7F')}, Case{"bits", 1, std::string(1, '\0')}}) {
    INFO(c.name);
    display::Picture picture;
    picture.width = picture.height = 1;
    picture.bits = c.bits;
    picture.bytes = c.bytes;
    auto pages = one_page({painted(rect(0, 0, 200, 100), kCyan),
                           painted(rect(0, 0, 20, 20), Color::black(), Overprint::On)});
    pages.pictures.push_back(std::make_shared<const display::Picture>(picture));
    const Rect place = rect(50, 20, 100, 50);
    pages.pages[0].items.push_back(
        {.content = display::PlacedPicture{display::PictureId{0}, place, Path::rect(place)}});
    for (const Claims standard : {Claims(), Claims(Claim::X4)}) {
      pages.metadata.title = "A picture";
      const auto plates = separations(written(pages, fonts, press_options(standard)), 72);
      REQUIRE(plates);
      CHECK(plates->at("Black").at(100, 40) == (c.bits == 1 ? 255 : 128));
      for (const char* plate : {"Cyan", "Magenta", "Yellow"}) {
        CHECK(plates->at(plate).at(100, 40) == 0);
      }
      CHECK(plates->at("Cyan").at(10, 10) == 255);
    }
  }
}

}  // namespace handbill::test
