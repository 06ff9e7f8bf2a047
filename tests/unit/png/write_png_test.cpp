// SPDX-License-Identifier: MIT
#include "png/write_png.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "support/letters.h"
#include "support/run_program.h"
#include "svg/write_svg.h"
#include "unit/svg/made_jpeg.h"
#include "unit/svg/sample_pages.h"

namespace {

using namespace std::string_literals;
using namespace handbill::test;
using handbill::Length;
using handbill::Path;
using handbill::color::Color;
using handbill::color::Preview;
using handbill::diag::DiagnosticId;
using handbill::diag::Diagnostics;
using handbill::display::Guide;
using handbill::display::GuideKind;
using handbill::display::Item;
using handbill::display::Page;
using handbill::display::PageList;
using handbill::display::Picture;
using handbill::display::PlacedPicture;
using handbill::display::Shape;
using handbill::display::Stroke;
using handbill::font::FontBook;
using handbill::png::PngOptions;

using Rows = std::vector<std::string>;

std::optional<std::string> png_of(const PageList& pages, const FontBook& fonts,
                                  const PngOptions& options, Diagnostics& diags) {
  return handbill::png::write_png(pages, 0, fonts, Preview::without_profile(), options, diags);
}

Pixels pixels_of(const PageList& pages, const FontBook& fonts, const PngOptions& options) {
  Diagnostics diags;
  const auto png = png_of(pages, fonts, options, diags);
  REQUIRE(diags.list().empty());
  REQUIRE(png);
  return read_png(*png).value();
}

/// One pixel a point; C, M, Y, K the solids, G and R their mixes, h half black on paper.
Rows drawn(const PageList& pages, const FontBook& fonts = FontBook({})) {
  return letters(pixels_of(pages, fonts, {.pixels_per_inch = 72}), {{'_', {255, 255, 255}},
                                                                    {'C', {0, 159, 227}},
                                                                    {'M', {229, 0, 126}},
                                                                    {'Y', {255, 237, 0}},
                                                                    {'K', {29, 28, 27}},
                                                                    {'h', {142, 142, 141}}});
}

Page with(Page page, std::vector<Item> items) {
  page.items = std::move(items);
  return page;
}

Item picture_at(const handbill::Rect& box, const Path& clip = {}) {
  return {PlacedPicture{{0}, box, clip}, {}, {}, {}};
}

/// A cyan square on a page of its own, and what is cut there.
Page square_form() {
  Item cut = filled(Path::rect(box(0, 0, 2, 2)), magenta());
  cut.step = handbill::display::ProcessingStep::Cutting;
  return with(blank_page(2, 2), {filled(Path::rect(box(0, 0, 2, 2)), cyan()), cut});
}

}  // namespace

TEST_CASE("gradients of ink are painted as the ink looks, and go on as they end") {
  auto gradient = std::make_shared<handbill::display::Gradient>();
  gradient->from = {Length::pt(2), {}};
  gradient->to = {Length::pt(8), {}};
  gradient->stops = {{0, cyan()}, {0.5, magenta()}, {0.5, Color::black()}, {1, Color::black()}};
  Item item = filled(Path::rect(box(0, 0, 10, 4)), cyan());
  std::get<Shape>(item.content).fill.reset();
  std::get<Shape>(item.content).gradient = gradient;
  const Rows rows = drawn(one_page(with(blank_page(10, 1), {item})));
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].substr(0, 2) == "CC");
  CHECK(rows[0].substr(5) == "KKKKK");
  // Half cyan and half magenta is a blue that light would not mix of the two.
  gradient = std::make_shared<handbill::display::Gradient>(*gradient);
  gradient->from = {Length::pt(-100), {}};
  gradient->to = {Length::pt(100), {}};
  gradient->stops = {{0, cyan()}, {1, magenta()}};
  std::get<Shape>(item.content).gradient = gradient;
  const Pixels pixels =
      pixels_of(one_page(with(blank_page(1, 1), {item})), FontBook({}), {.pixels_per_inch = 72});
  const auto blue = Preview::without_profile().to_rgb(Color::process({0.5, 0.5, 0, 0}));
  CHECK(std::abs(pixels.at(0, 0)[0] - blue.r * 255) < 4);
  CHECK(std::abs(pixels.at(0, 0)[1] - blue.g * 255) < 4);

  gradient = std::make_shared<handbill::display::Gradient>(*gradient);
  gradient->kind = handbill::display::Gradient::Kind::Radial;
  gradient->from = gradient->to = {Length::pt(3), Length::pt(0.5)};
  gradient->to_radius = Length::pt(2);
  gradient->stops = {{0, cyan()}, {1, cyan()}, {1, Color::black()}};
  std::get<Shape>(item.content).gradient = gradient;
  CHECK(drawn(one_page(with(blank_page(7, 1), {item})))[0].substr(0, 1) == "K");
  CHECK(drawn(one_page(with(blank_page(7, 1), {item})))[0].substr(2, 2) == "CC");
}

