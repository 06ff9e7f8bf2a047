// SPDX-License-Identifier: MIT
#include "svg/write_svg.h"

#include <catch2/catch.hpp>

#include "support/paths.h"
#include "unit/svg/made_jpeg.h"
#include "unit/svg/sample_pages.h"

namespace {

using namespace std::string_literals;
using namespace handbill::test;
using handbill::Length;
using handbill::Path;
using handbill::color::Color;
using handbill::color::Preview;
using handbill::display::Guide;
using handbill::display::GuideKind;
using handbill::display::Item;
using handbill::display::Page;
using handbill::display::PageList;
using handbill::display::Picture;
using handbill::display::PlacedPicture;
using handbill::display::Role;
using handbill::display::Shape;
using handbill::display::Stroke;
using handbill::font::FontBook;

std::string svg_of(const PageList& pages, const FontBook& fonts = FontBook({}),
                   bool guides = false) {
  return handbill::svg::write_svg(pages, 0, fonts, Preview::without_profile(), {.guides = guides});
}

void check_golden(const std::string& name, const std::string& svg) {
  const auto file = std::filesystem::path(handbill::test::source_folder()) / "tests/golden/svg" /
                    name / "expected.svg";
  if (const auto difference = golden_difference(file, svg)) FAIL(*difference);
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

/// A cyan square on a page of its own, and what is cut there.
Page square_form() {
  Page page = blank_page(2, 2);
  Item cut = filled(Path::rect(box(0, 0, 2, 2)), magenta());
  cut.step = handbill::display::ProcessingStep::Cutting;
  page.items = {filled(Path::rect(box(0, 0, 2, 2)), cyan()), cut};
  return page;
}

Stroke thick_dashes() {
  Stroke stroke;
  stroke.color = magenta();
  stroke.width = Length::pt(2);
  stroke.cap = handbill::display::Cap::Round;
  stroke.join = handbill::display::Join::Bevel;
  stroke.dash = {Length::pt(4), Length::pt(3)};
  stroke.dash_phase = Length::pt(1);
  return stroke;
}

}  // namespace

TEST_CASE("pages on a page are defined once and used under their maps") {
  Page page = blank_page(6, 4);
  page.placed = {{0, {}}, {0, {0, 1, -1, 0, 6.5, 0}, Path::rect(box(4, 0, 1, 2))}};
  PageList pages = one_page(page);
  pages.forms.push_back(square_form());
  const std::string svg = svg_of(pages);
  CHECK(count(svg, "<g id=\"s0\">") == 1);
  CHECK(holds(svg, "<use xlink:href=\"#s0\"/>"));
  CHECK(holds(svg,
              "<g clip-path=\"url(#c0)\">\n"
              "<use xlink:href=\"#s0\" transform=\"matrix(0 1 -1 0 6.5 0)\"/>\n</g>"));
  CHECK(count(svg, "<path d") == 2);  // the square and the clip: nothing that is cut
}

TEST_CASE("shapes keep their fills, strokes, dashes, opacity and clips") {
  Page page = blank_page(40, 30);
  page.items.push_back(filled(Path::rect(box(-2, -2, 44, 12)), cyan()));
  page.items.push_back({Shape{.path = Path::rect(box(5, 5, 20, 10)),
                              .fill = yellow(),
                              .fill_rule = handbill::display::FillRule::EvenOdd,
                              .stroke = thick_dashes(),
                              .opacity = 0.5},
                        {},
                        {},
                        {}});
  Item clipped = filled(Path::rect(box(20, 10, 20, 20)), Color::black());
  clipped.clip = Path::ellipse({Length::pt(30), Length::pt(20)}, Length::pt(5), Length::pt(4));
  page.items.push_back(clipped);
  check_golden("shapes", svg_of(one_page(page)));
}

TEST_CASE("gradients have stops enough to look like ink") {
  auto linear = std::make_shared<handbill::display::Gradient>();
  linear->from = {Length::pt(2), {}};
  linear->to = {Length::pt(30), Length::pt(20)};
  linear->stops = {{0, cyan()}, {0.25, magenta()}, {0.25, yellow()}, {1, yellow()}};
  auto radial = std::make_shared<handbill::display::Gradient>(*linear);
  radial->kind = handbill::display::Gradient::Kind::Radial;
  radial->to_radius = Length::pt(9);
  radial->stops = {{0, Color::paper()}, {1, Color::paper()}};
  Page page = blank_page(40, 30);
  for (const auto& gradient : {linear, radial}) {
    Shape shape{.path = Path::rect(box(0, 0, 40, 15)), .stroke = thick_dashes()};
    shape.gradient = gradient;
    page.items.push_back({shape, {}, {}, {}});
  }
  check_golden("gradients", svg_of(one_page(page)));
}

TEST_CASE("text is outlines defined once, placed by number, and said aloud") {
  FontBook fonts({});
  const auto font = open_squares(fonts);
  Page page = blank_page(60, 30);
  page.items.push_back({glyph_run(fonts, font, "ABA", 10, 5, 12), {}, {}, {}});
  page.items.push_back({glyph_run(fonts, font, "B", 5, 5, 25), {}, {}, {}});
  const std::string svg = svg_of(one_page(page), fonts);
  check_golden("text", svg);
  CHECK(count(svg, "<use ") == 4);
}

TEST_CASE("glyphs without an outline are not placed") {
  FontBook fonts({});
  const auto font = open_squares(fonts);
  Page page = blank_page(60, 30);
  page.items.push_back({glyph_run(fonts, font, "A A", 10, 5, 12), {}, {}, {}});
  const std::string svg = svg_of(one_page(page), fonts);
  CHECK(count(svg, "<use ") ==
        (fonts.face(font).outline(fonts.face(font).glyph_for(' ')).empty() ? 2 : 3));
}

TEST_CASE("guides show the media box, every kind and a legend") {
  FontBook fonts({});
  open_squares(fonts);
  Page page = blank_page(120, 60);
  page.guides = {
      {GuideKind::Trim, Path::rect(box(0, 0, 120, 60)), "trim"},
      {GuideKind::Bleed, Path::rect(page.bleed), ""},
      {GuideKind::Fold, Path::segment({Length::pt(60), {}}, {Length::pt(60), Length::pt(60)}), "A"},
  };
  check_golden("guides", svg_of(one_page(page), fonts, true));
  const std::string without = svg_of(one_page(page), fonts);
  CHECK(holds(without, "viewBox=\"0 0 120 60\""));
  CHECK_FALSE(holds(without, "stroke"));
}

TEST_CASE("pictures are embedded once, JPEG files as they are") {
  const std::string jpeg_bytes = made_jpeg(Picture::Space::Rgb, "\xc0\x40\x20", 8, 8);
  Picture jpeg;
  jpeg.encoding = Picture::Encoding::Jpeg;
  jpeg.space = Picture::Space::Rgb;
  jpeg.width = jpeg.height = 8;
  jpeg.bytes = jpeg_bytes;
  Picture cmyk = jpeg;
  cmyk.space = Picture::Space::Cmyk;
  cmyk.bytes = made_jpeg(Picture::Space::Cmyk, "\0\0\0\0"s, 8, 8);
  Page page = blank_page(40, 40);
  const auto place = [&](std::uint32_t id, const Path& clip) {
    page.items.push_back({PlacedPicture{{id}, box(4, 4, 16, 8), clip}, {}, {}, {}});
  };
  place(0, {});
  place(0, Path::rect(box(4, 4, 16, 8)));
  place(1, Path::rect(box(4, 4, 8, 8)));
  place(2, {});
  PageList pages = one_page(page);
  pages.pictures = {std::make_shared<const Picture>(jpeg),
                    raw_picture(Picture::Space::Gray, 1, 1, "\x80"),
                    std::make_shared<const Picture>(cmyk)};
  const std::string svg = svg_of(pages);
  CHECK(count(svg, "<image ") == 3);
  CHECK(count(svg, "data:image/jpeg;base64,/9j/") == 1);
  CHECK(count(svg, "data:image/png;base64,iVBOR") == 2);
  CHECK(count(svg, "<clipPath ") == 1);
  CHECK(count(svg, "<use xlink:href=\"#p0\" transform=\"matrix(2 0 0 1 4 4)\"/>") == 2);
}

TEST_CASE("a raw picture whose data are broken is left out") {
  Page page = blank_page(40, 40);
  page.items.push_back({PlacedPicture{{0}, box(4, 4, 16, 8), {}}, {}, {}, {}});
  PageList pages = one_page(page);
  pages.pictures = {raw_picture(Picture::Space::Rgb, 5, 5, "short")};
  CHECK_FALSE(holds(svg_of(pages), "<use"));
}

TEST_CASE("links can be followed, scripts can not") {
  Page page = blank_page(40, 40);
  for (const std::string target :
       {"https://a.example/?x=1&y=2", "TEL:+14155550100", "mailto:a@b.example", "javascript:x()",
        " javascript:x()", "data:text/html,x", "http:/x"}) {
    page.links.push_back({box(1, 2, 3, 4), target, {}});
  }
  const std::string svg = svg_of(one_page(page));
  CHECK(count(svg, "<a ") == 3);
  CHECK(holds(svg,
              "<a xlink:href=\"https://a.example/?x=1&amp;y=2\"><rect x=\"1\" y=\"2\" "
              "width=\"3\" height=\"4\" fill-opacity=\"0\"/></a>"));
}

TEST_CASE("figures are named by their alternative text") {
  Page page = blank_page(40, 40);
  for (const std::uint32_t structure : {1U, 1U, 0U}) {
    Item item = filled(Path::rect(box(1, 1, 5, 5)), cyan());
    item.structure = handbill::display::StructId{structure};
    page.items.push_back(item);
  }
  PageList pages = one_page(page);
  pages.structure.push_back({Role::Figure, {}, "Skin & \"needles\"", {}});
  const std::string svg = svg_of(pages);
  CHECK(count(svg, "<g role=\"img\" aria-label=\"Skin &amp; &quot;needles&quot;\">") == 1);
  CHECK(count(svg, "</g>") == 1);
}

TEST_CASE("the same page gives the same bytes") {
  FontBook fonts({});
  const auto font = open_squares(fonts);
  Page page = blank_page(60, 30);
  page.items.push_back({glyph_run(fonts, font, "ABC", 10, 5, 12), {}, {}, {}});
  const PageList pages = one_page(page);
  CHECK(svg_of(pages, fonts) == svg_of(pages, fonts));
}
