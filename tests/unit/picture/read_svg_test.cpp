// SPDX-License-Identifier: MIT
#include "picture/read_svg.h"

#include <catch2/catch.hpp>

#include "base/number.h"
#include "diag/source_map.h"
#include "picture/art_work.h"

using handbill::Length;
using handbill::Path;
using handbill::PathStep;
using handbill::Point;
using handbill::color::Color;
using handbill::diag::DiagnosticId;
using handbill::diag::Diagnostics;
using handbill::diag::SourceMap;
using handbill::display::Art;
using handbill::display::Cap;
using handbill::display::FillRule;
using handbill::display::Join;
using handbill::display::Shape;
using handbill::picture::read_svg;

namespace {

const Color kInk = Color::process({0.9, 0.5, 0.5, 0.5});
const Color kClay = Color::process({0, 0.6, 0.7, 0.1});

const handbill::picture::ScreenColors kColors = {{"#12343b", kInk},
                                                 {"#c96f4a", kClay},
                                                 {"#000000", Color::black()},
                                                 {"#ffffff", Color::paper()},
                                                 {"currentcolor", kInk}};

struct Result {
  std::shared_ptr<const Art> art;
  std::vector<std::string> messages;  ///< "1:5 svg-syntax: …"
  std::vector<std::vector<std::string>> hints;
};

Result read_art(const std::string& text) {
  SourceMap sources;
  const auto file = sources.add("art.svg", text);
  Diagnostics diags;
  const auto reader = handbill::confined::reader_here();
  auto answer = handbill::picture::ask_for_art(*reader, sources, file, kColors, diags);
  REQUIRE(answer.index() == 0);
  Result result{std::get<0>(std::move(answer)), {}, {}};
  for (const auto& d : diags.list()) {
    REQUIRE(d.span.known());
    REQUIRE(d.span.end <= text.size());
    const auto at = sources.position(file, d.span.begin);
    result.messages.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
                              std::string(info(d.id).name) + ": " + d.message);
    result.hints.push_back(d.hints);
  }
  // Nothing if and only if something was reported.
  REQUIRE((result.art == nullptr) == !result.messages.empty());
  return result;
}

/// `body` inside a view box of 100 by 100.
std::shared_ptr<const Art> draw(const std::string& body) {
  const Result result = read_art(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">" + body + "</svg>");
  INFO((result.messages.empty() ? "" : result.messages[0]));
  REQUIRE(result.art);
  return result.art;
}

Shape only_shape(const std::string& body) {
  const auto art = draw(body);
  REQUIRE(art->shapes.size() == 1);
  return art->shapes[0];
}

/// The first message about a body that starts at column 1 of line 2.
std::string complaint(const std::string& body) {
  const Result result = read_art("<svg viewBox=\"0 0 9 9\">\n" + body + "</svg>");
  REQUIRE(result.messages.size() == 1);
  return result.messages[0];
}

std::string points(const Path& path) {
  std::string out;
  for (const PathStep& step : path.steps()) {
    if (step.kind == PathStep::Kind::Close) {
      out += "z";
      continue;
    }
    if (step.kind == PathStep::Kind::Cubic) out += "~";
    out += handbill::format_number(step.end.x.pt(), 3) + "," +
           handbill::format_number(step.end.y.pt(), 3) + " ";
  }
  return out;
}

}  // namespace

TEST_CASE("the view box gives size and origin") {
  const auto framed = read_art("<svg viewBox='10 20 200 120' width='20cm' height='12in'/>").art;
  REQUIRE(framed);
  CHECK(framed->size == handbill::Size{Length::pt(200), Length::pt(120)});
  const auto moved =
      read_art("<svg viewBox='10 20 200,120'><path fill='#12343b' d='M10 20h5v5z'/></svg>").art;
  REQUIRE(moved);
  CHECK(moved->size == handbill::Size{Length::pt(200), Length::pt(120)});
  CHECK(points(moved->shapes.at(0).path) == "0,0 5,0 5,5 z");
  const auto sized = read_art("<svg width='30px' height='40'/>").art;
  REQUIRE(sized);
  CHECK(sized->size == handbill::Size{Length::pt(30), Length::pt(40)});
  const auto both = read_art("<svg width='300' viewBox='0 0 3 4' height='400'/>").art;
  REQUIRE(both);
  CHECK(both->size == handbill::Size{Length::pt(3), Length::pt(4)});
}