TEST_CASE("pages on a page are turned, clipped and painted over") {
  Page page = with(blank_page(6, 4), {filled(Path::rect(box(1, 1, 1, 1)), magenta())});
  page.media = box(0, 0, 6, 4);
  page.placed = {{0, handbill::Matrix::translate({Length::pt(1), Length::pt(1)})},
                 {0, {0, 1, -1, 0, 6, 0}, Path::rect(box(4, 0, 1, 2))}};
  PageList pages = one_page(page);
  pages.forms.push_back(square_form());
  CHECK(drawn(pages) == Rows{
                            "____C_",
                            "_MC_C_",
                            "_CC___",
                            "______",
                        });
}

TEST_CASE("type on a turned page turns with it") {
  FontBook fonts({});
  const auto font = open_squares(fonts);
  Page page = blank_page(4, 10);
  page.media = box(0, 0, 4, 10);
  page.placed = {{0, {0, 1, -1, 0, 4, 0}}};
  PageList pages = one_page(page);
  pages.forms.push_back(
      with(blank_page(10, 4), {{glyph_run(fonts, font, "AB", 5, 0, 4), {}, {}, {}}}));
  CHECK(drawn(pages, fonts) == Rows(10, "KKKK"));
}

TEST_CASE("what only finishing machines see is not painted") {
  const PageList pages = one_page(square_form());
  CHECK(drawn(pages) == Rows{"CC", "CC"});
}

TEST_CASE("shapes are painted in their order, cut off at the trim") {
  const Page page = with(blank_page(8, 5), {filled(Path::rect(box(-2, -2, 12, 4)), cyan()),
                                            filled(Path::rect(box(4, 1, 6, 3)), magenta())});
  CHECK(drawn(one_page(page)) == Rows{
                                     "CCCCCCCC",
                                     "CCCCMMMM",
                                     "____MMMM",
                                     "____MMMM",
                                     "________",
                                 });
}

TEST_CASE("fill rules, strokes, dashes and caps are the shape's own") {
  Path ring = Path::rect(box(0, 0, 6, 6));
  ring.append(Path::rect(box(2, 2, 2, 2)));
  Shape even{.path = ring, .fill = cyan(), .stroke = {}};
  even.fill_rule = handbill::display::FillRule::EvenOdd;
  Stroke stroke;
  stroke.color = Color::black();
  stroke.width = Length::pt(2);
  stroke.dash = {Length::pt(2), Length::pt(1)};
  Shape dashed{
      .path = Path::segment({Length::pt(7), Length::pt(1)}, {Length::pt(14), Length::pt(1)}),
      .fill = {},
      .stroke = stroke};
  stroke.dash = {};
  stroke.cap = handbill::display::Cap::Square;
  const Shape square{
      .path = Path::segment({Length::pt(8), Length::pt(4)}, {Length::pt(12), Length::pt(4)}),
      .fill = {},
      .stroke = stroke};
  const Page page =
      with(blank_page(14, 6), {{even, {}, {}, {}}, {dashed, {}, {}, {}}, {square, {}, {}, {}}});
  CHECK(drawn(one_page(page)) == Rows{
                                     "CCCCCC_KK_KK_K",
                                     "CCCCCC_KK_KK_K",
                                     "CC__CC________",
                                     "CC__CC_KKKKKK_",
                                     "CCCCCC_KKKKKK_",
                                     "CCCCCC________",
                                 });
}

