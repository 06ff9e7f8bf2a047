// SPDX-License-Identifier: MIT
// Turns outlines and SVG styles into shapes with swatches, and keeps count.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "picture/read_svg.h"
#include "picture/svg_style.h"

namespace handbill::picture {

class SvgPainter {
 public:
  SvgPainter(const SwatchLookup& swatch, diag::Diagnostics& diags)
      : swatch_(swatch), diags_(diags) {}

  /// `outline` in user units, `map` from those to the art. Lines have nothing to fill.
  struct Job {
    Path outline;
    Matrix map;
    double opacity = 1;
    bool fillable = true;
    diag::Span span{};  ///< the element
  };
  void paint(Job job, const SvgStyle& style);

  std::size_t count() const { return shapes_.size(); }
  std::vector<display::Shape> take() { return std::move(shapes_); }

 private:
  std::optional<color::Color> find_color(const SvgPaint& paint, diag::Span element);
  std::optional<display::Stroke> find_stroke(const Job& job, const SvgStyle& style);
  bool within_limits(const Path& path, diag::Span element);

  const SwatchLookup& swatch_;
  diag::Diagnostics& diags_;
  std::vector<display::Shape> shapes_;
  /// By colour as written; those without a swatch are reported once.
  std::map<std::string, std::optional<color::Color>> known_;
  std::size_t steps_ = 0;
  bool too_large_ = false;
};

}  // namespace handbill::picture
