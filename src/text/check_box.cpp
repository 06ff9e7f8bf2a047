// SPDX-License-Identifier: MIT
#include "text/check_box.h"

#include <string>
#include <utility>

#include "text/cap_height.h"

namespace handbill::text {
namespace {

/// Of the height of the box: about the stems of a regular weight.
constexpr double kStroke = 0.09;
constexpr double kTickStroke = 0.13;

display::Item drawn(Path path, Length width, const Marker& marker, std::string text = {}) {
  display::Shape shape;
  shape.path = std::move(path);
  shape.text = std::move(text);
  shape.stroke = display::Stroke{
      .color = marker.run.style->color, .width = width, .overprint = marker.run.style->overprint};
  return {.content = std::move(shape), .span = marker.run.span};
}

/// A tick that leaves the box at its upper right corner, as one drawn by hand does.
Path tick(Length side) {
  const auto at = [side](double x, double y) { return Point{side * x, side * -y}; };
  Path path;
  path.move(at(0.22, 0.52));
  path.line(at(0.44, 0.26));
  path.line(at(0.92, 0.94));
  return path;
}

}  // namespace

Line check_box(const Marker& marker, const font::FontBook& fonts) {
  const Length side = cap_height(marker.run.style, fonts);
  const Length half = side * (kStroke / 2);
  const Rect box = Rect::from_edges(half, half - side, side - half, -half);
  Line line;
  line.items.push_back(drawn(Path::rect(box), side * kStroke, marker, marker.run.text));
  if (marker.sign == Marker::Sign::TickedBox) {
    line.items.push_back(drawn(tick(side), side * kTickStroke, marker));
  }
  line.width = line.ascent = side;
  line.text = marker.run.text;
  return line;
}

}  // namespace handbill::text
