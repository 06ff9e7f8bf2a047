// SPDX-License-Identifier: MIT
// Gradients of SVG: linearGradient and radialGradient that go on beyond their ends (SVG 1.1, 13.2).
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "picture/svg_source.h"
#include "picture/svg_style.h"

namespace handbill::picture {

bool is_gradient(std::string_view element);

/// As written.
struct SvgGradient {
  enum class Units { BoundingBox, UserSpace };
  struct Coordinate {
    double value = 0;
    bool is_percent = false;
  };
  struct Stop {
    double offset = 0;
    SvgPaint color{"#000000", {}};
  };
  display::Gradient::Kind kind = display::Gradient::Kind::Linear;
  std::optional<Units> units{};
  std::optional<Matrix> transform{};
  /// Linear: x1, y1, x2, y2. Radial: cx, cy, r, fx, fy, fr.
  std::array<std::optional<Coordinate>, 6> coordinates{};
  std::vector<Stop> stops{};
  std::string parent{};  ///< the id of the gradient that says what this one doesn't
  diag::Span span{};
};

/// The gradients of a file by id.
class SvgGradients {
 public:
  /// Every gradient of the document. Reports svg-syntax, svg-unsupported and too-large.
  void read(const pugi::xml_node& document, const SvgSource& source, diag::Diagnostics& diags);

  /// With what its parents say; nothing: there is none of that id, or its parents go in a circle.
  std::optional<SvgGradient> find(const std::string& id) const;

 private:
  std::map<std::string, SvgGradient> by_id_;
};

/// The shape a gradient fills.
struct SvgFilled {
  Rect box;    ///< of the outline, in user units
  Matrix map;  ///< from those to the art
  Size view;   ///< of the view box
};

/// The points and circles of a gradient in the art, without its stops. Nothing: it would be an
/// ellipse, or starts outside its circle.
std::optional<display::Gradient> placed(const SvgGradient& gradient, const SvgFilled& filled);

}  // namespace handbill::picture