TEST_CASE("fill and stroke fade together") {
  Stroke stroke;
  stroke.color = Color::black();
  stroke.width = Length::pt(2);
  const Shape shape{.path = Path::rect(box(2, 2, 4, 4)),
                    .fill = Color::black(),
                    .stroke = stroke,
                    .opacity = 0.5};
  CHECK(drawn(one_page(with(blank_page(8, 4), {{shape, {}, {}, {}}}))) == Rows{
                                                                              "________",
                                                                              "_hhhhhh_",
                                                                              "_hhhhhh_",
                                                                              "_hhhhhh_",
                                                                          });
}

TEST_CASE("nothing is painted outside an item's clip, and the clip ends with the item") {
  Item clipped = filled(Path::rect(box(0, 0, 6, 2)), cyan());
  clipped.clip = Path::rect(box(1, 1, 3, 3));
  const Page page =
      with(blank_page(6, 3), {clipped, filled(Path::rect(box(5, 0, 1, 3)), magenta())});
  CHECK(drawn(one_page(page)) == Rows{
                                     "_____M",
                                     "_CCC_M",
                                     "_____M",
                                 });
}

TEST_CASE("dashes that Cairo would stumble over are drawn solid") {
  for (const std::vector<Length>& dash :
       {std::vector{Length()}, std::vector{Length::pt(-1), Length::pt(2)}}) {
    Stroke stroke;
    stroke.color = Color::black();
    stroke.width = Length::pt(2);
    stroke.dash = dash;
    const Shape shape{.path = Path::segment({{}, Length::pt(1)}, {Length::pt(4), Length::pt(1)}),
                      .fill = {},
                      .stroke = stroke};
    CHECK(drawn(one_page(with(blank_page(4, 3), {{shape, {}, {}, {}}}))) ==
          Rows{"KKKK", "KKKK", "____"});
  }
}

TEST_CASE("glyphs stand where they were placed, in TrueType and CFF fonts") {
  const std::string file = GENERATE("squares.ttf", "squares.otf");
  FontBook fonts({});
  const auto font = open_squares(fonts, file);
  // A square reaches from 0.2 em below the baseline to 0.8 em above it.
  auto run = glyph_run(fonts, font, "AB", 5, 1, 5);
  run.glyphs[1].x = Length::pt(6);
  run.glyphs[1].y = Length::pt(1);
  run.color = magenta();
  CHECK(drawn(one_page(with(blank_page(13, 8), {{run, {}, {}, {}}})), fonts) == Rows{
                                                                                    "_____________",
                                                                                    "_MMMMM_______",
                                                                                    "_MMMMM_MMMMM_",
                                                                                    "_MMMMM_MMMMM_",
                                                                                    "_MMMMM_MMMMM_",
                                                                                    "_MMMMM_MMMMM_",
                                                                                    "_______MMMMM_",
                                                                                    "_____________",
                                                                                });
}

TEST_CASE("glyphs are not moved to whole pixels") {
  FontBook fonts({});
  const auto font = open_squares(fonts);
  auto run = glyph_run(fonts, font, "A", 5, 1.5, 5);
  const auto rows = drawn(one_page(with(blank_page(8, 7), {{run, {}, {}, {}}})), fonts);
  CHECK(rows[3] == "_hKKKKh_");
}

TEST_CASE("large type is where small type is") {
  FontBook fonts({});
  const auto font = open_squares(fonts);
  for (const double size : {63.0, 64.0, 65.0, 80.0}) {
    auto run = glyph_run(fonts, font, "A", size, 2, 2 + size * 0.8);
    run.color = magenta();
    const auto rows = drawn(one_page(with(blank_page(100, 100), {{run, {}, {}, {}}})), fonts);
    const auto side = static_cast<std::size_t>(size);
    INFO(size);
    CHECK(rows[1] == std::string(100, '_'));
    CHECK(rows[40] == "__" + std::string(side, 'M') + std::string(98 - side, '_'));
    CHECK(rows[side + 3] == std::string(100, '_'));
  }
}