TEST_CASE("each basic shape has its outline") {
  const auto [element, expected] = GENERATE(table<std::string, std::string>({
      {"<path d='M1 2h3'/>", "1,2 4,2 "},
      {"<rect x='1' y='2' width='10' height='20'/>", "1,2 11,2 11,22 1,22 z"},
      {"<line x1='1' y1='2' x2='3' y2='4' stroke='#12343b'/>", "1,2 3,4 "},
      {"<polyline points='1,2 3,4 5 6'/>", "1,2 3,4 5,6 "},
      {"<polygon points='1 2-3 4,5-6'/>", "1,2 -3,4 5,-6 z"},
  }));
  CAPTURE(element);
  CHECK(points(only_shape(element).path) == expected);
}

TEST_CASE("circles and ellipses fill their boxes") {
  const auto circle = only_shape("<circle cx='5' cy='6' r='4'/>").path.bounds();
  CHECK(circle ==
        handbill::Rect::from_edges(Length::pt(1), Length::pt(2), Length::pt(9), Length::pt(10)));
  const auto ellipse = only_shape("<ellipse cx='5' cy='6' rx='4' ry='1'/>").path.bounds();
  CHECK(ellipse ==
        handbill::Rect::from_edges(Length::pt(1), Length::pt(5), Length::pt(9), Length::pt(7)));
}

TEST_CASE("rounded rectangles: one radius stands for both, none is over half the side") {
  const auto round = [](const std::string& radii) {
    return points(only_shape("<rect width='20' height='10' " + radii + "/>").path);
  };
  CHECK(round("rx='2' ry='3'") == "2,0 18,0 ~20,3 20,7 ~18,10 2,10 ~0,7 0,3 ~2,0 z");
  CHECK(round("rx='2'") == round("rx='2' ry='2'"));
  CHECK(round("ry='2'") == round("rx='2' ry='2'"));
  CHECK(round("rx='50' ry='50'") == round("rx='10' ry='5'"));
  CHECK(round("rx='0' ry='3'") == "0,0 20,0 20,10 0,10 z");
}

TEST_CASE("shapes without extent or paint draw nothing") {
  const auto body =
      GENERATE(as<std::string>{}, "<rect width='5'/>", "<circle cx='3'/>", "<path/>",
               "<path d=''/>", "<polygon points=''/>", "<rect width='5' height='5' fill='none'/>",
               "<line x2='5'/>", "<g/>", "<rect width='5' height='5' opacity='0'/>",
               "<rect width='5' height='5' transform='scale(0)'/>",
               "<path d='M0 0h9' fill='none' stroke='#12343b' stroke-width='0'/>");
  CAPTURE(body);
  CHECK(draw(body)->shapes.empty());
}

TEST_CASE("a shape has SVG's defaults") {
  const Shape shape = only_shape("<path d='M0 0h9v9z' stroke='#12343b'/>");
  CHECK(shape.fill == Color::black());
  CHECK(shape.fill_rule == FillRule::NonZero);
  CHECK(shape.opacity == 1);
  REQUIRE(shape.stroke);
  CHECK(shape.stroke->color == kInk);
  CHECK(shape.stroke->width == Length::pt(1));
  CHECK(shape.stroke->cap == Cap::Butt);
  CHECK(shape.stroke->join == Join::Miter);
  CHECK(shape.stroke->miter_limit == 4);
  CHECK(shape.stroke->dash.empty());
}

