// SPDX-License-Identifier: MIT
#include "document/mirror.h"

#include <catch2/catch.hpp>

#include "support/document_values.h"

using namespace handbill;
using namespace handbill::document;
using test::box;
using test::edge_of;
using test::frame;
using test::inwards;
using test::one_side;

TEST_CASE("the mirror image turns edges, insets, panels and folds round") {
  Frame by_edge = frame("b", box(10, 0, 20, 20));
  by_edge.box.left = edge_of(0, EdgeKind::Right, 5);
  by_edge.inset = {Length{}, Length::pt(1), Length{}, Length::pt(4)};
  Document document = one_side({frame("a", box(30, 0, 20, 20)), by_edge});
  Side& side = document.sides[0];
  side.panels = {{"one", {{}, {}, Length::pt(80), Length::pt(100)}},
                 {"two", {Length::pt(80), {}, Length::pt(120), Length::pt(100)}}};
  side.folds = {{Length::pt(80)}};
  side.frames[0].panel = 0;
  document.sheet.margin.left = Length::pt(7);
  mirror(document);

  CHECK(document.sheet.margin.right == Length::pt(7));
  CHECK(side.panels[0].name == "two");
  CHECK(side.panels[0].box.left == Length{});
  CHECK(side.panels[1].box.left == Length::pt(120));
  CHECK(side.folds[0].x == Length::pt(120));
  CHECK(side.frames[0].panel == 1u);
  CHECK(side.frames[0].right_to_left);
  CHECK_FALSE(side.frames[0].box.left.has_value());
  CHECK(side.frames[0].box.right->offset == Length::pt(30));
  const Edge& edge = *side.frames[1].box.right;
  CHECK(std::get<Edge::OfFrame>(edge.base).edge == EdgeKind::Left);
  CHECK(edge.offset == Length::pt(-5));
  CHECK(side.frames[1].inset.left == Length::pt(1));
  CHECK(side.frames[1].inset.right == Length::pt(4));
}

TEST_CASE("the rightmost of several edges becomes the leftmost") {
  Frame after = frame("c", box(0, 0, 20, 20));
  Edge at = inwards(5);
  at.percent = 2;
  at.base = Edge::Choice{Edge::Choice::Which::Max,
                         {edge_of(0, EdgeKind::Right, 3), edge_of(1, EdgeKind::Left), inwards(9)}};
  after.box.left = at;
  Document document =
      one_side({frame("a", box(30, 0, 20, 20)), frame("b", box(60, 0, 20, 20)), after});
  mirror(document);

  const Edge& edge = *document.sides[0].frames[2].box.right;
  CHECK(edge.offset == Length::pt(-5));
  CHECK(edge.percent == -2);
  const auto& choice = std::get<Edge::Choice>(edge.base);
  CHECK(choice.which == Edge::Choice::Which::Min);
  CHECK(std::get<Edge::OfFrame>(choice.of[0].base).edge == EdgeKind::Left);
  CHECK(choice.of[0].offset == Length::pt(-3));
  CHECK(std::get<Edge::OfFrame>(choice.of[1].base).edge == EdgeKind::Right);
  CHECK(choice.of[2].offset == Length::pt(9));
}

TEST_CASE("a drawing is turned round when asked for, a frame left alone when asked for") {
  auto art = std::make_shared<display::Art>();
  art->size = {Length::pt(10), Length::pt(10)};
  art->shapes.push_back({.path = Path::rect({{}, {}, Length::pt(2), Length::pt(10)})});
  const auto shown = [&](Mirror how) {
    Frame picture = frame("", box(30, 0, 20, 20), ArtContent{art, Fit::Contain, {}});
    picture.mirror = how;
    Document document = one_side({picture});
    mirror(document);
    const Frame& result = document.sides[0].frames[0];
    const auto& content = std::get<ArtContent>(result.content);
    return std::pair(result.box.left.has_value(), content.art->shapes[0].path.bounds()->left.pt());
  };
  CHECK(shown(Mirror::Place) == std::pair(false, 0.0));
  CHECK(shown(Mirror::All) == std::pair(false, 8.0));
  CHECK(shown(Mirror::None) == std::pair(true, 0.0));
}
