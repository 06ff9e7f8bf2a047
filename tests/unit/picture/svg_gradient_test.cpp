// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "base/number.h"
#include "diag/source_map.h"
#include "picture/read_svg.h"

namespace handbill::picture {
namespace {

using color::Color;
using display::Gradient;

const Color kInk = Color::process({0.9, 0.5, 0.5, 0.5});

std::optional<Color> swatch(std::string_view color) {
  if (color == "#12343b") return kInk;
  if (color == "#000000") return Color::black();
  if (color == "#ffffff") return Color::paper();
  return std::nullopt;
}

struct BodyResult {
  std::shared_ptr<const display::Art> art;
  std::string message;  ///< the first
};

BodyResult read_body(const std::string& body) {
  diag::SourceMap sources;
  const auto file = sources.add("art.svg", "<svg viewBox='0 0 100 50'>\n" + body + "</svg>");
  diag::Diagnostics diags;
  BodyResult result{read_svg(sources, file, swatch, diags), {}};
  if (!diags.list().empty()) {
    const diag::Diagnostic& first = diags.list().front();
    result.message = std::string(info(first.id).name) + ": " + first.message;
  }
  return result;
}

constexpr std::string_view kStops =
    "<stop offset='0' stop-color='#12343b'/><stop offset='100%' style='stop-color:#fff'/>";

/// A gradient `tag`, and a shape filled with it.
std::string filled(const std::string& tag, const std::string& shape) {
  const std::string element = tag.substr(0, tag.find(' '));
  return "<defs><" + tag + " id='g'>" + std::string(kStops) + "</" + element + "></defs>" + shape;
}

/// "0,0 10,20", and " radius 0 5" of a radial one.
std::string places(const std::string& body) {
  const BodyResult result = read_body(body);
  INFO(result.message);
  REQUIRE(result.art);
  REQUIRE(result.art->shapes.size() == 1);
  const auto& gradient = result.art->shapes[0].gradient;
  REQUIRE(gradient);
  const auto point = [](Point p) {
    return format_number(p.x.pt(), 2) + "," + format_number(p.y.pt(), 2);
  };
  std::string text = point(gradient->from) + " " + point(gradient->to);
  if (gradient->kind == Gradient::Kind::Radial) {
    text += " radius " + format_number(gradient->from_radius.pt(), 2) + " " +
            format_number(gradient->to_radius.pt(), 2);
  }
  return text;
}

const std::string kBox = "<rect x='10' y='20' width='40' height='20' fill='url(#g)'/>";

}  // namespace

TEST_CASE("gradients have swatches at their stops") {
  const BodyResult result = read_body(filled("linearGradient", kBox));
  REQUIRE(result.art);
  const display::Shape& shape = result.art->shapes[0];
  CHECK_FALSE(shape.fill);
  REQUIRE(shape.gradient->stops.size() == 2);
  CHECK(shape.gradient->stops[0] == Gradient::Stop{0, kInk});
  CHECK(shape.gradient->stops[1] == Gradient::Stop{1, Color::paper()});
}

TEST_CASE("gradients lie in the box of what they fill, or in the drawing") {
  const auto [tag, expected] = GENERATE(table<std::string, std::string>({
      {"linearGradient", "10,20 50,20"},
      {"linearGradient x1='0' x2='0' y2='1'", "10,20 10,40"},
      {"linearGradient x1='50%' x2='0.5' y2='50%'", "30,20 30,30"},
      {"linearGradient x2='100%' gradientUnits='userSpaceOnUse'", "0,0 100,0"},
      {"linearGradient x1='5' x2='25' y2='0' gradientUnits='userSpaceOnUse'", "5,0 25,0"},
      {"linearGradient x1='5' x2='25' gradientUnits='userSpaceOnUse' "
       "gradientTransform='rotate(90)'",
       "0,5 0,25"},
      {"linearGradient x2='1' y2='1'", "10,20 26,52"},
      {"radialGradient cx='30' cy='30' r='20' gradientUnits='userSpaceOnUse'",
       "30,30 30,30 radius 0 20"},
      {"radialGradient cx='30' cy='30' r='20' fx='25' fr='2' gradientUnits='userSpaceOnUse'",
       "25,30 30,30 radius 2 20"},
  }));
  CAPTURE(tag);
  CHECK(places(filled(tag, kBox)) == expected);
}

TEST_CASE("gradients go with the transforms of what they fill") {
  CHECK(places(filled("linearGradient", "<g transform='translate(1 2) scale(2)'>" + kBox +
                                            "</g>")) == "21,42 101,42");
  CHECK(places(filled("radialGradient cx='3' cy='4' r='5' gradientUnits='userSpaceOnUse'",
                      "<circle r='9' transform='scale(2)' fill='url(#g)'/>")) ==
        "6,8 6,8 radius 0 10");
}

TEST_CASE("a gradient takes what it does not say from the one it refers to") {
  const std::string body = "<linearGradient id='a' x2='0' y2='1'>" + std::string(kStops) +
                           "</linearGradient><linearGradient id='g' xlink:href='#a' x1='1'/>";
  CHECK(places(body + kBox) == "50,20 34,52");
  CHECK(places("<radialGradient id='g' href='#a' cx='20' cy='20' r='9' "
               "gradientUnits='userSpaceOnUse'/>" +
               body.substr(0, body.find("<linearGradient id='g'")) + kBox) ==
        "20,20 20,20 radius 0 9");
}

TEST_CASE("gradients of one colour, or without length, are plain fills") {
  const auto fill = [](const std::string& body) {
    const BodyResult result = read_body(body);
    REQUIRE(result.art);
    CHECK_FALSE(result.art->shapes[0].gradient);
    return result.art->shapes[0].fill;
  };
  CHECK(fill(filled("linearGradient x2='0'", kBox)) == Color::paper());
  CHECK(fill("<linearGradient id='g'><stop stop-color='#12343b'/></linearGradient>" + kBox) ==
        kInk);
}

TEST_CASE("gradients outside the subset are refused where they stand") {
  const auto [body, expected] = GENERATE(table<std::string, std::string>({
      {"<path d='M0 0h9v9z' fill='url(#none)'/>", "svg-syntax: there is no gradient `none`"},
      {"<linearGradient id='g' href='#h'/><linearGradient id='h' href='#g'/>" + kBox,
       "svg-syntax: there is no gradient `g`"},
      {filled("linearGradient spreadMethod='reflect'", kBox),
       "svg-unsupported: `reflect` for `spreadMethod` is outside the subset of SVG"},
      {filled("radialGradient", kBox),
       "svg-unsupported: a radial gradient that is no circle here is outside the subset of SVG"},
      {filled("radialGradient r='9' fx='70' gradientUnits='userSpaceOnUse'", kBox),
       "svg-unsupported: a radial gradient that is no circle here is outside the subset of SVG"},
      {"<linearGradient><stop stop-opacity='.5'/></linearGradient>",
       "svg-unsupported: a see-through stop is outside the subset of SVG"},
      {"<linearGradient x1='a'/>", "svg-syntax: `a` for `x1` can't be read"},
      {"<linearGradient><stop stop-color='#12'/></linearGradient>",
       "svg-syntax: `#12` for `stop-color` can't be read"},
      {"<linearGradient><path/></linearGradient>",
       "svg-unsupported: only `stop` may stand inside a gradient"},
      {"<path d='M0 0h9' stroke='url(#g)'/>",
       "svg-unsupported: `url(#g)` for `stroke` is outside the subset of SVG"},
      {"<linearGradient id='g'><stop stop-color='#123456'/></linearGradient>" + kBox,
       "svg-color: colour `#123456` is not the screen colour of any swatch"},
  }));
  CAPTURE(body);
  const BodyResult result = read_body(body);
  CHECK_FALSE(result.art);
  CHECK(result.message == expected);
}

TEST_CASE("hostile gradients end in a message") {
  std::string stops;
  for (int i = 0; i < 65; ++i) stops += "<stop stop-color='#000'/>";
  CHECK(read_body("<linearGradient>" + stops + "</linearGradient>").message ==
        "too-large: a gradient has more than 64 stops");
  std::string shapes;
  for (int i = 0; i < 60'000; ++i) shapes += "<path d='M0 0h1v1' fill='url(#g)'/>";
  CHECK(read_body(filled("linearGradient", shapes)).message ==
        "too-large: art has more than 100,000 stops of gradients");
  CHECK(read_body(filled("linearGradient x2='1e9'", kBox)).message ==
        "too-large: a gradient reaches more than 1,000,000 points away");
  std::string nested;
  for (int i = 0; i < 100'000; ++i) nested += "<g>";
  CHECK_FALSE(read_body(nested).message.empty());
}

}  // namespace handbill::picture
