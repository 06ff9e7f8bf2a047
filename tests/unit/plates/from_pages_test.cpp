// SPDX-License-Identifier: MIT
#include "plates/from_pages.h"

#include <catch2/catch.hpp>

#include "plates/dump.h"
#include "plates/rectangle.h"
#include "support/rect.h"
#include "support/squares.h"
#include "unit/svg/made_jpeg.h"

namespace handbill::plates {
namespace {

using test::rect;

using color::Color;
using color::Overprint;
using display::GlyphRun;
using display::Item;
using display::PageList;
using display::Picture;
using display::Shape;

display::Page page(std::vector<Item> items) {
  display::Page page;
  page.name = "front";
  page.trim = {Length::pt(100), Length::pt(50)};
  page.bleed = page.media = rect(-9, -9, 118, 68);
  page.items = std::move(items);
  return page;
}

/// The lines about objects, without their indent.
std::vector<std::string> objects(const Print& print) {
  const std::string text = dump(print);
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    if (text[at] == ' ') lines.push_back(text.substr(at + 2, end - at - 2));
    at = end + 1;
  }
  return lines;
}

std::vector<std::string> objects(std::vector<Item> items) {
  PageList list;
  list.pages.push_back(page(std::move(items)));
  return objects(from_pages(list, font::FontBook({})));
}

Shape filled(const Rect& box, Color fill) {
  Shape shape;
  shape.path = Path::rect(box);
  shape.fill = std::move(fill);
  return shape;
}

std::shared_ptr<const Picture> picture(Picture::Space space, int width, int height,
                                       std::string bytes) {
  Picture picture;
  picture.space = space;
  picture.width = width;
  picture.height = height;
  picture.bytes = std::move(bytes);
  return std::make_shared<const Picture>(std::move(picture));
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a line of text is one object with all its outlines, its size and its words") {
  font::FontBook fonts({});
  PageList list;
  GlyphRun run;
  run.font = test::open_squares(fonts);
  const font::GlyphId glyph = fonts.face(run.font).glyph_for('A');
  run.size = Length::pt(10);
  run.color = Color::process({0, 0.5, 1, 0.25});
  run.origin = {Length::pt(20), Length::pt(30)};
  run.text = "AA";
  run.glyphs = {{glyph, {}, {}, Length::pt(10), 0, 1},
                {glyph, Length::pt(10), {}, Length::pt(10), 1, 2}};
  run.overprint = Overprint::On;
  list.pages.push_back(page({{run}}));
  const Print print = from_pages(list, fonts);
  CHECK(dump(print) ==
        "inks \"Cyan\" \"Magenta\" \"Yellow\" \"Black\"\n"
        "page \"front\" trim 0 0 100 50 bleed -9 -9 118 68 media -9 -9 118 68\n"
        "  text \"AA\" Squares-Regular 10 pt Magenta 50 + Yellow 100 + Black 25 "
        "overprint mode 1 at 20 22 20 10\n");
  CHECK(print.pages[0].objects[0].paint.named == std::vector<bool>(4, true));

  SECTION("narrower outlines are narrower") {
    std::get<GlyphRun>(list.pages[0].items[0].content).glyph_width = 0.5;
    CHECK(from_pages(list, fonts).pages[0].objects[0].bounds.width.pt() == Approx(15));
  }
  SECTION("glyphs without an outline are nothing") {
    auto& space = std::get<GlyphRun>(list.pages[0].items[0].content);
    space.glyphs.resize(1);
    space.glyphs[0].id = fonts.face(run.font).glyph_for(' ');
    CHECK(from_pages(list, fonts).pages[0].objects.empty());
  }
}

TEST_CASE("fill and stroke are objects of their own, each with its ink and overprint") {
  Shape shape = filled(rect(10, 10, 20, 20), Color::spot_ink("Teal", {1, 0, 0.3, 0.4}).tinted(0.5));
  shape.stroke = display::Stroke{.color = Color::black(), .width = Length::pt(2)};
  shape.stroke->overprint = Overprint::On;
  shape.opacity = 0.5;
  PageList list;
  list.pages.push_back(page({{shape}}));
  const Print print = from_pages(list, font::FontBook({}));
  CHECK(objects(print) == Lines{"fill Teal 50 opacity 0.5 at 10 10 20 20",
                                "stroke 2 pt Black 100 overprint mode 1 opacity 0.5 at 9 9 22 22"});
  REQUIRE(print.inks.size() == 5);
  CHECK(print.inks[4].solid == color::Cmyk{1, 0, 0.3, 0.4});
  CHECK(print.pages[0].objects[0].paint.named ==
        std::vector<bool>{false, false, false, false, true});
}

TEST_CASE("bounds are those of what is painted") {
  const auto bounds = [](display::Stroke stroke, const Path& path) {
    Shape shape;
    shape.path = path;
    stroke.color = Color::black();
    stroke.width = Length::pt(4);
    shape.stroke = stroke;
    const std::string line = objects({{shape}}).front();
    return line.substr(line.find(" at ") + 4);
  };
  const Path line =
      Path::segment({Length::pt(10), Length::pt(20)}, {Length::pt(30), Length::pt(20)});
  Path corner = line;
  corner.line({Length::pt(30), Length::pt(40)});
  using display::Cap;
  using display::Join;
  CHECK(bounds({}, line) == "10 18 20 4");
  CHECK(bounds({.cap = Cap::Square}, line) == "8 18 24 4");
  CHECK(bounds({.cap = Cap::Round}, line) == "8 18 24 4");
  CHECK(bounds({}, corner) == "10 18 22 22");
  CHECK(bounds({.join = Join::Bevel}, corner) == "10 18 22 22");
  CHECK(bounds({.dash = {Length::pt(3), Length::pt(7)}}, line) == "10 18 13 4");
  CHECK(bounds({.dash = {Length::pt(3), Length::pt(7)}, .dash_phase = Length::pt(3)}, line) ==
        "17 18 13 4");

  Item clipped{filled(rect(10, 10, 20, 20), Color::black())};
  clipped.clip = Path::rect(rect(20, 0, 100, 15));
  CHECK(objects({clipped}) == Lines{"fill Black 100 clipped at 20 10 10 5"});
  clipped.clip = Path::rect(rect(50, 0, 100, 15));
  CHECK(objects({clipped}).empty());
}

TEST_CASE("registration is on every plate there is, even on one first used after it") {
  const auto lines = objects({{filled(rect(0, 0, 5, 5), Color::registration())},
                              {filled(rect(0, 0, 5, 5), Color::spot_ink("Teal", {}))}});
  CHECK(lines == Lines{"fill all plates 100 at 0 0 5 5", "fill Teal 100 at 0 0 5 5"});
  PageList list;
  list.pages.push_back(page({{filled(rect(0, 0, 5, 5), Color::registration())},
                             {filled(rect(0, 0, 5, 5), Color::spot_ink("Teal", {}))}}));
  CHECK(from_pages(list, font::FontBook({})).pages[0].objects[0].paint.amounts ==
        std::vector<double>(5, 1));
}

TEST_CASE("gradients keep their stops") {
  Shape shape;
  shape.path = Path::rect(rect(0, 0, 50, 20));
  display::Gradient gradient;
  gradient.to = {Length::pt(50), {}};
  gradient.stops = {{0, Color::process({0.2, 0, 0, 0})}, {1, Color::black()}};
  shape.gradient = std::make_shared<const display::Gradient>(gradient);
  CHECK(objects({{shape}}) == Lines{"shading linear 0% Cyan 20, 100% Black 100 at 0 0 50 20"});
}

TEST_CASE("processing steps are told as such") {
  Item fold{filled(rect(0, 0, 5, 5), Color::black())};
  fold.step = display::ProcessingStep::Folding;
  CHECK(objects({fold}) == Lines{"fill Black 100 step folding at 0 0 5 5"});
}

TEST_CASE("pictures keep their facts and are decoded to ink") {
  PageList list;
  const auto print_of = [&](std::shared_ptr<const Picture> picture, const Rect& box) {
    list.pictures = {std::move(picture)};
    list.pages = {page({{display::PlacedPicture{{}, box, Path::rect(box)}}})};
    return from_pages(list, font::FontBook({}));
  };
  using namespace std::string_literals;
  SECTION("grey is on black alone, and light grey is little ink") {
    const Print print =
        print_of(picture(Picture::Space::Gray, 2, 1, "\xff\x33"s), rect(0, 0, 2, 1));
    CHECK(objects(print) == Lines{"picture 2x1 8 bit 72 ppi Black 40 in DeviceGray at 0 0 2 1"});
    CHECK(print.pages[0].objects[0].picture->raster->bytes == "\x00\xcc"s);
  }
  SECTION("CMYK is what it is") {
    const Print print =
        print_of(picture(Picture::Space::Cmyk, 1, 1, "\xff\x00\x33\x00"s), rect(0, 0, 1, 1));
    CHECK(objects(print) == Lines{"picture 1x1 8 bit 72 ppi Cyan 100 + Yellow 20 at 0 0 1 1"});
  }
  SECTION("RGB is what it is about to be converted to") {
    const Print print =
        print_of(picture(Picture::Space::Rgb, 1, 1, "\xff\xff\xff"s), rect(0, 0, 1, 1));
    CHECK(objects(print) == Lines{"picture 1x1 8 bit 72 ppi paper in DeviceRGB at 0 0 1 1"});
  }
  SECTION("JPEG files far too fine are read smaller") {
    Picture jpeg = *picture(Picture::Space::Gray, 64, 32,
                            test::made_jpeg(Picture::Space::Gray, "\x80", 64, 32));
    jpeg.encoding = Picture::Encoding::Jpeg;
    const Print print = print_of(std::make_shared<const Picture>(jpeg), rect(0, 0, 64 / 9.0, 4));
    const Object& object = print.pages[0].objects[0];
    CHECK(object.picture->pixels_per_inch() == Approx(576));
    CHECK(object.picture->width == 64);
    CHECK(object.picture->raster->width == 32);
    CHECK(object.paint.amounts[kBlack] == Approx(0.5).margin(0.01));
  }
  SECTION("damaged data are no raster") {
    const Print print = print_of(picture(Picture::Space::Cmyk, 2, 1, "abcd"), rect(0, 0, 1, 1));
    CHECK(objects(print) == Lines{"picture 2x1 8 bit 72 ppi not decoded paper at 0 0 1 1"});
  }
}

TEST_CASE("pages placed on others are taken apart, turned and in size") {
  font::FontBook fonts({});
  GlyphRun run;
  run.font = test::open_squares(fonts);
  run.size = Length::pt(10);
  run.text = "A";
  run.color = Color::black();
  run.origin = {{}, Length::pt(10)};
  run.glyphs = {{fonts.face(run.font).glyph_for('A'), {}, {}, Length::pt(10), 0, 1}};
  Shape line;
  line.path = Path::segment({{}, {}}, {Length::pt(20), {}});
  line.stroke = display::Stroke{.color = Color::black(), .width = Length::pt(2)};
  PageList list;
  list.forms.push_back(page({{run}, {line}}));
  display::Page sheet = page({{filled(rect(0, 0, 1, 1), Color::black())}});
  sheet.placed.push_back({0, Matrix{0, 1, -1, 0, 50, 0}, {}});
  sheet.placed.push_back(
      {0, Matrix::translate({Length::pt(60), {}}), Path::rect(rect(60, 0, 5, 50))});
  list.pages.push_back(sheet);
  CHECK(objects(from_pages(list, fonts)) ==
        Lines{"text \"A\" Squares-Regular 10 pt Black 100 at 38 0 10 10",
              "stroke 2 pt Black 100 at 49 0 2 20",
              "text \"A\" Squares-Regular 10 pt Black 100 clipped at 60 2 5 10",
              "stroke 2 pt Black 100 clipped at 60 0 5 1", "fill Black 100 at 0 0 1 1"});
}

TEST_CASE("drawings are all but type, without the pixels of pictures, and know their items") {
  font::FontBook fonts({});
  GlyphRun run;
  run.font = test::open_squares(fonts);
  run.size = Length::pt(10);
  run.glyphs = {{.id = fonts.face(run.font).glyph_for('A')}};
  PageList list;
  list.pictures.push_back(picture(Picture::Space::Gray, 1, 1, "\x80"));
  list.pages.push_back(page({{filled(rect(0, 0, 9, 9), Color::black())},
                             {run},
                             {display::PlacedPicture{{}, rect(0, 0, 36, 36), {}}}}));
  const Page all = from_pages(list, fonts).pages.front();
  const Page drawn = drawings(list, fonts).pages.front();
  REQUIRE(all.objects.size() == 3);
  CHECK(all.objects[2].picture->raster);
  REQUIRE(drawn.objects.size() == 2);
  CHECK(drawn.objects[0].item == 0);
  CHECK(drawn.objects[1].item == 2);
  CHECK_FALSE(drawn.objects[1].picture->raster);
  CHECK(drawn.objects[1].picture->pixels_per_inch() == Approx(2));
}

TEST_CASE("rectangles are told from other paths") {
  const Rect box = rect(10.1, 20.2, 30.3, 40.4);
  CHECK(as_rect(Path::rect(box)) == Path::rect(box).bounds());
  CHECK(as_rect(Path::rect(box).transformed({0, 1, -1, 0, 0, 0})));
  CHECK_FALSE(as_rect(Path::rect(box).transformed({1, 0.01, 0, 1, 0, 0})));
  CHECK_FALSE(as_rect(Path::rounded_rect(box, Length::pt(1))));
  CHECK_FALSE(as_rect(Path::segment({}, box.origin())));
  CHECK_FALSE(as_rect(Path()));
}

TEST_CASE("the bounds of drawn strokes hold all of them") {
  const auto bounds = [](display::Join join, bool is_box) {
    Shape shape;
    shape.path.move({Length::pt(20), Length::pt(40)});
    shape.path.line({Length::pt(40), Length::pt(10)});
    shape.path.line({Length::pt(60), Length::pt(40)});
    if (is_box) shape.path = Path::rect(rect(20, 10, 40, 30));
    shape.stroke = display::Stroke{.width = Length::pt(6), .join = join};
    PageList list;
    list.pages.push_back(page({{shape}}));
    const font::FontBook fonts({});
    const Rect exact = from_pages(list, fonts).pages[0].objects[0].bounds;
    const Rect rough = drawings(list, fonts).pages[0].objects[0].bounds;
    CHECK(rough.contains(exact));
    return rough;
  };
  CHECK(bounds(display::Join::Miter, true) == rect(17, 7, 46, 36));
  CHECK(bounds(display::Join::Round, false) == rect(17, 7, 46, 36));
  bounds(display::Join::Miter, false);
  bounds(display::Join::Bevel, false);
}

}  // namespace handbill::plates
