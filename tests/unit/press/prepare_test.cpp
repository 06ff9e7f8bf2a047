// SPDX-License-Identifier: MIT
#include "press/prepare.h"

#include <catch2/catch.hpp>

#include "support/rect.h"

namespace handbill::press {
namespace {

using test::rect;

using color::Color;
using color::Overprint;
using display::Item;
using display::Picture;
using display::Shape;

const Color kTeal = Color::process({0.8, 0.2, 0.4, 0});
const Color kGold = Color::spot_ink("Gold", {0, 0.2, 0.6, 0.2});

Item filled(const Rect& box, const Color& color, double opacity = 1) {
  return {Shape{
      .path = Path::rect(box), .fill = color, .opacity = opacity, .overprint = Overprint::Auto}};
}

Item line(const Color& color, double width) {
  const Point from{}, to{Length::pt(90), {}};
  return {Shape{.path = Path::segment(from, to),
                .stroke = display::Stroke{
                    .color = color, .width = Length::pt(width), .overprint = Overprint::Auto}}};
}

Item type(const Color& color, double size, Overprint asked = Overprint::Auto) {
  display::GlyphRun run;
  run.size = Length::pt(size);
  run.color = color;
  run.origin = {Length::pt(20), Length::pt(20)};
  run.glyphs = {{.advance = Length::pt(30)}};
  run.overprint = asked;
  return {run};
}

struct Prepared {
  display::PageList pages;
  diag::Diagnostics diags;