TEST_CASE("properties are read from attributes, from style, and from groups") {
  const std::string d = "d='M0 0h9v9z'";
  const std::string attributes =
      "fill='none' stroke='#C96F4A' stroke-width='2px' stroke-linecap='round' "
      "stroke-linejoin='bevel' stroke-miterlimit='7' stroke-dasharray='3,1 2' "
      "stroke-dashoffset='-1'";
  const std::string style =
      "style=' fill : none;stroke:rgb(201, 111,74) ;stroke-width:2;stroke-linecap:round;"
      "stroke-linejoin:bevel; stroke-miterlimit:7;stroke-dasharray:3,1,2;stroke-dashoffset:-1; '";
  const auto body = GENERATE_COPY(
      as<std::string>{}, "<path " + d + " " + attributes + "/>", "<path " + d + " " + style + "/>",
      "<g " + attributes + "><g><path " + d + "/></g></g>",
      "<g " + style + "><path " + d + "/></g>",
      "<path stroke='#12343b' " + d + " stroke-width='9' " + style + "/>",
      "<g fill='#12343b' stroke-linejoin='round'><path " + d + " " + attributes + "/></g>");
  CAPTURE(body);
  const Shape shape = only_shape(body);
  CHECK_FALSE(shape.fill);
  REQUIRE(shape.stroke);
  CHECK(shape.stroke->color == kClay);
  CHECK(shape.stroke->width == Length::pt(2));
  CHECK(shape.stroke->cap == Cap::Round);
  CHECK(shape.stroke->join == Join::Bevel);
  CHECK(shape.stroke->miter_limit == 7);
  // An odd list is said twice.
  const std::vector<Length> dash = {Length::pt(3), Length::pt(1), Length::pt(2),
                                    Length::pt(3), Length::pt(1), Length::pt(2)};
  CHECK(shape.stroke->dash == dash);
  CHECK(shape.stroke->dash_phase == Length::pt(-1));
}

TEST_CASE("a group's properties end with the group") {
  const auto art = draw(
      "<g fill='#12343b' fill-rule='evenodd'><rect width='1' height='1'/></g>"
      "<rect width='1' height='1' fill='#c96f4a'/>");
  REQUIRE(art->shapes.size() == 2);
  CHECK(art->shapes[0].fill == kInk);
  CHECK(art->shapes[0].fill_rule == FillRule::EvenOdd);
  CHECK(art->shapes[1].fill == kClay);
  CHECK(art->shapes[1].fill_rule == FillRule::NonZero);
}

TEST_CASE("colours are asked for in one spelling") {
  const auto [written, expected] = GENERATE(table<std::string, std::optional<Color>>({
      {"#12343b", kInk},
      {"#12343B", kInk},
      {" #12343b ", kInk},
      {"currentColor", kInk},
      {"CURRENTCOLOR", kInk},
      {"rgb(18,52,59)", kInk},
      {"rgb( 18 , 52 , 59 )", kInk},
      {"rgb(7% 20.4%,23%)", kInk},
      {"black", Color::black()},
      {"#000", Color::black()},
      {"White", Color::paper()},
      {"#FFF", Color::paper()},
      {"rgb(300,300,255)", Color::paper()},
  }));
  CAPTURE(written);
  CHECK(only_shape("<path d='M0 0h9v9z' fill='" + written + "'/>").fill == expected);
}

TEST_CASE("transforms apply from the inside out") {
  const auto [transform, expected] = GENERATE(table<std::string, std::string>({
      {"", "1,2 3,2 "},
      {"translate(10)", "11,2 13,2 "},
      {"translate(10,20)", "11,22 13,22 "},
      {"scale(2)", "2,4 6,4 "},
      {"scale(2 3)", "2,6 6,6 "},
      {"rotate(90)", "-2,1 -2,3 "},
      {"rotate(90,1,2)", "1,2 1,4 "},
      {"skewX(45)", "3,2 5,2 "},
      {"skewY(45)", "1,3 3,5 "},
      {"matrix(1 0 0 -1 5 6)", "6,4 8,4 "},
      {"translate(10,20) scale(2)", "12,24 16,24 "},
      {"scale(2),translate(10 20)", "22,44 26,44 "},
      {"scale(2)translate(10 20)", "22,44 26,44 "},
  }));
  CAPTURE(transform);
  CHECK(points(only_shape("<path d='M1 2h2' transform='" + transform + "'/>").path) == expected);
  // In a group the same map holds.
  CHECK(points(only_shape("<g transform='" + transform + "'><path d='M1 2h2'/></g>").path) ==
        expected);
}

