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
#include "picture/svg_gradient.h"
#include "picture/svg_style.h"

namespace handbill::picture {

class SvgPainter {
 public:
  SvgPainter(const SwatchLookup& swatch, const SvgGradients& gradients, diag::Diagnostics& diags)
      : swatch_(swatch), gradients_(gradients), diags_(diags) {}

  /// The size of the view box, for percentages.
  void set_view(Size view) { view_ = view; }

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
  /// What a shape is filled with: one of them, or nothing.
  struct Fill {
    std::optional<color::Color> color{};
    std::shared_ptr<const display::Gradient> gradient{};
    bool any() const { return color || gradient; }
  };
  Fill find_fill(const Job& job, const SvgStyle& style);
  Fill find_gradient(const Job& job, const SvgPaint& paint);
  std::optional<color::Color> find_color(const SvgPaint& paint, diag::Span element);
  std::optional<display::Stroke> find_stroke(const Job& job, const SvgStyle& style);
  bool within_limits(const Path& path, diag::Span element);

  const SwatchLookup& swatch_;
  const SvgGradients& gradients_;
  diag::Diagnostics& diags_;
  std::vector<display::Shape> shapes_;
  /// By colour as written; those without a swatch are reported once.
  std::map<std::string, std::optional<color::Color>> known_;
  Size view_{};
  std::size_t steps_ = 0;
  std::size_t stops_ = 0;
  bool too_large_ = false;
};

}  // namespace handbill::picture