TEST_CASE("type far off the page or cut by its edge does no harm") {
  FontBook fonts({});
  const auto font = open_squares(fonts);
  std::vector<Item> items;
  for (const double x : {-1e300, -1e7, -3.0, 6.0, 1e5, 1e300}) {
    items.push_back({glyph_run(fonts, font, "A", 5, x, 5), {}, {}, {}});
  }
  CHECK(drawn(one_page(with(blank_page(8, 3), items)), fonts) == Rows{
                                                                     "________",
                                                                     "KK____KK",
                                                                     "KK____KK",
                                                                 });
}

TEST_CASE("a clip cuts type") {
  FontBook fonts({});
  const auto font = open_squares(fonts);
  Item item{glyph_run(fonts, font, "A", 5, 1, 5), {}, {}, Path::rect(box(3, 0, 9, 3))};
  CHECK(drawn(one_page(with(blank_page(8, 4), {item})), fonts) == Rows{
                                                                      "________",
                                                                      "___KKK__",
                                                                      "___KKK__",
                                                                      "________",
                                                                  });
}

TEST_CASE("pictures fill their box, seen only inside their clip") {
  Page page = with(blank_page(8, 6), {picture_at(box(1, 1, 4, 4)),
                                      picture_at(box(6, 0, 2, 6), Path::rect(box(6, 2, 2, 2)))});
  PageList pages = one_page(page);
  pages.pictures = {raw_picture(Picture::Space::Cmyk, 1, 1, "\0\0\xff\0"s)};
  CHECK(drawn(pages) == Rows{
                            "________",
                            "_YYYY___",
                            "_YYYY_YY",
                            "_YYYY_YY",
                            "_YYYY___",
                            "________",
                        });
}

TEST_CASE("transparent pictures let the page through") {
  Page page = with(blank_page(4, 2), {picture_at(box(0, 0, 4, 2))});
  PageList pages = one_page(page);
  pages.pictures = {raw_picture(Picture::Space::Gray, 4, 2, "\x1c\x1c\x1c\x1c\x1c\x1c\x1c\x1c",
                                "\x00\xff\xff\x80\x00\xff\xff\x80"s)};
  CHECK(drawn(pages) == Rows{"_KKh", "_KKh"});
}

TEST_CASE("a picture that can't be decoded is said where it is placed") {
  Item item = picture_at(box(0, 0, 4, 2));
  item.span = {{0}, 3, 9};
  PageList pages = one_page(with(blank_page(4, 2), {item, item}));
  pages.pictures = {raw_picture(Picture::Space::Rgb, 5, 5, "short")};
  Diagnostics diags;
  CHECK_FALSE(png_of(pages, FontBook({}), {}, diags));
  REQUIRE(diags.list().size() == 1);
  CHECK(diags.list()[0].id == DiagnosticId::PictureBroken);
  CHECK(diags.list()[0].span == item.span);
}

TEST_CASE("the size follows from the resolution, which the file states") {
  const PageList pages = one_page(blank_page(72, 36));
  Diagnostics diags;
  const auto png = png_of(pages, FontBook({}), {.pixels_per_inch = 144}, diags);
  REQUIRE(png);
  CHECK(png->find("pHYs\x00\x00\x16\x25\x00\x00\x16\x25\x01"s) != std::string::npos);
  const auto pixels = read_png(*png);
  REQUIRE(pixels);
  CHECK(pixels->width == 144);
  CHECK(pixels->height == 72);
}

