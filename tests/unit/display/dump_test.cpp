// SPDX-License-Identifier: MIT
#include "display/dump.h"

#include <catch2/catch.hpp>

#include "support/squares.h"

namespace handbill::test {
namespace {

using display::Role;

display::GlyphRun run(font::FontId font) {
  display::GlyphRun run;
  run.font = font;
  run.size = Length::pt(10);
  run.origin = {Length::pt(1.23456), Length::pt(20)};
  run.text = "afi-";
  run.language = "en";
  run.glyphs = {{36, {}, {}, Length::pt(10), 0, 1},
                {99, Length::pt(10), Length::pt(-2), Length::pt(10), 1, 3},
                {7, Length::pt(20), {}, Length::pt(10), 3, 3}};
  return run;
}

}  // namespace

TEST_CASE("the dump shows every drawn thing of a page") {
  font::FontBook fonts{{}};
  display::PageList list;
  list.metadata.title = "A \"title\"";
  list.metadata.date = "2026-11-22";
  list.structure = {{Role::Document, {}, {}, {}},
                    {Role::Heading1, {}, {}, {}},
                    {Role::Figure, {}, "a \\ face", {}}};
  auto picture = std::make_shared<display::Picture>();
  picture->name = "face.jpg";
  picture->width = 30;
  picture->height = 20;
  list.pictures.push_back(picture);

  display::Page page;
  page.name = "front";
  page.trim = {Length::pt(100), Length::pt(50)};
  page.bleed = page.media = {Length::pt(-9), Length::pt(-9), Length::pt(118), Length::pt(68)};
  const Rect box{Length::pt(1), Length::pt(2), Length::pt(3), Length::pt(4)};
  display::Shape shape{.path = Path::rect(box),
                       .fill = color::Color::spot_ink("TEAL", {1, 0, 0.5, 0}).tinted(0.5),
                       .fill_rule = display::FillRule::EvenOdd,
                       .stroke = display::Stroke{.color = color::Color::registration(),
                                                 .cap = display::Cap::Round,
                                                 .join = display::Join::Bevel,
                                                 .dash = {Length::pt(3), Length::pt(1)}},
                       .opacity = 0.25};
  display::Item clipped{shape, {}};
  clipped.clip = Path::segment({}, {Length::pt(5), Length::pt(5)});
  display::GlyphRun hebrew = run(open_squares(fonts));
  hebrew.right_to_left = true;
  hebrew.language = "he";
  hebrew.glyphs.resize(1);
  page.items = {clipped,
                {run(open_squares(fonts)), {}, display::StructId{1}, {}},
                {hebrew, {}, display::StructId{1}, {}},
                {display::PlacedPicture{{}, box, Path::rect(box)}, {}, display::StructId{2}, {}}};
  page.links.push_back({box, "https://example.org/", {}});
  page.guides.push_back({display::GuideKind::Fold, Path::segment({}, {Length::pt(5), {}}), "fold"});
  list.pages.push_back(page);

  CHECK(display::dump(list, fonts) ==
        "title \"A \\\"title\\\"\"\n"
        "language \"en\"\n"
        "date \"2026-11-22\"\n"
        "page \"front\" trim 100 50 bleed -9 -9 118 68 media -9 -9 118 68\n"
        "  shape fill spot(\"TEAL\" 0.5 of cmyk(1 0 0.5 0)) even-odd stroke registration(1) 0.5 "
        "round-cap bevel-join dash 3 1 opacity 0.25\n"
        "    path M 1 2 L 4 2 L 4 6 L 1 6 Z\n"
        "    clip M 0 0 L 5 5\n"
        "  run \"afi-\" at 1.235 20 Squares-Regular 10 cmyk(0 0 0 0) in heading-1\n"
        "    glyphs 36@0 99@10,-2=fi 7@20=\n"
        "  run \"afi-\" at 1.235 20 Squares-Regular 10 cmyk(0 0 0 0) right-to-left language "
        "\"he\" in heading-1\n"
        "    glyphs 36@0\n"
        "  picture \"face.jpg\" 30x20 box 1 2 3 4 in figure\n"
        "    clip M 1 2 L 4 2 L 4 6 L 1 6 Z\n"
        "  link 1 2 3 4 to \"https://example.org/\"\n"
        "  guide fold \"fold\" M 0 0 L 5 0\n"
        "structure\n"
        "  document\n"
        "    heading-1 \"afi- | afi-\"\n"
        "    figure alt \"a \\\\ face\"\n");
}

}  // namespace handbill::test
