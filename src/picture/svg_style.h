// SPDX-License-Identifier: MIT
// The painting properties of SVG: values as written, before colours are looked up.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/span.h"
#include "display/page_list.h"

namespace handbill::picture {

/// A colour as SwatchLookup takes it, or a gradient.
struct SvgPaint {
  std::string color;
  diag::Span span{};       ///< where it is written; unknown: nowhere, it is SVG's default
  std::string gradient{};  ///< its id, instead of `color`
};

/// What children inherit, with SVG's defaults (SVG 1.1, 11).
struct SvgStyle {
  std::optional<SvgPaint> fill = SvgPaint{"#000000", {}};
  std::optional<SvgPaint> stroke;
  display::FillRule fill_rule = display::FillRule::NonZero;
  double fill_opacity = 1;
  double stroke_opacity = 1;
  double stroke_width = 1;
  display::Cap cap = display::Cap::Butt;
  display::Join join = display::Join::Miter;
  double miter_limit = 4;
  std::vector<double> dash;
  double dash_offset = 0;
};

/// `opacity` belongs to one element and is not inherited.
struct SvgOpacity {
  double value = 1;
  diag::Span span{};
};

enum class SvgValue {
  Good,
  Malformed,        ///< not a value of this property
  Unsupported,      ///< SVG, but outside the subset
  UnknownProperty,  ///< no property of the subset
};

/// Sets the property `name` from `value`, which stands at `span`.
SvgValue set_property(std::string_view name, std::string_view value, diag::Span span,
                      SvgStyle& style, SvgOpacity& opacity);

/// A length in user units: a plain number or one with "px". Nothing: neither.
std::optional<double> parse_user_units(std::string_view text);

/// "#rrggbb" or "currentcolor" from #rgb, #rrggbb, rgb(), a basic name or currentColor.
std::optional<std::string> parse_svg_color(std::string_view text);

}  // namespace handbill::picture