TEST_CASE("absurd sizes are refused before memory is asked for") {
  for (const auto& [height, per_inch] : {std::pair(7.2, 1200.0), std::pair(32'767.0, 72.0)}) {
    Diagnostics diags;
    CHECK(png_of(one_page(blank_page(7.2, height)), FontBook({}), {.pixels_per_inch = per_inch},
                 diags));
    CHECK(diags.list().empty());
  }
  struct Case {
    double width, height, per_inch;
  };
  for (const Case& each : {Case{72, 72, 9}, Case{72, 72, 1201}, Case{72, 72, NAN},
                           Case{72, 72, INFINITY}, Case{14400, 14400, 300}, Case{1e12, 1e12, 72},
                           Case{32'768, 10, 72}, Case{12'250, 12'250, 72}}) {
    Diagnostics diags;
    INFO(each.width << " " << each.per_inch);
    CHECK_FALSE(png_of(one_page(blank_page(each.width, each.height)), FontBook({}),
                       {.pixels_per_inch = each.per_inch}, diags));
    REQUIRE(diags.list().size() == 1);
    CHECK(diags.list()[0].id == DiagnosticId::BadValue);
  }
}

TEST_CASE("guides are drawn over the media box with a legend below") {
  FontBook fonts({});
  open_squares(fonts);
  Page page = blank_page(120, 60);
  page.guides = {{GuideKind::Trim, Path::rect(box(0, 0, 120, 60)), ""},
                 {GuideKind::Frame, Path::rect(box(10, 10, 50, 30)), "A"}};
  const Pixels pixels = pixels_of(one_page(page), fonts, {.pixels_per_inch = 288, .guides = true});
  CHECK(pixels.width == 124 * 4);
  CHECK(pixels.height > 64 * 4 + 40);
  CHECK(pixels.at(60 * 4, 2 * 4) == Pixel{0xd4, 0x00, 0x2a});  // the trim's upper edge
  CHECK(pixels.share_of({0x3a, 0x86, 0xd0}, 40) > 0.002);      // the frame
  CHECK(pixels.at(24, 289)[0] > 200);                          // the trim's sample in the legend
  CHECK(pixels.at(24, 289)[1] < 80);
}

TEST_CASE("the same page gives the same bytes") {
  FontBook fonts({});
  const auto font = open_squares(fonts);
  const PageList pages =
      one_page(with(blank_page(60, 30), {{glyph_run(fonts, font, "ABC", 9.3, 5, 12), {}, {}, {}}}));
  Diagnostics diags;
  CHECK(png_of(pages, fonts, {}, diags) == png_of(pages, fonts, {}, diags));
}

/// Of every kind of item: fill and stroke, clip, fading, type, pictures.
static PageList varied_pages(FontBook& fonts) {
  const auto font = open_squares(fonts);
  Stroke stroke;
  stroke.color = Color::black();
  stroke.width = Length::pt(1.5);
  stroke.dash = {Length::pt(6), Length::pt(3)};
  stroke.dash_phase = Length::pt(2);
  stroke.join = handbill::display::Join::Round;
  Item ellipse{
      Shape{.path = Path::ellipse({Length::pt(60), Length::pt(45)}, Length::pt(30), Length::pt(20)),
            .fill = Color::process({0.2, 0.6, 0.1, 0.05}),
            .stroke = stroke,
            .opacity = 0.7},
      {},
      {},
      Path::rounded_rect(box(35, 20, 60, 45), Length::pt(12))};
  auto run = glyph_run(fonts, font, "ABC", 7.3, 10.4, 80.2);
  run.color = Color::process({0.9, 0.3, 0.4, 0.2});
  Page page = with(blank_page(120, 90), {filled(Path::rect(box(-2, -2, 60, 40)), cyan()),
                                         ellipse,
                                         {run, {}, {}, {}},
                                         picture_at(box(80, 60, 30, 20)),
                                         {PlacedPicture{{1}, box(5, 50, 20, 20), {}}, {}, {}, {}}});
  page.guides = {{GuideKind::Trim, Path::rect(box(0, 0, 120, 90)), ""},
                 {GuideKind::Fold,
                  Path::segment({Length::pt(60), {}}, {Length::pt(60), Length::pt(90)}), "fold"}};
  PageList pages = one_page(page);
  Picture jpeg;
  jpeg.encoding = Picture::Encoding::Jpeg;
  jpeg.space = Picture::Space::Cmyk;
  jpeg.inverted = true;
  jpeg.width = jpeg.height = 8;
  jpeg.bytes = made_jpeg(Picture::Space::Cmyk, "\xff\x40\x80\xff", 8, 8);
  pages.pictures = {raw_picture(Picture::Space::Rgb, 2, 1, "\xff\0\0\0\0\xff"s),
                    std::make_shared<const Picture>(jpeg)};
  return pages;
}

TEST_CASE("a part of a picture looks as it does in the whole") {
  // Where an edge is cut off Cairo rounds it otherwise: in the last shades, which nobody sees.
  constexpr int kShades = 10;
  FontBook fonts({});
  const PageList pages = varied_pages(fonts);
  const double ppi = GENERATE(72.0, 133.0, 300.0);
  const bool guides = GENERATE(false, true);
  const Pixels whole = pixels_of(pages, fonts, {.pixels_per_inch = ppi, .guides = guides});
  for (const auto& [left, top, right, bottom] :
       {std::array{0.0, 0.0, 0.3, 0.2}, std::array{0.21, 0.33, 0.68, 0.71},
        std::array{0.5, 0.6, 1.0, 1.0}, std::array{0.1, 0.5, 0.12, 0.53}}) {
    const handbill::png::PixelBox part = {
        static_cast<int>(left * whole.width), static_cast<int>(top * whole.height),
        static_cast<int>(right * whole.width) + 1, static_cast<int>(bottom * whole.height) + 1};
    const Pixels seen =
        pixels_of(pages, fonts, {.pixels_per_inch = ppi, .guides = guides, .part = part});
    REQUIRE(seen.width == std::min(part.right, whole.width) - part.left);
    REQUIRE(seen.height == std::min(part.bottom, whole.height) - part.top);
    int different = 0;
    for (int y = 0; y < seen.height; ++y) {
      for (int x = 0; x < seen.width; ++x) {
        const Pixel is = seen.at(x, y), was = whole.at(part.left + x, part.top + y);
        for (std::size_t i = 0; i < 3; ++i) different += std::abs(is[i] - was[i]) > kShades;
      }
    }
    CHECK(different == 0);
  }
}

TEST_CASE("a part outside of the picture is refused") {
  FontBook fonts({});
  Diagnostics diags;
  CHECK_FALSE(png_of(one_page(blank_page(10, 10)), fonts,
                     {.pixels_per_inch = 72, .part = handbill::png::PixelBox{10, 0, 20, 10}},
                     diags));
  CHECK(diags.has_errors());
  CHECK(png_of(one_page(blank_page(10, 10)), fonts,
               {.pixels_per_inch = 72, .part = handbill::png::PixelBox{9, 0, 20, 10}}, diags));
}

TEST_CASE("SVG and PNG of a page look alike") {
  FontBook fonts({});
  const PageList pages = varied_pages(fonts);
  const bool guides = GENERATE(false, true);
  const std::string svg =
      handbill::svg::write_svg(pages, 0, fonts, Preview::without_profile(), {.guides = guides});
  const TempFolder folder;
  const auto svg_file = folder.write("page.svg", svg).string();
  const auto png_file = (folder / "page.png").string();
  const auto result =
      run_program({"rsvg-convert", "-d", "288", "-p", "288", svg_file, "-o", png_file});
  if (result.exit_code == -1) {
    WARN("rsvg-convert is not installed: not compared");
    return;
  }
  REQUIRE(result.exit_code == 0);
  const auto by_rsvg = read_png(read_file(png_file));
  REQUIRE(by_rsvg);
  const Pixels ours = pixels_of(pages, fonts, {.pixels_per_inch = 288, .guides = guides});
  // The two-pixel picture is blown up: how renderers blend in between is their own affair.
  if (const auto difference =
          pixel_difference(ours, *by_rsvg, {.channel = 40, .share = 0.03, .mean = 2.5})) {
    FAIL(*difference);
  }
}
