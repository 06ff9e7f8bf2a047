// SPDX-License-Identifier: MIT
#include "picture/svg_shape.h"

#include <algorithm>

#include "base/check.h"
#include "picture/svg_scan.h"

namespace handbill::picture {
namespace {

constexpr auto kShapes = std::to_array<SvgShapeInfo>({
    {"path", SvgShape::Path, {}, "d"},
    {"rect", SvgShape::Rect, {"x", "y", "width", "height", "rx", "ry"}, {}},
    {"circle", SvgShape::Circle, {"cx", "cy", "r"}, {}},
    {"ellipse", SvgShape::Ellipse, {"cx", "cy", "rx", "ry"}, {}},
    {"line", SvgShape::Line, {"x1", "y1", "x2", "y2"}, {}},
    {"polyline", SvgShape::Polyline, {}, "points"},
    {"polygon", SvgShape::Polygon, {}, "points"},
});

Point point(double x, double y) { return {Length::pt(x), Length::pt(y)}; }

/// A rectangle with elliptic corners (SVG 1.1, 9.2).
Path rounded(const Rect& box, double rx, double ry) {
  // The cubic that lies closest to a quarter circle of radius 1 has its controls this far out.
  constexpr double kQuarterArc = 0.5522847498307936;
  const double l = box.left.pt(), t = box.top.pt(), r = box.right().pt(), b = box.bottom().pt();
  const double kx = rx * (1 - kQuarterArc), ky = ry * (1 - kQuarterArc);
  Path path;
  path.move(point(l + rx, t));
  path.line(point(r - rx, t));
  path.cubic(point(r - kx, t), point(r, t + ky), point(r, t + ry));
  path.line(point(r, b - ry));
  path.cubic(point(r, b - ky), point(r - kx, b), point(r - rx, b));
  path.line(point(l + rx, b));
  path.cubic(point(l + kx, b), point(l, b - ky), point(l, b - ry));
  path.line(point(l, t + ry));
  path.cubic(point(l, t + ky), point(l + kx, t), point(l + rx, t));
  path.close();
  return path;
}

Path rect(const SvgLengths& v) {
  const double width = v[2].value_or(0), height = v[3].value_or(0);
  if (width == 0 || height == 0) return {};
  const Rect box{Length::pt(v[0].value_or(0)), Length::pt(v[1].value_or(0)), Length::pt(width),
                 Length::pt(height)};
  // One radius alone stands for both.
  const double rx = std::min(v[4].value_or(v[5].value_or(0)), width / 2);
  const double ry = std::min(v[5].value_or(v[4].value_or(0)), height / 2);
  return rx == 0 || ry == 0 ? Path::rect(box) : rounded(box, rx, ry);
}

Path ellipse(const SvgLengths& v, double rx, double ry) {
  if (rx == 0 || ry == 0) return {};
  return Path::ellipse(point(v[0].value_or(0), v[1].value_or(0)), Length::pt(rx), Length::pt(ry));
}

std::optional<Path> polyline(std::string_view points) {
  const auto numbers = parse_svg_numbers(points);
  if (!numbers || numbers->size() % 2 != 0) return std::nullopt;
  Path path;
  for (std::size_t i = 0; i < numbers->size(); i += 2) {
    const Point at = point((*numbers)[i], (*numbers)[i + 1]);
    if (i == 0) {
      path.move(at);
    } else {
      path.line(at);
    }
  }
  return path;
}

}  // namespace

const SvgShapeInfo* find_shape(std::string_view element) {
  const auto found = std::find_if(kShapes.begin(), kShapes.end(), [&](const SvgShapeInfo& shape) {
    return shape.element == element;
  });
  return found == kShapes.end() ? nullptr : &*found;
}

bool is_extent(std::string_view attribute) {
  return attribute == "width" || attribute == "height" || attribute == "r" || attribute == "rx" ||
         attribute == "ry";
}

std::optional<Path> outline(SvgShape shape, const SvgLengths& v, std::string_view points) {
  switch (shape) {
    case SvgShape::Path:
      break;
    case SvgShape::Rect:
      return rect(v);
    case SvgShape::Circle:
      return ellipse(v, v[2].value_or(0), v[2].value_or(0));
    case SvgShape::Ellipse:
      return ellipse(v, v[2].value_or(0), v[3].value_or(0));
    case SvgShape::Line:
      return Path::segment(point(v[0].value_or(0), v[1].value_or(0)),
                           point(v[2].value_or(0), v[3].value_or(0)));
    case SvgShape::Polyline:
      return polyline(points);
    case SvgShape::Polygon: {
      auto path = polyline(points);
      if (path && !path->empty()) path->close();
      return path;
    }
  }
  HANDBILL_CHECK(false, "paths have a reader of their own");
  return std::nullopt;
}

}  // namespace handbill::picture