TEST_CASE("nested transforms: the inner one first") {
  const Shape shape = only_shape(
      "<g transform='translate(10,0)'><g transform='scale(2)'>"
      "<path d='M1 2h2' transform='translate(1,1)' stroke='#12343b'/></g></g>");
  CHECK(points(shape.path) == "14,6 18,6 ");
}

TEST_CASE("strokes grow with their transform, evenly") {
  const auto width = [](const std::string& transform) {
    const Shape s = only_shape(
        "<path d='M0 0h9' stroke='#12343b' stroke-width='2' "
        "stroke-dasharray='4' stroke-dashoffset='1' transform='" +
        transform + "'/>");
    CHECK(s.stroke->dash.at(0).pt() == Approx(2 * s.stroke->width.pt()));
    CHECK(s.stroke->dash_phase.pt() == Approx(s.stroke->width.pt() / 2));
    return s.stroke->width.pt();
  };
  CHECK(width("scale(3)") == Approx(6));
  CHECK(width("scale(-3,3)") == Approx(6));
  CHECK(width("scale(1,4)") == Approx(4));
  CHECK(width("rotate(30)") == Approx(2));
  CHECK(width("skewX(30)") == Approx(2));
}

TEST_CASE("opacity is handed on to the one shape it holds for") {
  CHECK(only_shape("<path d='M0 0h9' opacity='.5'/>").opacity == 0.5);
  CHECK(only_shape("<path d='M0 0h9' opacity='50%'/>").opacity == 0.5);
  CHECK(only_shape("<path d='M0 0h9' opacity='7'/>").opacity == 1);
  CHECK(only_shape("<g opacity='.5'><path d='M0 0h9' opacity='.5'/></g>").opacity == 0.25);
  CHECK(only_shape("<g fill-opacity='.5'><path d='M0 0h9' opacity='.5'/></g>").opacity == 0.25);
  // A fill and a stroke of full strength fade as one.
  const Shape both = only_shape("<path d='M0 0h9' stroke='#12343b' opacity='.5'/>");
  CHECK(both.fill);
  CHECK(both.stroke);
  CHECK(both.opacity == 0.5);
}

TEST_CASE("a see-through stroke lies on its fill") {
  const auto art =
      draw("<path d='M0 0h9v9z' stroke='#12343b' fill-opacity='.75' stroke-opacity='.5'/>");
  REQUIRE(art->shapes.size() == 2);
  CHECK(art->shapes[0].fill);
  CHECK_FALSE(art->shapes[0].stroke);
  CHECK(art->shapes[0].opacity == 0.75);
  CHECK_FALSE(art->shapes[1].fill);
  CHECK(art->shapes[1].stroke);
  CHECK(art->shapes[1].opacity == 0.5);
  const auto stroke_only =
      draw("<path d='M0 0h9v9z' stroke='#12343b' fill='none' stroke-opacity='.5'/>");
  REQUIRE(stroke_only->shapes.size() == 1);
  CHECK(stroke_only->shapes[0].opacity == 0.5);
}

TEST_CASE("opacity over more than one shape is refused") {
  const std::string rect = "<rect width='1' height='1'/>";
  CHECK(complaint("<g opacity='.5'>" + rect + rect + "</g>") ==
        "2:13 svg-unsupported: `opacity` on more than one shape at once");
  CHECK(complaint("<g style='stroke:none;opacity:0.5'><g>" + rect + "</g>" + rect + "</g>") ==
        "2:31 svg-unsupported: `opacity` on more than one shape at once");
  CHECK(complaint("<path d='M0 0h9v9z' stroke='#12343b' opacity='.5' fill-opacity='.5'/>")
            .ends_with("more than one shape at once"));
  CHECK(draw("<g opacity='1'>" + rect + rect + "</g>")->shapes.size() == 2);
}

