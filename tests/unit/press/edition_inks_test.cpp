// SPDX-License-Identifier: MIT
// Greys and light ink of the office edition, and pictures in other inks.
#include <catch2/catch.hpp>

#include "color/black_scale.h"
#include "color/pixel_transform.h"
#include "picture/other_space.h"
#include "press/greys.h"
#include "press/light_ink.h"
#include "support/rect.h"

namespace handbill::test {
namespace {

using color::Color;
using display::FramePart;
using display::Item;
using display::Shape;

const color::Preview kPress = color::Preview::without_profile();

Item area(const Rect& box, const Color& color, FramePart part = FramePart::Ground) {
  Item item{.content = Shape{.path = Path::rect(box), .fill = color}};
  item.part = part;
  return item;
}

Item type(Point at, const Color& color) {
  display::GlyphRun run;
  run.size = Length::pt(12);
  run.color = color;
  run.origin = at;
  run.glyphs = {{.id = 1, .advance = Length::pt(20)}};
  return {.content = run};
}

display::PageList page_of(std::vector<Item> items) {
  display::PageList pages;
  display::Page page;
  page.trim = {Length::pt(300), Length::pt(300)};
  page.bleed = page.media = rect(0, 0, 300, 300);
  page.items = std::move(items);
  pages.pages.push_back(std::move(page));
  return pages;
}

Color color_of(const display::PageList& pages, std::size_t item) {
  const Item& each = pages.pages[0].items[item];
  if (const auto* run = std::get_if<display::GlyphRun>(&each.content)) return run->color;
  return std::get<Shape>(each.content).fill.value();
}

Color ink(double c, double m, double y, double k) { return Color::process({c, m, y, k}); }

double light(const Color& color) { return color::lab_of(kPress.to_rgb(color)).l; }

struct Greys {
  display::PageList pages;
  diag::Diagnostics diags;
};

Greys greys(std::vector<Item> items) {
  Greys result;
  result.pages = press::in_greys(page_of(std::move(items)), kPress, result.diags);
  return result;
}

/// A colour of this hue that is as light as black of `black`.
Color as_light_as(double black, double c, double m, double y) {
  const double wanted = light(ink(0, 0, 0, black));
  double low = 0, high = 1;
  for (int i = 0; i < 40; ++i) {
    const double middle = (low + high) / 2;
    (light(ink(c * middle, m * middle, y * middle, 0)) > wanted ? low : high) = middle;
  }
  return ink(c * low, m * low, y * low, 0);
}

std::shared_ptr<const display::Picture> raw(display::Picture::Space space, std::string bytes,
                                            int width) {
  auto picture = std::make_shared<display::Picture>();
  picture->space = space;
  picture->width = width;
  picture->height = 1;
  picture->bytes = std::move(bytes);
  picture->alpha = std::string(static_cast<std::size_t>(width), '\x80');
  return picture;
}

/// L* of a grey sample, whose black is what it lacks of white.
double lightness_of(char sample) {
  const color::BlackScale scale(kPress);
  return scale.lightness(1 - static_cast<unsigned char>(sample) / 255.0);
}

}  // namespace

TEST_CASE("each ink becomes the black that looks as light, black and paper stay") {
  const Color teal = ink(0.8, 0.2, 0.4, 0.1);
  const auto made =
      greys({area(rect(0, 0, 100, 100), teal), type({{}, Length::pt(200)}, Color::black()),
             area(rect(200, 200, 50, 50), Color::paper()),
             area(rect(200, 0, 50, 50), Color::spot_ink("Gold", {0, 0.2, 0.6, 0.2}))});
  CHECK(made.diags.list().empty());
  const Color grey = color_of(made.pages, 0);
  CHECK(grey.cmyk.c + grey.cmyk.m + grey.cmyk.y == 0);
  CHECK(light(grey) == Approx(light(teal)).margin(0.2));
  CHECK(color_of(made.pages, 1) == Color::black());
  CHECK(color_of(made.pages, 2).is_paper());
  CHECK(color_of(made.pages, 3).kind == color::InkKind::Process);
}

TEST_CASE("colours as light as each other keep apart where they meet, and only there") {
  const Color sea = as_light_as(0.4, 1, 0, 0.3), rose = as_light_as(0.4, 0, 1, 0.2);
  REQUIRE(light(sea) == Approx(light(rose)).margin(0.2));
  const auto apart = [&](const Rect& second) {
    const auto made = greys({area(rect(0, 0, 100, 100), sea), area(second, rose)});
    CHECK(made.diags.list().empty());
    return std::abs(light(color_of(made.pages, 0)) - light(color_of(made.pages, 1)));
  };
  CHECK(apart(rect(20, 20, 20, 20)) == Approx(6).margin(0.1));
  CHECK(apart(rect(100, 0, 50, 50)) == Approx(6).margin(0.1));    // side by side
  CHECK(apart(rect(100.9, 0, 50, 50)) == Approx(6).margin(0.1));  // nearly
  CHECK(apart(rect(101.1, 0, 50, 50)) < 0.5);
  CHECK(apart(rect(200, 200, 50, 50)) < 0.5);
}

TEST_CASE("what lies between two colours keeps them from meeting") {
  const Color sea = as_light_as(0.4, 1, 0, 0.3), rose = as_light_as(0.4, 0, 1, 0.2);
  const auto made =
      greys({area(rect(0, 0, 100, 100), sea), area(rect(10, 10, 80, 80), Color::paper()),
             area(rect(20, 20, 20, 20), rose)});
  CHECK(std::abs(light(color_of(made.pages, 0)) - light(color_of(made.pages, 2))) < 0.5);
}

TEST_CASE("more greys than there is room for are told") {
  std::vector<Item> items;
  double x = 0;
  for (const Color& each :
       {as_light_as(0.4, 1, 0, 0), as_light_as(0.4, 0, 1, 0), as_light_as(0.4, 1, 0, 1),
        as_light_as(0.4, 0, 1, 1), as_light_as(0.4, 1, 1, 0), as_light_as(0.4, 0, 0.4, 1),
        as_light_as(0.4, 1, 0.5, 0), as_light_as(0.4, 0.5, 1, 0.5)}) {
    items.push_back(area(rect(x, 0, 100, 100), each));
    x += 5;
  }
  const auto made = greys(items);
  REQUIRE_FALSE(made.diags.list().empty());
  CHECK(made.diags.list().front().id == diag::DiagnosticId::GreysAlike);
  items.resize(3);
  CHECK(greys(items).diags.list().empty());
}

TEST_CASE("grounds become tints, and what was lighter on them takes their colour") {
  const Color teal = ink(0.9, 0.5, 0.3, 0.4);
  const Rect ground = rect(0, 0, 100, 100);
  const auto made = press::in_light_ink(
      page_of({area(ground, teal), type({Length::pt(10), Length::pt(50)}, Color::paper()),
               type({Length::pt(10), Length::pt(80)}, Color::black()),
               type({Length::pt(210), Length::pt(80)}, Color::paper())}),
      kPress);
  const Color tint = color_of(made, 0);
  CHECK(tint.cmyk.c + tint.cmyk.m + tint.cmyk.y + tint.cmyk.k == Approx(0.16));
  CHECK(color_of(made, 1) == teal);
  CHECK(color_of(made, 2) == Color::black());
  CHECK(color_of(made, 3) == Color::paper());
}

TEST_CASE("a ground too light to be read on its tint gives black") {
  const auto made =
      press::in_light_ink(page_of({area(rect(0, 0, 100, 100), ink(0, 0.5, 0.9, 0)),
                                   type({Length::pt(10), Length::pt(50)}, Color::paper())}),
                          kPress);
  CHECK(color_of(made, 1) == Color::black());
}

TEST_CASE("drawings, small areas and what is light already keep their ink") {
  const Color teal = ink(0.9, 0.5, 0.3, 0.4), sand = ink(0, 0.06, 0.1, 0);
  const auto made = press::in_light_ink(
      page_of({area(rect(0, 0, 100, 100), teal, FramePart::Content),
               area(rect(0, 100, 100, 28), teal), area(rect(0, 150, 30, 30), teal),
               area(rect(0, 200, 100, 100), sand)}),
      kPress);
  for (const std::size_t each : {0U, 1U, 2U}) CHECK(color_of(made, each) == teal);
  CHECK(color_of(made, 3) == sand);
  // Two fifths of an inch, and three quarters of a square inch.
  const auto large = press::in_light_ink(page_of({area(rect(0, 0, 135, 28.9), teal)}), kPress);
  CHECK_FALSE(color_of(large, 0) == teal);
}

TEST_CASE("pixels become the black that is as light, with what is seen of them") {
  const auto made = picture::as_gray(
      raw(display::Picture::Space::Rgb, std::string("\xff\xff\xff\x40\x90\xa0\0\0\0", 9), 3),
      kPress);
  REQUIRE(made);
  CHECK(made->space == display::Picture::Space::Gray);
  REQUIRE(made->bytes.size() == 3);
  CHECK(made->bytes[0] == '\xff');
  CHECK(made->bytes[2] == '\0');
  const double wanted = color::lab_of({0x40 / 255.0, 0x90 / 255.0, 0xa0 / 255.0}).l;
  CHECK(lightness_of(made->bytes[1]) == Approx(wanted).margin(1));
  CHECK(made->alpha == "\x80\x80\x80");
}

TEST_CASE("ink becomes sRGB as the press shows it, and what is grey or RGB stays") {
  const std::string ink("\0\0\0\0\xff\0\0\0", 8);
  const auto made = picture::as_srgb(raw(display::Picture::Space::Cmyk, ink, 2), kPress);
  REQUIRE(made);
  CHECK(made->space == display::Picture::Space::Rgb);
  CHECK(made->bytes == kPress.cmyk_to_rgb(ink));
  CHECK(made->icc == color::srgb_profile());
  const auto gray = raw(display::Picture::Space::Gray, "\x55", 1),
             rgb = raw(display::Picture::Space::Rgb, "abc", 1);
  CHECK(picture::as_srgb(gray, kPress) == gray);
  CHECK(picture::as_gray(gray, kPress) == gray);
  CHECK(picture::as_srgb(rgb, kPress) == rgb);
  CHECK_FALSE(picture::as_gray(nullptr, kPress));
  CHECK_FALSE(picture::as_srgb(nullptr, kPress));
}

}  // namespace handbill::test