  const Shape& shape(std::size_t item) const {
    return std::get<Shape>(pages.pages[0].items[item].content);
  }
  Overprint of_type(std::size_t item) const {
    return std::get<display::GlyphRun>(pages.pages[0].items[item].content).overprint;
  }
  bool refused() const {
    return diags.list().size() == 1 &&
           diags.list()[0].id == diag::DiagnosticId::TransparencyRefused;
  }
};

document::Shop shop_of(Claims standard) {
  document::Shop shop;
  shop.standard = standard;
  shop.rich_black = color::Cmyk{0.4, 0.4, 0.2, 1};
  return shop;
}

Prepared prepared(std::vector<Item> items, const document::Shop& shop = shop_of(Claim::X4),
                  std::vector<std::shared_ptr<const Picture>> pictures = {}) {
  document::Document document;
  document.shop = std::make_shared<const document::Shop>(shop);
  display::PageList pages;
  pages.pages.emplace_back().items = std::move(items);
  pages.pictures = std::move(pictures);
  Prepared result;
  result.pages = prepare(document, std::move(pages), result.diags);
  return result;
}

Prepared flattened(std::vector<Item> items,
                   std::vector<std::shared_ptr<const Picture>> pictures = {}) {
  return prepared(std::move(items), shop_of(Claim::X1a2003), std::move(pictures));
}

void check_ink(const std::optional<Color>& color, const color::Cmyk& wanted) {
  REQUIRE(color);
  CHECK(color->kind == color::InkKind::Process);
  CHECK(color->cmyk.c == Approx(wanted.c));
  CHECK(color->cmyk.m == Approx(wanted.m));
  CHECK(color->cmyk.y == Approx(wanted.y));
  CHECK(color->cmyk.k == Approx(wanted.k));
}

}  // namespace

TEST_CASE("without a shop pages stay as they are, and only what is told to overprints") {
  display::PageList pages;
  pages.pages.emplace_back().items = {
      type(Color::black(), 8), filled(rect(0, 0, 300, 300), Color::black(), 0.5),
      line(Color::black(), 0.5), type(Color::black(), 8, Overprint::On)};
  diag::Diagnostics diags;
  const auto same = prepare(document::Document(), pages, diags);
  const auto& items = same.pages[0].items;
  CHECK(std::get<display::GlyphRun>(items[0].content).overprint == Overprint::Off);
  CHECK(std::get<Shape>(items[1].content).overprint == Overprint::Off);
  CHECK(std::get<Shape>(items[2].content).stroke->overprint == Overprint::Off);
  CHECK(std::get<display::GlyphRun>(items[3].content).overprint == Overprint::On);
  CHECK(std::get<Shape>(items[1].content).fill == Color::black());
  CHECK(std::get<Shape>(items[1].content).opacity == 0.5);
}

TEST_CASE("black type of any size prints over what is below it, all other type knocks out") {
  const Prepared page =
      prepared({type(Color::black(), 6), type(Color::black(), 400), type(kTeal, 8),
                type(Color::black().tinted(0.9), 8), type(Color::paper(), 8)});
  for (std::size_t i = 0; i < 2; ++i) CHECK(page.of_type(i) == Overprint::On);
  for (std::size_t i = 2; i < 5; ++i) CHECK(page.of_type(i) == Overprint::Off);
}

TEST_CASE("what a style says stands, but white always knocks out") {
  const Prepared page =
      prepared({type(Color::black(), 8, Overprint::Off), type(kGold, 40, Overprint::On),
                type(Color::paper(), 8, Overprint::On), type(kGold.tinted(0), 8, Overprint::On)});
  CHECK(page.of_type(0) == Overprint::Off);
  CHECK(page.of_type(1) == Overprint::On);
  CHECK(page.of_type(2) == Overprint::Off);
  CHECK(page.of_type(3) == Overprint::Off);
}

TEST_CASE("thin black lines print over, drawn as strokes or as bars") {
  const Prepared page = prepared({line(Color::black(), 1.9), line(Color::black(), 2),
                                  line(kTeal, 0.5), filled(rect(0, 0, 90, 0.6), Color::black()),
                                  filled(rect(0, 0, 90, 5), Color::black())});
  CHECK(page.shape(0).stroke->overprint == Overprint::On);
  CHECK(page.shape(1).stroke->overprint == Overprint::Off);
  CHECK(page.shape(2).stroke->overprint == Overprint::Off);
  CHECK(page.shape(3).overprint == Overprint::On);
  CHECK(page.shape(4).overprint == Overprint::Off);
}

TEST_CASE("large solids of black become rich black") {
  CHECK(prepared({filled(rect(0, 0, 200, 72), Color::black())}).shape(0).fill ==
        Color::process({0.4, 0.4, 0.2, 1}));
  Path ring = Path::rect(rect(0, 0, 200, 200));
  for (const Point p : {Point{Length::pt(5), Length::pt(5)},
                        {Length::pt(5), Length::pt(195)},
                        {Length::pt(195), Length::pt(195)},
                        {Length::pt(195), Length::pt(5)}}) {
    if (p.x == p.y && p.x == Length::pt(5)) {
      ring.move(p);
    } else {
      ring.line(p);
    }
  }
  ring.close();
  Path modules;  // as of a QR code
  for (int i = 0; i < 40; i += 2) {
    for (int j = 0; j < 40; ++j) modules.append(Path::rect(rect(i * 5, j * 5, 5, 5)));
  }
  const auto shape = [](Path path) {
    return Item{Shape{.path = std::move(path), .fill = Color::black()}};
  };
  const Prepared kept =
      prepared({filled(rect(0, 0, 200, 71), Color::black()), filled(rect(0, 0, 200, 200), kTeal),
                shape(ring), shape(modules)});
  CHECK(kept.shape(0).fill == Color::black());
  CHECK(kept.shape(1).fill == kTeal);
  CHECK(kept.shape(2).fill == Color::black());
  CHECK(kept.shape(3).fill == Color::black());
}

TEST_CASE("opacity stays for PDF/X-4 and becomes ink for PDF/X-1a") {
  const std::vector<Item> items = {filled(rect(0, 0, 50, 50), kTeal, 0.25)};
  CHECK(prepared(items).shape(0).opacity == 0.25);
  const Prepared page = flattened(items);
  CHECK(page.diags.list().empty());
  CHECK(page.shape(0).opacity == 1);
  check_ink(page.shape(0).fill, {0.2, 0.05, 0.1, 0});
}

TEST_CASE("over one flat colour each ink mixes with it") {
  const Prepared page = flattened({filled(rect(0, 0, 100, 100), kTeal),
                                   filled(rect(10, 10, 50, 50), Color::black(), 0.5),
                                   filled(rect(20, 20, 10, 10), Color::paper(), 0.5)});
  CHECK(page.diags.list().empty());
  check_ink(page.shape(1).fill, {0.4, 0.1, 0.2, 0.5});
  // Over the one that was resolved before it.
  check_ink(page.shape(2).fill, {0.2, 0.05, 0.1, 0.25});
}

TEST_CASE("spot inks fade on their own plate") {
  const Prepared paper = flattened({filled(rect(0, 0, 50, 50), kGold, 0.5)});
  CHECK(paper.shape(0).fill == kGold.tinted(0.5));
  const Prepared same = flattened(
      {filled(rect(0, 0, 50, 50), kGold), filled(rect(0, 0, 50, 50), kGold.tinted(0), 0.5)});
  CHECK(same.shape(1).fill == kGold.tinted(0.5));
  const Prepared tint = flattened(
      {filled(rect(0, 0, 50, 50), kGold), filled(rect(0, 0, 50, 50), kGold.tinted(0.5), 0.5)});
  CHECK(tint.diags.list().empty());
  CHECK(tint.shape(1).fill == kGold.tinted(0.75));
  const Color silver = Color::spot_ink("Silver", {0, 0, 0, 0.3});
  CHECK(flattened({filled(rect(0, 0, 50, 50), silver), filled(rect(0, 0, 50, 50), kGold, 0.5)})
            .refused());
  CHECK(flattened({filled(rect(0, 0, 50, 50), kTeal), filled(rect(0, 0, 50, 50), kGold, 0.5)})
            .refused());
}

TEST_CASE("over an edge, type, a gradient or a picture see-through is refused") {
  const Item glass = filled(rect(10, 10, 50, 50), kTeal, 0.5);
  auto gradient = std::make_shared<display::Gradient>();
  gradient->stops = {{0, kTeal}, {1, Color::paper()}};
  Item shaded = filled(rect(0, 0, 100, 100), kTeal);
  std::get<Shape>(shaded.content).gradient = gradient;
  Item outlined = filled(rect(-50, -50, 300, 300), kTeal);
  std::get<Shape>(outlined.content).path =
      Path::ellipse({Length::pt(60), Length::pt(60)}, Length::pt(55), Length::pt(55));
  Item overprinting = filled(rect(0, 0, 100, 100), kTeal);
  std::get<Shape>(overprinting.content).overprint = Overprint::On;
  const auto picture = std::make_shared<const Picture>();
  const Item photo{display::PlacedPicture{{0}, rect(0, 0, 100, 100), {}}};
  for (const Item& below : {filled(rect(0, 0, 30, 100), kGold), type(Color::black(), 10), shaded,
                            outlined, line(kTeal, 30), overprinting, photo}) {
    const Prepared page = flattened({below, glass}, {picture});
    CHECK(page.refused());
    CHECK(page.diags.list()[0].hints.size() == 1);
  }
}

TEST_CASE("what does not reach the see-through thing does not matter") {
  Path frame = Path::rect(rect(0, 0, 100, 100));  // glass stands in its hole
  frame.append(Path::rect(rect(5, 5, 80, 80)));
  Item around{Shape{.path = frame, .fill = kGold, .fill_rule = display::FillRule::EvenOdd}};
  const Item glass = filled(rect(10, 10, 50, 50), kTeal, 0.5);
  const Prepared page = flattened(
      {filled(rect(60, 0, 40, 100), kGold), around, filled(rect(0, 60, 50, 50), kTeal), glass});
  CHECK(page.diags.list().empty());
  check_ink(page.shape(3).fill, {0.4, 0.1, 0.2, 0});
}

TEST_CASE("a line is in the way as far as it may reach, with the points of its corners") {
  const auto refused = [](double from, display::Join join, double limit) {
    Item drawn = line(kTeal, 10);
    display::Stroke& stroke = *std::get<Shape>(drawn.content).stroke;
    stroke.join = join;
    stroke.miter_limit = limit;
    return flattened({drawn, filled(rect(0, from, 50, 50), kTeal, 0.5)}).refused();
  };
  // Half of its width, and half as much again for caps and joins.
  CHECK(refused(7.4, display::Join::Bevel, 10));
  CHECK_FALSE(refused(7.6, display::Join::Bevel, 10));
  CHECK(refused(7.4, display::Join::Round, 10));
  CHECK_FALSE(refused(7.6, display::Join::Miter, 1));
  CHECK(refused(19.9, display::Join::Miter, 4));
  CHECK_FALSE(refused(20.1, display::Join::Miter, 4));
  // Inside of a line round it nothing is in the way.
  Item around = line(kTeal, 2);
  std::get<Shape>(around.content).path = Path::rect(rect(0, 0, 200, 200));
  CHECK_FALSE(flattened({around, filled(rect(50, 50, 50, 50), kTeal, 0.5)}).refused());
}

TEST_CASE("a gradient knocks out unless its frame says otherwise") {
  auto gradient = std::make_shared<display::Gradient>();
  gradient->stops = {{0, Color::black()}, {1, Color::paper()}};
  const auto decided = [&](Overprint asked) {
    Item shaded = filled(rect(0, 0, 50, 50), kTeal);
    Shape& shape = std::get<Shape>(shaded.content);
    shape.fill.reset();
    shape.gradient = gradient;
    shape.overprint = asked;
    return prepared({shaded}).shape(0).overprint;
  };
  CHECK(decided(Overprint::Auto) == Overprint::Off);
  CHECK(decided(Overprint::Off) == Overprint::Off);
  CHECK(decided(Overprint::On) == Overprint::On);
}

TEST_CASE("a gradient fades stop by stop, and what can't be seen goes") {
  auto gradient = std::make_shared<display::Gradient>();
  gradient->stops = {{0, kTeal}, {1, Color::paper()}};
  Item shaded = filled(rect(0, 0, 50, 50), kTeal, 0.5);
  std::get<Shape>(shaded.content).fill.reset();
  std::get<Shape>(shaded.content).gradient = gradient;
  const Prepared page = flattened({filled(rect(0, 0, 60, 60), kTeal, 0), shaded});
  REQUIRE(page.pages.pages[0].items.size() == 1);
  check_ink(page.shape(0).gradient->stops[0].color, {0.4, 0.1, 0.2, 0});
}

TEST_CASE("a picture with transparent parts takes in the colour below it") {
  auto picture = std::make_shared<Picture>();
  picture->space = Picture::Space::Cmyk;
  picture->width = 2;
  picture->height = 1;
  picture->bytes = std::string("\xff\0\0\0\0\xff\0\0", 8);
  picture->alpha = std::string("\xff\0", 2);
  auto gray = std::make_shared<Picture>(*picture);
  gray->space = Picture::Space::Gray;
  gray->bytes = std::string("\0\xff", 2);
  const std::vector<Item> items = {
      filled(rect(0, 0, 50, 50), Color::process({0, 0, 1, 0})),
      {display::PlacedPicture{{0}, rect(0, 0, 20, 10), Path::rect(rect(0, 0, 20, 10))}},
      {display::PlacedPicture{{1}, rect(20, 20, 20, 10), Path::rect(rect(20, 20, 20, 10))}}};
  const Prepared page = flattened(items, {picture, gray});
  CHECK(page.diags.list().empty());
  const auto shown = [&](std::size_t item) {
    const auto& placed = std::get<display::PlacedPicture>(page.pages.pages[0].items[item].content);
    return page.pages.pictures.at(placed.picture.index());
  };
  CHECK(shown(1)->alpha.empty());
  CHECK(shown(1)->bytes == std::string("\xff\0\0\0\0\0\xff\0", 8));
  CHECK(shown(2)->space == Picture::Space::Cmyk);
  CHECK(shown(2)->bytes == std::string("\0\0\0\xff\0\0\xff\0", 8));
  CHECK(picture->alpha.size() == 2);
}

TEST_CASE("a thousand see-through things over each other take no time") {
  std::vector<Item> items;
  for (int i = 0; i < 3000; ++i) items.push_back(filled(rect(0, 0, 50, 50), kTeal, 0.5));
  const Prepared page = flattened(std::move(items));
  CHECK(page.diags.list().empty());
  CHECK(page.shape(2999).fill->cmyk.c == Approx(0.8));
}

}  // namespace handbill::press