TEST_CASE("what is not drawn is passed over") {
  CHECK(draw("<!-- note --><title>T</title><desc>a <b>b</b></desc><metadata><x/></metadata>"
             "<defs id='d'/><defs><title/></defs><g id='a' aria-label='b' data-c='d'>"
             "<path d='M0 0h9'><title>T</title></path></g>")
            ->shapes.size() == 1);
  CHECK(
      read_art("<?xml version='1.0' encoding='UTF-8'?>\n<!-- c --><svg "
               "xmlns='http://www.w3.org/2000/svg' "
               "xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape' xml:space='preserve' "
               "version='1.1' id='x' inkscape:version='1' viewBox='0 0 1 1'><inkscape:view "
               "zoom='1'/></svg>")
          .art);
  CHECK(only_shape("<path d='M0 0h9' style='-inkscape-stroke:none' clip-rule='evenodd'/>").fill);
}

TEST_CASE("everything outside the subset is refused where it stands") {
  const auto [body, expected] = GENERATE(table<std::string, std::string>({
      {"<text x='1'>a</text>", "2:2 svg-unsupported: element `text` is outside the subset of SVG"},
      {"<g><image/></g>", "2:5 svg-unsupported: element `image` is outside the subset of SVG"},
      {"<use href='#a'/>", "2:2 svg-unsupported: element `use` is outside the subset of SVG"},
      {"<style>.a{}</style>", "2:2 svg-unsupported: element `style` is outside the subset of SVG"},
      {"<svg:g/>", "2:2 svg-unsupported: element `svg:g` is outside the subset of SVG"},
      {"<defs>\n <pattern/></defs>",
       "3:3 svg-unsupported: definitions are outside the subset of SVG"},
      {"  text", "2:3 svg-unsupported: text outside `title` and `desc`"},
      {"<![CDATA[text]]>", "2:10 svg-unsupported: text outside `title` and `desc`"},
      {"<?php x?>", "2:3 svg-unsupported: processing instruction `php`"},
      {"<path d=''><animate/></path>",
       "2:13 svg-unsupported: only `title` and `desc` may stand inside a shape"},
      {"<path class='a'/>", "2:7 svg-unsupported: attribute `class` of `path`"},
      {"<g clip-path='url(#a)'/>", "2:4 svg-unsupported: attribute `clip-path` of `g`"},
      {"<path xlink:href='a'/>", "2:7 svg-unsupported: attribute `xlink:href` of `path`"},
      {"<circle x='4'/>", "2:9 svg-unsupported: attribute `x` of `circle`"},
      {"<path stroke='url(#a)'/>",
       "2:15 svg-unsupported: `url(#a)` for `stroke` is outside the subset of SVG"},
      {"<path\n  fill =  'papayawhip'/>",
       "3:12 svg-unsupported: `papayawhip` for `fill` is outside the subset of SVG"},
      {"<path fill='#12343b80'/>",
       "2:13 svg-unsupported: `#12343b80` for `fill` is outside the subset of SVG"},
      {"<path style='fill:none; filter: blur(1)'/>",
       "2:25 svg-unsupported: property `filter` is outside the subset of SVG"},
      {"<path stroke-width='5%'/>",
       "2:21 svg-unsupported: `5%` for `stroke-width` is outside the subset of SVG"},
      {"<path style='fill:none;stroke-width: 5mm'/>",
       "2:38 svg-unsupported: `5mm` for `stroke-width` is outside the subset of SVG"},
      {"<path stroke-linejoin='arcs'/>",
       "2:24 svg-unsupported: `arcs` for `stroke-linejoin` is outside the subset of SVG"},
      {"<path fill='inherit'/>",
       "2:13 svg-unsupported: `inherit` for `fill` is outside the subset of SVG"},
      {"<rect width='50%' height='1'/>",
       "2:14 svg-unsupported: `width` is `50%`: lengths in art are plain numbers"},
      {"<g xmlns:s='http://www.w3.org/2000/svg'/>",
       "2:4 svg-unsupported: a prefix for the elements of SVG"},
      {"<g xmlns='http://example.org'/>", "2:11 svg-unsupported: namespace `http://example.org`"},
  }));
  CAPTURE(body);
  CHECK(complaint(body) == expected);
}

