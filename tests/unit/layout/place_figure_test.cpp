// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "layout/place_figure.h"
#include "layout/place_frame.h"
#include "placed.h"
#include "support/rect.h"

namespace handbill::test {
namespace {

using document::Fit;
using document::VerticalAlign;

/// A filled rectangle as art of 20 by 10, with a stroke of 2 when asked for.
std::shared_ptr<display::Art> art(Rect ink, std::optional<double> stroke = std::nullopt) {
  auto art = std::make_shared<display::Art>();
  art->size = {Length::pt(20), Length::pt(10)};
  display::Shape shape{.path = Path::rect(ink), .fill = color::Color::black()};
  if (stroke) {
    shape.stroke = display::Stroke{.width = Length::pt(*stroke), .dash = {Length::pt(1)}};
  }
  art->shapes.push_back(shape);
  return art;
}

document::Frame art_frame(document::Box box, std::shared_ptr<const display::Art> art, Fit fit,
                          std::string alt = {}) {
  return frame("art", std::move(box), document::ArtContent{std::move(art), fit, {std::move(alt)}});
}

Rect bounds(const display::Item& item) {
  return std::get<display::Shape>(item.content).path.bounds().value();
}

}  // namespace

TEST_CASE("figures are contained, cover or are stretched") {
  const Size wide{Length::pt(20), Length::pt(10)};
  const Rect box = rect(100, 0, 40, 40);
  const auto check = [&](Fit fit, VerticalAlign vertical, Rect expected) {
    CHECK(layout::figure_box(wide, {box, fit, vertical}) == expected);
  };
  check(Fit::Contain, VerticalAlign::Top, rect(100, 0, 40, 20));
  check(Fit::Contain, VerticalAlign::Middle, rect(100, 10, 40, 20));
  check(Fit::Contain, VerticalAlign::Bottom, rect(100, 20, 40, 20));
  check(Fit::Cover, VerticalAlign::Top, rect(80, 0, 80, 40));
  check(Fit::Stretch, VerticalAlign::Top, rect(100, 0, 40, 40));
}

TEST_CASE("art is scaled with its strokes and dashes") {
  const Squares squares;
  const auto list = pages(
      one_side({art_frame(box(10, 10, 60, 30), art(rect(5, 5, 10, 2), 2), Fit::Contain)}), squares);
  REQUIRE(list.pages[0].items.size() == 1);
  CHECK(bounds(list.pages[0].items[0]) == rect(25, 25, 30, 6));
  const auto shape = all<display::Shape>(list.pages[0]).front();
  CHECK(shape.stroke->width == Length::pt(6));
  CHECK(shape.stroke->dash == std::vector{Length::pt(3)});
  CHECK_FALSE(list.pages[0].items[0].clip);
}

TEST_CASE("art is clipped only where it would be seen outside") {
  const Squares squares;
  const auto clip = [&](Rect ink, Fit fit) {
    const auto list = pages(one_side({art_frame(box(50, 10, 20, 20), art(ink), fit)}), squares);
    if (list.pages[0].items.empty()) return std::string("nothing");
    const auto& item = list.pages[0].items[0];
    if (!item.clip) return std::string("whole");
    const Rect box = item.clip->bounds().value();
    return std::to_string(static_cast<int>(box.left.pt())) + " " +
           std::to_string(static_cast<int>(box.top.pt())) + " " +
           std::to_string(static_cast<int>(box.width.pt())) + " " +
           std::to_string(static_cast<int>(box.height.pt()));
  };
  CHECK(clip(rect(0, 0, 20, 10), Fit::Contain) == "whole");
  CHECK(clip(rect(-5, 0, 20, 10), Fit::Contain) == "50 10 20 10");
  CHECK(clip(rect(5, 0, 10, 10), Fit::Cover) == "whole");
  CHECK(clip(rect(0, 0, 20, 10), Fit::Cover) == "50 10 20 20");
  CHECK(clip(rect(0, 0, 4, 10), Fit::Cover) == "nothing");
}

TEST_CASE("art without a text is decoration, with one it is a figure") {
  const Squares squares;
  const auto node_of = [&](std::string alt) -> std::optional<display::StructNode> {
    const auto list =
        pages(one_side({art_frame(box(0, 0, 20, 10), art(rect(1, 1, 2, 2)), Fit::Contain, alt)}),
              squares);
    const auto structure = list.pages[0].items[0].structure;
    if (!structure) return std::nullopt;
    return list.structure[structure->index()];
  };
  CHECK_FALSE(node_of(""));
  REQUIRE(node_of("skin"));
  CHECK(node_of("skin")->role == display::Role::Figure);
  CHECK(node_of("skin")->alt == "skin");
}

TEST_CASE("what lies on the trim runs into the bleed, what does not stays") {
  document::Sheet sheet;
  sheet.trim = {Length::pt(200), Length::pt(100)};
  sheet.bleed = Length::pt(9);
  const auto check = [&](Rect box, Rect expected) {
    CHECK(layout::run_into_bleed(box, sheet) == expected);
  };
  check(rect(10, 10, 20, 20), rect(10, 10, 20, 20));
  check(rect(0, 10, 20, 20), rect(-9, 10, 29, 20));
  check(rect(0, 0, 200, 100), rect(-9, -9, 218, 118));
  check(rect(0.005, 10, 20, 90), rect(-9, 10, 29.005, 99));
  check(rect(-4, 10, 20, 20), rect(-9, 10, 25, 20));
  check(rect(-30, 10, 20, 20), rect(-30, 10, 20, 20));
}

TEST_CASE("fills and covering art bleed, strokes alone, contained art and text do not") {
  const Squares squares;
  const auto painted = [&](document::Frame frame) {
    const auto list = pages(one_side({std::move(frame)}), squares);
    return bounds(list.pages[0].items.front());
  };
  document::Frame fill = frame("", box(0, 0, 50, 100));
  fill.fill = color::Color::black();
  CHECK(painted(fill) == rect(-9, -9, 59, 118));
  document::Frame stroke = frame("", box(0, 0, 50, 100));
  stroke.stroke = display::Stroke{};
  CHECK(painted(stroke) == rect(0, 0, 50, 100));
  const auto whole = art(rect(0, 0, 20, 10));
  CHECK(painted(art_frame(box(0, 0, 20, 10), whole, Fit::Contain)) == rect(0, 0, 20, 10));
  CHECK(painted(art_frame(box(0, 0, 20, 10), whole, Fit::Stretch)) == rect(-9, -9, 29, 19));
  document::Frame inset = art_frame(box(0, 0, 20, 10), whole, Fit::Stretch);
  inset.inset = Insets::all(Length::pt(2));
  CHECK(painted(inset) == rect(2, 2, 16, 6));

  auto text = one_side({frame("", box(0, 0, 50, 100), words(squares, "aaa"))});
  text.sides[0].frames[0].fill = color::Color::black();
  const auto run = all<display::GlyphRun>(pages(text, squares).pages[0]).front();
  CHECK(run.origin == Point{Length(), Length::pt(8)});
}

TEST_CASE("a picture that covers its frame is clipped to it, bleed included") {
  const Squares squares;
  auto document = one_side(
      {frame("photo", box(0, 0, 100, 100), document::PictureContent{{}, Fit::Cover, {"a face"}})});
  auto picture = std::make_shared<display::Picture>();
  picture->width = 300;
  picture->height = 100;
  document.pictures.push_back({picture});
  const auto list = pages(document, squares);
  const auto placed = all<display::PlacedPicture>(list.pages[0]).front();
  // 109 by 118 with bleed, so three times 118 wide, centred.
  CHECK(placed.box == rect(-131.5, -9, 354, 118));
  CHECK(placed.clip.bounds() == rect(-9, -9, 109, 118));
  CHECK(list.structure.back().alt == "a face");
}

TEST_CASE("a frame without a height is as tall as its picture or art") {
  const Squares squares;
  document::Frame grows = art_frame(growing_box(0, 0, 44), art(rect(0, 0, 20, 10)), Fit::Contain);
  grows.inset = Insets::all(Length::pt(2));
  CHECK_THAT(fragments(one_side({grows}), squares), Catch::Contains("frame \"art\" 0 0 44 24\n"));
}

TEST_CASE("opacity weakens ground and art") {
  const Squares squares;
  document::Frame ghost = art_frame(box(0, 0, 20, 10), art(rect(0, 0, 2, 2)), Fit::Contain);
  ghost.fill = color::Color::black();
  ghost.opacity = 0.5;
  for (const auto& shape : all<display::Shape>(pages(one_side({ghost}), squares).pages[0])) {
    CHECK(shape.opacity == 0.5);
  }
}

TEST_CASE("each item knows its frame, and a frame's ground from what stands on it") {
  const Squares squares;
  document::Frame first = frame("", box(0, 0, 50, 50), words(squares, "aaa"));
  first.fill = color::Color::black();
  first.z = 1;
  document::Frame second = art_frame(box(60, 0, 20, 20), art(rect(0, 0, 20, 10)), Fit::Contain);
  second.stroke = display::Stroke{};
  const auto list = pages(one_side({first, second}), squares);
  std::string seen;
  for (const display::Item& each : list.pages[0].items) {
    seen += std::to_string(each.frame.value);
    seen += each.part == display::FramePart::Ground ? "ground " : "content ";
  }
  CHECK(seen == "1ground 1content 0ground 0content ");
}

}  // namespace handbill::test