TEST_CASE("values that can't be read are refused where they stand") {
  const auto [body, expected] = GENERATE(table<std::string, std::string>({
      {"<path d='M0 0 L1 x'/>", "2:18 svg-syntax: path data can't be read from here on"},
      {"<path d='M0 0 L1'/>", "2:17 svg-syntax: path data end too early"},
      {"<path d='&#77;0 0 L1 x'/>", "2:10 svg-syntax: path data can't be read from here on"},
      {"<polygon points='1 2 3'/>", "2:18 svg-syntax: `points` takes pairs of numbers"},
      {"<rect width='a'/>", "2:14 svg-syntax: `width` takes a number"},
      {"<rect width='-1'/>", "2:14 svg-syntax: `width` is negative"},
      {"<path fill='#12'/>", "2:13 svg-syntax: `#12` for `fill` can't be read"},
      {"<path stroke-width='-1'/>", "2:21 svg-syntax: `-1` for `stroke-width` can't be read"},
      {"<path stroke-miterlimit='.5'/>",
       "2:26 svg-syntax: `.5` for `stroke-miterlimit` can't be read"},
      {"<path stroke-dasharray='1 -1'/>",
       "2:25 svg-syntax: `1 -1` for `stroke-dasharray` can't be read"},
      {"<path opacity='half'/>", "2:16 svg-syntax: `half` for `opacity` can't be read"},
      {"<path style='fill'/>", "2:14 svg-syntax: declaration `fill` lacks a colon"},
      {"<path transform='turn(1)'/>", "2:18 svg-syntax: `transform` `turn(1)` can't be read"},
      {"<path transform='rotate(1 2)'/>",
       "2:18 svg-syntax: `transform` `rotate(1 2)` can't be read"},
      {"<path transform='scale(1),'/>", "2:18 svg-syntax: `transform` `scale(1),` can't be read"},
      {"<path d='' d=''/>", "2:12 svg-syntax: attribute `d` is written twice"},
  }));
  CAPTURE(body);
  CHECK(complaint(body) == expected);
}

TEST_CASE("a file must be one SVG element") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"", "1:1 svg-syntax: not well-formed XML: no document element found"},
      {"<svg", "1:4 svg-syntax: not well-formed XML: error parsing start element tag"},
      {"<svg viewBox='0 0 1 1'>\n<g></svg>",
       "2:6 svg-syntax: not well-formed XML: start-end tags mismatch"},
      {"<html/>", "1:2 svg-syntax: the root element is `html`, not `svg`"},
      {"<svg viewBox='0 0 1 1'/><svg/>", "1:26 svg-syntax: a second root element `svg`"},
      {"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg viewBox='0 0 1 1'/>",
       "1:11 svg-unsupported: a document type is not read"},
      {"<?xml-stylesheet href='a'?><svg viewBox='0 0 1 1'/>",
       "1:3 svg-unsupported: processing instruction `xml-stylesheet`"},
      {"<svg/>", "1:2 svg-syntax: `svg` needs a `viewBox`, or `width` and `height`"},
      {"<svg width='5'/>", "1:2 svg-syntax: `svg` needs a `viewBox`, or `width` and `height`"},
      {"<svg width='5mm' height='5'/>",
       "1:13 svg-unsupported: `width` is `5mm`: lengths in art are plain numbers"},
      {"<svg viewBox='0 0 1'/>", "1:15 svg-syntax: `viewBox` takes four numbers"},
      {"<svg viewBox='0 0 1 0'/>", "1:2 svg-syntax: the view box is empty"},
      {"<svg viewBox='0 0 1 1e9'/>", "1:2 too-large: the view box is larger than 100,000 units"},
      {"<svg viewBox='0 0 1 1' width='100%'/>",
       "1:31 svg-unsupported: `width` is `100%`: lengths in art are plain numbers"},
      {"<svg viewBox='0 0 1 1' preserveAspectRatio='none'/>",
       "1:24 svg-unsupported: attribute `preserveAspectRatio` of `svg`"},
      {"<svg viewBox='0 0 1 1' transform='scale(2)'/>",
       "1:24 svg-unsupported: attribute `transform` of `svg`"},
      {std::string("<svg viewBox='0 0 1 1'>\0</svg>", 30),
       "1:24 svg-syntax: a zero byte is not text"},
  }));
  CAPTURE(text);
  const Result result = read_art(text);
  REQUIRE(result.messages.size() == 1);
  CHECK(result.messages[0] == expected);
}

TEST_CASE("a colour without a swatch is reported once") {
  const Result result = read_art(
      "<svg viewBox='0 0 1 1'>\n<g fill='red'><path d='M0 0h1'/>\n"
      "<path fill='#F00' d='M0 0h1' stroke='lime'/></g></svg>");
  REQUIRE(result.messages.size() == 2);
  CHECK(result.messages[0] ==
        "2:10 svg-color: colour `#ff0000` is not the screen colour of any swatch");
  CHECK(result.messages[1] ==
        "3:38 svg-color: colour `#00ff00` is not the screen colour of any swatch");
}

TEST_CASE("a colour that is not painted needs no swatch") {
  CHECK(draw("<g fill='red'><path fill='#12343b' d='M0 0h1'/></g>")->shapes.size() == 1);
  CHECK(draw("<line x2='5' fill='red' stroke='#12343b'/>")->shapes.size() == 1);
}

TEST_CASE("the default fill is named when no swatch has it") {
  SourceMap sources;
  const auto file =
      sources.add("a.svg", "<svg viewBox='0 0 1 1'><rect width='1' height='1'/></svg>");
  Diagnostics diags;
  const auto none = [](std::string_view) { return std::optional<Color>(); };
  CHECK_FALSE(read_svg(sources, file, none, diags));
  REQUIRE(diags.list().size() == 1);
  CHECK(diags.list()[0].message ==
        "shape without `fill` is `#000000`, which is not the screen colour of any swatch");
  CHECK(sources.text(diags.list()[0].span) == "rect");
}

TEST_CASE("hints say what to do instead") {
  const auto hint = [](const std::string& body) {
    const Result result = read_art("<svg viewBox='0 0 1 1'>" + body + "</svg>");
    REQUIRE(result.hints.size() == 1);
    REQUIRE(result.hints[0].size() == 1);
    return result.hints[0][0];
  };
  CHECK(hint("<text/>") == "set text in the layout, or turn it into outlines");
  CHECK(hint("<path class='a'/>") == "write properties as attributes or in `style`");
  CHECK(hint("<path stroke='url(#a)'/>") ==
        "gradients fill shapes; lines have the flat colours of swatches");
  CHECK(hint("<path fill='papayawhip'/>") == "write colours as `#rrggbb`");
}

TEST_CASE("limits hold against hostile art") {
  const auto first = [](const std::string& text) {
    const Result result = read_art(text);
    return result.messages.empty() ? std::string() : result.messages[0];
  };
  std::string deep = "<svg viewBox='0 0 1 1'>";
  for (int i = 0; i < 100'000; ++i) deep += "<g>";
  for (int i = 0; i < 100'000; ++i) deep += "</g>";
  CHECK(first(deep + "</svg>").ends_with("too-large: elements are nested more than 50 deep"));

  std::string wide = "<svg viewBox='0 0 1 1'>";
  for (int i = 0; i < 70'000; ++i) wide += "<path d='m0 0h1z'/>";
  CHECK(first(wide + "</svg>").ends_with("too-large: art has more than 200000 path steps"));

  std::string wrong = "<svg viewBox='0 0 1 1'>";
  for (int i = 0; i < 10'000; ++i) wrong += "<a/>";
  CHECK(read_art(wrong + "</svg>").messages.size() == 50);

  std::string attributes = "<svg viewBox='0 0 1 1'><g";
  for (int i = 0; i < 5'000; ++i) attributes += " data-a" + std::to_string(i) + "=''";
  CHECK(first(attributes + "/></svg>").ends_with("too-large: more than 200 attributes"));

  CHECK(first("<svg viewBox='0 0 1 1'><path d='M0 0h1e300'/></svg>")
            .ends_with("too-large: shape reaches more than 1,000,000 points away"));
  CHECK(
      first("<svg viewBox='0 0 1 1'><path transform='scale(1e300) scale(1e300)' d='M0 0h1'/></svg>")
          .ends_with("too-large: shape reaches more than 1,000,000 points away"));
  CHECK(first("<svg viewBox='0 0 1 1'><path stroke-width='1e9' stroke='black' d='M0 0h1'/></svg>")
            .ends_with("too-large: stroke is wider than 1,000,000 points"));
}
